// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "study/analysis/analysis.hpp"
#include "study/words/texts.hpp"

namespace park::cli {

/// What `parksim study analyze` prints: a table of each analysis by outcome, factors that matter most first,
/// then sentences and remarks.
[[nodiscard]] std::string analysis_tables(const study::AnalysisResult& result, const Texts& texts);

}  // namespace park::cli
