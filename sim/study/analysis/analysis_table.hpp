// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/checked.hpp"
#include "study/analysis/analysis.hpp"

namespace park::study {

/// What is to be read from a CSV of factors and outcomes that another program wrote.
struct AnalysisTableRequest {
  std::vector<std::string> factors;   ///< headings of columns
  std::vector<std::string> outcomes;  ///< the same
  SampleKind design = SampleKind::Given;
  SobolOrder order = SobolOrder::Rows;
  std::optional<std::string> seeds;  ///< heading of the column with each run's seed
};

/// Reads rows in design order. An empty cell, `nan`, `NA` or `null` is a missing outcome; other columns are
/// left alone. In a given sample rows with equal factors are replications of one point. Whether the rows are
/// the design is checked as well; problems carry `/LINE/COLUMN`, all at once.
[[nodiscard]] Checked<AnalysisInput> read_analysis_table(std::string_view bytes, std::string_view name,
                                                         const AnalysisTableRequest& request,
                                                         const std::vector<AnalysisFactor>& factors);

/// Reads `{"KEY": [min, max], ...}` into the factors' ranges; factors left out keep theirs.
[[nodiscard]] Checked<std::vector<AnalysisFactor>> with_stated_ranges(std::string_view bytes,
                                                                      std::string_view name,
                                                                      std::vector<AnalysisFactor> factors);

}  // namespace park::study
