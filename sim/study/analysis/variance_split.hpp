// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "study/analysis/resampling.hpp"

namespace park::study {

/// The law of total variance over design points and seeds: Var(Y) = Var(E[Y|point]) + E[Var(Y|point)]. Shares
/// of the sum, which is unbiased: a true zero is estimated below zero half the time.
struct VarianceSplit {
  Estimate parameters;
  Estimate seeds;
  double parameters_variance = 0;  ///< squares of the outcome's unit, as the next
  double seeds_variance = 0;
  /// Part of `seeds` that every point shares because the seeds are the same, and that a paired difference
  /// does not contain; NaN where the points have seeds of their own.
  double shared_seeds = 0;
  std::size_t points = 0;        ///< that were used
  std::size_t replications = 0;  ///< of each; the mean where they differ
  bool has_common_seeds = false;
};

/// `points`, `seeds` and `y` by run; without `seeds` each run has its own. NaN is no value. With common seeds
/// only points that have all of them count, else points with two values or more. Nothing if fewer than two
/// points or two replications are left. Intervals by the jackknife, over groups of points and over common
/// seeds.
[[nodiscard]] std::optional<VarianceSplit> split_variance(std::span<const std::size_t> points,
                                                          std::span<const std::uint64_t> seeds,
                                                          std::span<const double> y);

}  // namespace park::study
