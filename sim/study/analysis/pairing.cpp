// SPDX-License-Identifier: MIT
#include "study/analysis/pairing.hpp"

#include <cmath>
#include <limits>

#include "core/assert.hpp"

namespace park::study {
namespace {

/// Welford's sums.
struct Spread {
  double n = 0, mean = 0, squares = 0;

  void add(double value) {
    n += 1;
    const double off = value - mean;
    mean += off / n;
    squares += off * (value - mean);
  }
  [[nodiscard]] double variance() const {
    return n < 2 ? std::numeric_limits<double>::quiet_NaN() : squares / (n - 1);
  }
};

}  // namespace

PairingGain pairing_gain(std::span<const double> values, std::span<const double> reference) {
  PARK_ASSERT(values.size() == reference.size());
  Spread of_values;
  Spread of_reference;
  Spread of_difference;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values[i] - reference[i])) continue;
    of_values.add(values[i]);
    of_reference.add(reference[i]);
    of_difference.add(values[i] - reference[i]);
  }
  return {of_difference.variance(), of_values.variance() + of_reference.variance(),
          static_cast<std::size_t>(of_difference.n)};
}

}  // namespace park::study
