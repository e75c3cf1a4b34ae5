// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/checked.hpp"
#include "study/report/report_context.hpp"

namespace park::study {

/// What a folder written by `run --out` or `compare --out` holds, put together for a page or a workbook:
/// `{"kind": "runs", "scenarios": [{"name","labels","about"}], "indicators": {KEY: {"unit","labels","better",
/// "series": [{"mean","p05","p50","p95"}],"final": [S],"differences": [null, D]}}, "settings": [...],
/// "chain", "wedges", ...}`, scenarios in order. A missing file, or one that is not of this shape, is a
/// problem.
[[nodiscard]] Checked<nlohmann::ordered_json> run_report(const std::string& folder,
                                                         const ReportContext& context);

}  // namespace park::study
