// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "core/checked.hpp"
#include "study/analysis/analysis.hpp"
#include "study/store/store_results.hpp"

namespace park::study {

/// The runs of a store as an analysis wants them: a row for each point and replication that was tried. With
/// several scenarios an outcome stands once for each, as `jobs (baseline)`. Failed runs have no outcomes.
/// Designs that leave factors as the scenario has them, and unfinished Morris and Sobol designs, are problems
/// of `file`.
[[nodiscard]] Checked<AnalysisInput> analysis_input(const StudyResults& results, const std::string& file);

}  // namespace park::study
