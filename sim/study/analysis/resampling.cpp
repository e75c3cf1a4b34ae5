// SPDX-License-Identifier: MIT
#include "study/analysis/resampling.hpp"

#include <algorithm>
#include <boost/random/uniform_int_distribution.hpp>
#include <cmath>
#include <numeric>

#include "core/assert.hpp"
#include "core/no_value.hpp"
#include "core/random.hpp"
#include "study/statistics.hpp"

namespace park::study {
namespace {

constexpr double normal_975 = 1.959963984540054;

double normal_below(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

RandomStream stream_of(const Resampling& resampling, ResampleUse use, std::size_t k) {
  return {resampling.seed, Draw::Resample, k, static_cast<std::uint32_t>(use)};
}

}  // namespace

void draw_counts(std::vector<std::uint32_t>& counts, std::size_t units, const Resampling& resampling,
                 ResampleUse use, std::size_t k) {
  counts.assign(units, 0);
  RandomStream stream = stream_of(resampling, use, k);
  const boost::random::uniform_int_distribution<std::size_t> pick(0, units - 1);
  for (std::size_t i = 0; i < units; ++i) ++counts[pick(stream)];
}

void draw_permutation(std::vector<std::size_t>& order, std::size_t units, const Resampling& resampling,
                      ResampleUse use, std::size_t k) {
  order.resize(units);
  std::iota(order.begin(), order.end(), std::size_t{0});
  RandomStream stream = stream_of(resampling, use, k);
  for (std::size_t i = units; i > 1; --i) {
    std::swap(order[i - 1], order[boost::random::uniform_int_distribution<std::size_t>(0, i - 1)(stream)]);
  }
}

double quantile_of_sorted(std::span<const double> sorted, double probability) {
  PARK_ASSERT(!sorted.empty());
  const double place = probability * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  const double weight = place - static_cast<double>(below);
  return sorted[below] + weight * (sorted[above] - sorted[below]);
}

Estimate percentile_estimate(double value, std::vector<double> resampled, std::size_t units) {
  if (resampled.empty() || units < 2) return {value, no_value, no_value};
  std::sort(resampled.begin(), resampled.end());
  const auto n = static_cast<double>(units);
  const double tail = normal_below(-std::sqrt(n / (n - 1)) * t_975(units - 1));
  return {value, quantile_of_sorted(resampled, tail), quantile_of_sorted(resampled, 1 - tail)};
}

Estimate normal_estimate(double value, std::span<const double> resampled) {
  if (resampled.size() < 2) return {value, no_value, no_value};
  const auto n = static_cast<double>(resampled.size());
  const double mean = std::accumulate(resampled.begin(), resampled.end(), 0.0) / n;
  double squares = 0;
  for (const double one : resampled) squares += (one - mean) * (one - mean);
  const double half_width = normal_975 * std::sqrt(squares / (n - 1));
  return {value, value - half_width, value + half_width};
}

}  // namespace park::study
