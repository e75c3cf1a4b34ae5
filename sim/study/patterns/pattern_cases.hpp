// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/checked.hpp"
#include "study/patterns/pattern_study.hpp"

namespace park::study {

/// Every pattern of the shipped table in each of its scopes. `settings` act on every scenario; what a scope
/// itself sets stays as it is. Problems are those of the settings; throws WorldError if shipped files are
/// missing or broken.
[[nodiscard]] Checked<std::vector<PatternStudy::Case>> shipped_pattern_cases(
    const std::vector<std::string>& settings);

}  // namespace park::study
