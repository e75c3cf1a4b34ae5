// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "indicators/indicators.hpp"
#include "study/search/search_results.hpp"
#include "study/words/texts.hpp"

namespace park::cli {

/// What a search found: what was asked and tried, a row a policy with its objectives and cost, each policy in
/// words, and how far luck had flattered them.
[[nodiscard]] std::string search_tables(const study::SearchResults& results, const ClauseCatalogue& clauses,
                                        const std::vector<IndicatorColumn>& columns, const Texts& texts);

}  // namespace park::cli
