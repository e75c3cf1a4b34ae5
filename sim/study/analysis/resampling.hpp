// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace park::study {

/// A number with its 95 % interval; NaN where the sample allows none.
struct Estimate {
  double value = 0, lo = 0, hi = 0;
};

struct Resampling {
  std::size_t resamples = 500;
  std::uint64_t seed = 1;
};

/// Enough where only a deviation is asked of the resamples (normal_estimate): it is then known to 5 %.
inline constexpr std::size_t most_for_deviation = 200;

/// Analyses that resample, so that no two share their draws.
enum class ResampleUse : std::uint32_t { Morris = 101, Pawn, PawnDummy, Delta, DeltaDummy };

/// How often each of `units` is drawn in resample `k`: a bootstrap, units with replacement.
void draw_counts(std::vector<std::uint32_t>& counts, std::size_t units, const Resampling& resampling,
                 ResampleUse use, std::size_t k);

/// A permutation of 0 to units - 1, number `k`.
void draw_permutation(std::vector<std::size_t>& order, std::size_t units, const Resampling& resampling,
                      ResampleUse use, std::size_t k);

/// Quantile by linear interpolation between order statistics (type 7). `sorted` rises and is not empty.
[[nodiscard]] double quantile_of_sorted(std::span<const double> sorted, double probability);

/// `value` with the 95 % interval of its resampled values, by percentiles moved outward for few units as
/// Student's t is wider than the normal (Hesterberg 2015, The American Statistician 69, 371-386, "expanded
/// percentiles").
[[nodiscard]] Estimate percentile_estimate(double value, std::vector<double> resampled, std::size_t units);

/// `value` +- 1.96 standard deviations of its resampled values. For statistics that resampling biases upward,
/// whose percentiles would miss the value itself.
[[nodiscard]] Estimate normal_estimate(double value, std::span<const double> resampled);

}  // namespace park::study
