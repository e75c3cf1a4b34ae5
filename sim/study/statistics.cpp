// SPDX-License-Identifier: MIT
#include "study/statistics.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <iterator>
#include <limits>
#include <numeric>
#include <vector>

#include "core/assert.hpp"

namespace park::study {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). Reorders
/// `values`; those before `sorted_before` already lie at or below the rest, so ask for rising probabilities.
double quantile(std::vector<double>& values, double probability, std::size_t& sorted_before) {
  const double position = probability * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const auto at = [&](std::size_t index) { return values.begin() + static_cast<std::ptrdiff_t>(index); };
  std::nth_element(at(sorted_before), at(below), values.end());
  sorted_before = below;
  const double weight = position - static_cast<double>(below);
  if (weight <= 0) return values[below];
  const double above = *std::min_element(at(below + 1), values.end());
  return values[below] + weight * (above - values[below]);
}

struct Moments {
  double mean = none;
  double half_width = none;  ///< of the 95 % interval of the mean
};

Moments moments(std::span<const double> values) {
  if (values.empty()) return {};
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  if (values.size() == 1) return {mean, none};
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {mean, t_975(values.size() - 1) * std::sqrt(squares / (n - 1) / n)};
}

}  // namespace

double t_975(std::size_t degrees) {
  PARK_ASSERT(degrees > 0);
  // A table of means asks for the same number thousands of times, and the quantile is an iteration.
  struct Latest {
    std::size_t degrees = 0;
    double quantile = 0;
  };
  thread_local Latest latest;
  if (latest.degrees != degrees) {
    const boost::math::students_t distribution(static_cast<double>(degrees));
    latest = {degrees, boost::math::quantile(distribution, 0.975)};
  }
  return latest.quantile;
}

Summary summarise(std::span<const double> values) {
  std::vector<double> finite;
  finite.reserve(values.size());
  std::copy_if(values.begin(), values.end(), std::back_inserter(finite),
               [](double v) { return std::isfinite(v); });
  if (finite.empty()) return {none, none, none, none, none, none, 0};
  const Moments m = moments(finite);
  Summary summary{m.mean, m.mean - m.half_width, m.mean + m.half_width, none, none, none, finite.size()};
  std::size_t sorted_before = 0;
  summary.p05 = quantile(finite, 0.05, sorted_before);
  summary.p50 = quantile(finite, 0.50, sorted_before);
  summary.p95 = quantile(finite, 0.95, sorted_before);
  return summary;
}

Difference difference(std::span<const double> values, std::span<const double> reference) {
  PARK_ASSERT(values.size() == reference.size());
  std::vector<double> pairs;
  pairs.reserve(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double change = values[i] - reference[i];
    if (std::isfinite(change)) pairs.push_back(change);
  }
  const Moments m = moments(pairs);
  return {m.mean, m.mean - m.half_width, m.mean + m.half_width, pairs.size()};
}

}  // namespace park::study
