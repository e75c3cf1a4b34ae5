// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "study/analysis/analysis.hpp"

namespace park::study {

/// The points of a design, each once however many replications it has.
struct DesignPoints {
  std::size_t count = 0;
  std::size_t factors = 0;
  std::vector<double> values;          ///< row-major
  std::vector<double> unit;            ///< the same in the unit cube
  std::vector<std::size_t> first_row;  ///< of the input, by point
};
[[nodiscard]] DesignPoints design_points(const AnalysisInput& input);

/// The point of each row.
[[nodiscard]] std::vector<std::size_t> points_of_rows(const AnalysisInput& input);

/// The factors with their ranges: those stated, else those of the sample.
[[nodiscard]] std::vector<AnalysisFactor> with_ranges(const AnalysisInput& input);

/// Mean over a point's replications, of those that have a value; NaN if none has.
[[nodiscard]] std::vector<double> means_by_point(const AnalysisInput& input,
                                                 const std::vector<double>& values);

enum class SobolPart : std::uint8_t { A, B, Mixed };

/// Where a point of base row `b` stands; `j` is the column from B of a mixed one.
[[nodiscard]] std::size_t sobol_point(SobolOrder order, std::size_t base, std::size_t factors, SobolPart part,
                                      std::size_t j, std::size_t b);

}  // namespace park::study
