// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>

#include "scenario/pattern_table.hpp"
#include "study/patterns/measure.hpp"
#include "study/statistics.hpp"

namespace park::study {

/// A pattern in one scope. `value`: for a mean over runs as everywhere; for what is pooled its mean is the
/// pooled value, its interval a bootstrap over runs, its quantiles those of single runs.
struct PatternResult {
  std::string id;
  std::string scope;
  Summary value;
  double low = 0, high = 0;
  bool holds = false;
  double miss = 0;                        ///< how far outside the band, in band widths; 0 if it holds
  std::optional<double> least, greatest;  ///< of the years, all runs together
  std::optional<double> p95;              ///< of pooled durations, months; infinite if not reached
};

/// How far a value lies outside a band, in band widths; without a (finite) value `without_value`.
[[nodiscard]] double band_miss(double value, double low, double high);
inline constexpr double without_value = 2;

/// Months below which the 95th percentile of a tail must lie.
inline constexpr double short_tail_months = 60;

/// What the readings of finished runs say. Without any value a pattern does not hold.
[[nodiscard]] PatternResult judge(const Pattern& pattern, const std::string& scope,
                                  PatternStatistic statistic, std::span<const PatternReading> readings,
                                  std::uint64_t seed);

}  // namespace park::study
