// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "core/checked.hpp"
#include "indicators/indicators.hpp"

namespace park::study {

/// An indicator's value in one month, as observed.
struct ObservedMonth {
  int month = 0;
  std::size_t column = 0;
  double value = 0;
  double weight = 1;
};

/// Reads a CSV `month,indicator,value[,weight]`; month is `2027-04` or a number, 0 the opening. All problems
/// at once.
[[nodiscard]] Checked<std::vector<ObservedMonth>> load_observed_months(
    std::string_view bytes, std::string_view name, std::span<const IndicatorColumn> columns, YearMonth start,
    int months);

/// Half the width of the band around each observation: `tolerance` times its size or, where that is larger,
/// the indicator's mean size in the table; `tolerance` itself where all are zero.
[[nodiscard]] std::vector<double> half_widths(std::span<const ObservedMonth> observed, double tolerance);

}  // namespace park::study
