// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "cli/ensemble_request.hpp"
#include "study/outcome.hpp"
#include "study/statistics.hpp"
#include "study/terminal/progress.hpp"
#include "study/words/readable.hpp"

namespace park::cli {

/// Prints document or table, writes the document as `NAME.json` where results go, says what failed, and gives
/// the exit code.
[[nodiscard]] int deliver_analysis(const EnsembleRequest& request, const study::Ensemble& runs,
                                   const std::string& name, const std::string& document,
                                   const std::string& table, const Console& console);

/// An outcome as `--outcome` names it; what is wrong with it is the command line's problem.
[[nodiscard]] study::Outcome read_outcome(const std::string& text, const Scenario& scenario,
                                          Problems& problems);

/// `compare --wedges`.
int wedges_command(const Request& request, const Console& console);

/// `+12.3 [+4.5, +20.1] *`: mean with interval times `factor`, with a star where the interval excludes zero.
[[nodiscard]] std::string difference_cell(const study::Difference& d, double factor, const Texts& texts);

/// The unit of a difference: shares differ by percentage points.
[[nodiscard]] ShownUnit difference_unit(const Texts& texts, std::string_view unit);

}  // namespace park::cli
