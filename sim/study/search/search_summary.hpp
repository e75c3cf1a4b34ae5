// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json.hpp>

#include "study/search/search_results.hpp"

namespace park::study {

/// What `search --json` prints and a report is made of: `{"search","budget_per_year","futures","fresh",
/// "tried","runs":{"ok","failed"},"objectives":[{"outcome","direction","robust"}],"constraints":[...],
/// "as_is":P,"front":[P],"complete"}` with P =
/// `{"policy","candidate","keeps_limits","is_overtaken","changes":{KEY:
/// {"from","to"}},"objectives":[{"measured","searched","summary":S,"difference":D}],"limits":[],
/// "cost_per_year":S,"cost_dearest_year":S}`. Equal for any jobs and any stops.
[[nodiscard]] nlohmann::ordered_json search_summary(const SearchResults& results);

}  // namespace park::study
