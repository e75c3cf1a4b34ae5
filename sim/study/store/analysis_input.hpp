// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/checked.hpp"
#include "study/analysis/analysis.hpp"
#include "study/store/store_results.hpp"

namespace park::study {

/// The runs of a store as an analysis wants them: a row for each point and replication that was tried.
/// Outcomes are outcome_columns(). Failed runs have no outcomes. An unfinished Morris or Sobol design is a
/// problem of `file`; others may be looked at while they grow.
[[nodiscard]] Checked<AnalysisInput> analysis_input(const StudyResults& results, const std::string& file);

}  // namespace park::study
