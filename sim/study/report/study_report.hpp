// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "study/analysis/analysis.hpp"
#include "study/report/report_context.hpp"
#include "study/store/store_results.hpp"

namespace park::study {

/// What a store of results says, put together for a page or a workbook: `{"kind": "study", "factors": [...],
/// "outcomes": [{"name","labels","unit","summary": S,"bins","base","tornado","analysis"}], ...}`. An outcome
/// stands once for each scenario.
/// `analysis`: of the store's analysis_input(), null where the design allows none.
[[nodiscard]] nlohmann::ordered_json study_report(const StudyResults& results, const AnalysisResult* analysis,
                                                  const ReportContext& context);

}  // namespace park::study
