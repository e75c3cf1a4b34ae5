// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <string>

namespace park::test {

/// Mean and standard deviation of paired differences; pairs without a value do not count.
struct PairedEffect {
  double mean = std::numeric_limits<double>::quiet_NaN();
  double sd = std::numeric_limits<double>::quiet_NaN();
  std::size_t n = 0;

  /// Four standard errors away from zero: by chance once in 16,000 tests.
  [[nodiscard]] bool is_clear() const {
    constexpr std::size_t fewest = 8;
    return n >= fewest && std::abs(mean) > 4 * sd / std::sqrt(static_cast<double>(n));
  }
  [[nodiscard]] std::string words() const {
    return "mean " + std::to_string(mean) + ", sd " + std::to_string(sd) + ", n " + std::to_string(n);
  }
};

inline PairedEffect paired_effect(std::span<const double> differences) {
  PairedEffect effect;
  double sum = 0;
  for (const double difference : differences) {
    if (!std::isfinite(difference)) continue;
    sum += difference;
    ++effect.n;
  }
  if (effect.n < 2) return effect;
  effect.mean = sum / static_cast<double>(effect.n);
  double squares = 0;
  for (const double difference : differences) {
    if (std::isfinite(difference)) squares += (difference - effect.mean) * (difference - effect.mean);
  }
  effect.sd = std::sqrt(squares / static_cast<double>(effect.n - 1));
  return effect;
}

}  // namespace park::test
