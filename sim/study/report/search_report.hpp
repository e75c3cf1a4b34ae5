// SPDX-License-Identifier: MIT
#pragma once

#include "study/report/report_context.hpp"
#include "study/search/search_results.hpp"

namespace park::study {

/// What a store of a search says, put together for a page or a workbook: `{"kind": "search", "levers": [...],
/// "assumptions": [...], "objectives": [...], "limits": [...], "as_is": P, "policies": [P], "tried": [...],
/// "progress": [...], ...}` with P as in search_summary() and the policy's "values", one a lever, null where
/// it is as in the scenario.
[[nodiscard]] nlohmann::ordered_json search_report(const SearchResults& results,
                                                   const ReportContext& context);

}  // namespace park::study
