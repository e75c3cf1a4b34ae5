// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "study/analysis/paired_points.hpp"

namespace park::study {

/// What common random numbers spared: a difference varies less when both sides see the same shocks.
struct PairingGain {
  double paired_variance = 0;    ///< of the difference within a seed
  double unpaired_variance = 0;  ///< of the difference between runs under seeds of their own: the sum of both
  std::size_t pairs = 0;
  std::size_t runs = 0;  ///< that stand in the pairs

  /// How many times as many runs an unpaired comparison needs for an interval as narrow; 1: pairing did
  /// nothing, below 1: it did harm. Infinite where the difference never varies.
  [[nodiscard]] double factor() const { return unpaired_variance / paired_variance; }
  /// Further runs that the same intervals would have cost without shared seeds.
  [[nodiscard]] double runs_saved() const { return static_cast<double>(runs) * (factor() - 1); }
};

/// One value a seed in each; pairs with a NaN do not count. With fewer than two pairs all is NaN.
[[nodiscard]] PairingGain pairing_gain(std::span<const double> values, std::span<const double> reference);

/// Two outcomes of the same runs' places compared within each design point, variances pooled over the points.
/// Nothing if no point has two pairs.
[[nodiscard]] std::optional<PairingGain> pairing_within_points(std::span<const std::size_t> points,
                                                               std::span<const double> values,
                                                               std::span<const double> reference);
/// Design points compared with each other: each with the first (`is_with_first`) or with the one before it,
/// variances pooled. Nothing if no two of them share two seeds.
[[nodiscard]] std::optional<PairingGain> pairing_of_points(const PairedPoints& points, bool is_with_first);

}  // namespace park::study
