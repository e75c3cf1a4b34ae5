// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>

namespace park::study {

/// What common random numbers spared: the difference of two scenarios varies less when both see the same
/// shocks.
struct PairingGain {
  double paired_variance = 0;    ///< of the difference within a seed
  double unpaired_variance = 0;  ///< of the difference between runs under seeds of their own: the sum of both
  std::size_t pairs = 0;

  /// How many times as many runs an unpaired comparison needs for an interval as narrow; 1: pairing did
  /// nothing, below 1: it did harm. Infinite where the difference never varies.
  [[nodiscard]] double factor() const { return unpaired_variance / paired_variance; }
  /// Runs spared by the pairs that were run, two a pair.
  [[nodiscard]] double runs_saved() const { return 2 * static_cast<double>(pairs) * (factor() - 1); }
};

/// One value a seed in each; pairs with a NaN do not count. With fewer than two pairs all is NaN.
[[nodiscard]] PairingGain pairing_gain(std::span<const double> values, std::span<const double> reference);

}  // namespace park::study
