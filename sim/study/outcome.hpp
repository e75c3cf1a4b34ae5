// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "core/checked.hpp"
#include "indicators/indicators.hpp"

namespace park::study {

/// One grammar of outcomes: `jobs@120`, `jobs@2031-06` (end of that month), `jobs` (end), `mean(jobs,1-120)`,
/// `sum(jobs,1-120)`, `trough(developer_cash)`, `peak_month(jobs)`, `peak_year(fiscal_cost)` (greatest sum of
/// a year of twelve months, counted from the first month); also the catalogue's statistics `final`, `mean
/// 1-120`, `sum 1-120` together with an indicator.
struct Outcome {
  enum class Kind : std::uint8_t { At, Mean, Sum, Trough, PeakMonth, PeakYear };
  std::string indicator;
  Kind kind = Kind::At;
  int from = -1;  ///< month; -1 is the last
  int to = -1;

  bool operator==(const Outcome&) const = default;
};

/// Reads an outcome; unknown indicators (nearest named), months outside the horizon and broken syntax are
/// problems.
[[nodiscard]] Checked<Outcome> parse_outcome(std::string_view text, std::span<const IndicatorColumn> columns,
                                             YearMonth start, int months);
/// Reads an indicator with a catalogue statistic (`final`, `mean 1-120`, `sum 1-120`).
[[nodiscard]] Checked<Outcome> parse_statistic(std::string_view indicator, std::string_view statistic,
                                               std::span<const IndicatorColumn> columns, int months);

/// Value of an outcome in a run; NaN where there is none.
[[nodiscard]] double evaluate(const Outcome& outcome, const Series& series,
                              std::span<const IndicatorColumn> columns);

}  // namespace park::study
