// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "study/ensemble.hpp"
#include "study/statistics.hpp"

namespace park::study {

/// A JSON number cannot say "no value": that is null.
[[nodiscard]] nlohmann::ordered_json number(double value);

/// `S` and `D` of the documents.
[[nodiscard]] nlohmann::ordered_json summary_json(const Summary& s);
[[nodiscard]] nlohmann::ordered_json difference_json(const Difference& d);

/// Runs that failed; the member is there only if some did. `names`: of the ensemble's places.
void put_failures(nlohmann::ordered_json& document, const Ensemble& ensemble,
                  const std::vector<std::string>& names);

/// One line of text; broken UTF-8 is replaced.
[[nodiscard]] std::string finished(const nlohmann::ordered_json& document);

/// The same, indented for people.
[[nodiscard]] std::string indented(const nlohmann::ordered_json& document);

}  // namespace park::study
