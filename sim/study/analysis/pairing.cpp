// SPDX-License-Identifier: MIT
#include "study/analysis/pairing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

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

/// Variances of many comparisons, weighted by their degrees of freedom.
class Pool {
 public:
  void add(const PairingGain& gain, std::size_t runs) {
    if (gain.pairs < 2) return;
    const auto degrees = static_cast<double>(gain.pairs - 1);
    degrees_ += degrees;
    sums_.paired_variance += degrees * gain.paired_variance;
    sums_.unpaired_variance += degrees * gain.unpaired_variance;
    sums_.pairs += gain.pairs;
    sums_.runs += runs;
  }
  [[nodiscard]] std::optional<PairingGain> gain() const {
    if (degrees_ == 0) return std::nullopt;
    PairingGain gain = sums_;
    gain.paired_variance /= degrees_;
    gain.unpaired_variance /= degrees_;
    return gain;
  }

 private:
  PairingGain sums_;
  double degrees_ = 0;
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
          static_cast<std::size_t>(of_difference.n), 2 * static_cast<std::size_t>(of_difference.n)};
}

std::optional<PairingGain> pairing_within_points(std::span<const std::size_t> points,
                                                 std::span<const double> values,
                                                 std::span<const double> reference) {
  PARK_ASSERT(points.size() == values.size() && points.size() == reference.size());
  const std::size_t count = points.empty() ? 0 : *std::max_element(points.begin(), points.end()) + 1;
  std::vector<std::vector<double>> value_of(count);
  std::vector<std::vector<double>> reference_of(count);
  for (std::size_t i = 0; i < points.size(); ++i) {
    value_of[points[i]].push_back(values[i]);
    reference_of[points[i]].push_back(reference[i]);
  }
  Pool pool;
  for (std::size_t p = 0; p < count; ++p) {
    const PairingGain gain = pairing_gain(value_of[p], reference_of[p]);
    pool.add(gain, gain.runs);
  }
  return pool.gain();
}

std::optional<PairingGain> pairing_of_points(const PairedPoints& points, bool is_with_first) {
  Pool pool;
  for (std::size_t p = 1; p < points.count(); ++p) {
    const std::array<std::size_t, 2> both = {p, is_with_first ? 0 : p - 1};
    const auto values = points.shared(both);
    const PairingGain gain = pairing_gain(values[0], values[1]);
    // Every run but those of the first point comes in once as the one that is compared.
    pool.add(gain, gain.pairs * (p == 1 ? 2U : 1U));
  }
  return pool.gain();
}

}  // namespace park::study
