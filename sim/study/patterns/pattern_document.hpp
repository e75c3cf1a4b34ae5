// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "study/patterns/pattern_study.hpp"

namespace park::study {

/// The JSON document of `parksim patterns`: an array, one entry a pattern and scope.
[[nodiscard]] std::string patterns_document(const PatternStudy& study,
                                            const std::vector<PatternResult>& results);

}  // namespace park::study
