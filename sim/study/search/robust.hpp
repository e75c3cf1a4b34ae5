// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace park::study {

enum class Direction : std::uint8_t { Maximise, Minimise };

/// How the values of an outcome in many futures become one number. Shares are counted from the bad side.
struct Robust {
  enum class Kind : std::uint8_t { Mean, Worst, Quantile };
  Kind kind = Kind::Quantile;
  double share = 0.1;      ///< of Quantile: so many of the futures are worse
  bool is_regret = false;  ///< of what is missed in each future against the best policy known there

  bool operator==(const Robust&) const = default;
};

/// `direction`: which values are good. The quantile is interpolated between order statistics (type 7). NaN if
/// there are no values or one is NaN.
[[nodiscard]] double robust_value(const Robust& robust, Direction direction, std::span<const double> values);

/// How far each value lies behind the best known in its future; below zero where it is better still.
[[nodiscard]] std::vector<double> regrets(Direction direction, std::span<const double> values,
                                          std::span<const double> best);

}  // namespace park::study
