// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>

#include "study/plan/study_plan.hpp"

namespace park::study {

struct OutcomeWords {
  std::string zh, en;
};

/// Label of the indicator and what is taken of it: `Jobs in the park (mean of months 1 to 120)`. The name
/// where the indicator is none of `columns`.
[[nodiscard]] OutcomeWords outcome_words(const StudyOutcome& outcome, int months,
                                         std::span<const IndicatorColumn> columns);

}  // namespace park::study
