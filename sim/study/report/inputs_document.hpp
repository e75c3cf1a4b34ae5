// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "scenario/scenario.hpp"

namespace park::study {

/// `inputs.json` of a folder of results: what each scenario was, so that the numbers can be told and traced:
/// `{"scenarios": [{"name","labels","about","start","values": {KEY: value},"changes": {KEY: text}}]}` with
/// every lever, uncertainty, structural parameter and `clause.ID`. `names`: of the scenarios, made unique.
[[nodiscard]] std::string inputs_document(const std::vector<std::shared_ptr<const Scenario>>& scenarios,
                                          const std::vector<std::string>& names);

}  // namespace park::study
