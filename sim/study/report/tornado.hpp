// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "study/statistics.hpp"
#include "study/store/store_results.hpp"

namespace park::study {

/// What one factor alone does, from a design that moves one at a time from its first point.
struct TornadoBar {
  std::size_t factor = 0;
  double low_at = 0, high_at = 0;  ///< least and greatest value that was tried
  Difference low, high;            ///< to the first point, paired by replication
};

/// Outcomes by point and replication of one scenario; NaN where a run failed or is missing.
[[nodiscard]] std::vector<std::vector<double>> values_by_point(const StudyResults& results,
                                                               std::size_t scenario, std::size_t outcome);

/// Bars of the factors that points move alone, the widest first; none for other designs.
[[nodiscard]] std::vector<TornadoBar> tornado_of(const StudyResults& results,
                                                 const std::vector<std::vector<double>>& by_point);

}  // namespace park::study
