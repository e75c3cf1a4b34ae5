// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "study/explain/explanation.hpp"

namespace park::study {

/// Key of a place in a decision: `stay`, or the destination's.
[[nodiscard]] std::string place_key(const Scenario& scenario, std::uint32_t place);

/// The JSON document of `parksim explain` with the story told in both languages.
[[nodiscard]] std::string explain_document(const Explanation& explanation, const std::string& text_zh,
                                           const std::string& text_en);

}  // namespace park::study
