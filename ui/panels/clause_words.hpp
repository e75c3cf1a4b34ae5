// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "scenario/clauses.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// What a clause pays at intensity 1, in a few words: `每人每月 10 元，最多 10万元/年，36 个月`; or the lever
/// it scales.
[[nodiscard]] std::string payment_words(const PolicyClause& clause, const Texts& texts);

/// Who can have it: activities where not all, size, leaders, contract; empty where everybody.
[[nodiscard]] std::string eligibility_words(const PolicyClause& clause, const Texts& texts);

}  // namespace park::ui
