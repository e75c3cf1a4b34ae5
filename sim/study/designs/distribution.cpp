// SPDX-License-Identifier: MIT
#include "study/designs/distribution.hpp"

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>
#include <numeric>

#include "core/assert.hpp"

namespace park::study {
namespace {

double integer_at(const Distribution& d, double unit) {
  const double slices = d.max - d.min + 1;
  return d.min + std::min(std::floor(unit * slices), slices - 1);
}

double triangular_at(const Distribution& d, double unit) {
  const double width = d.max - d.min;
  const double below = d.centre - d.min;
  const double above = d.max - d.centre;
  if (unit * width < below) return d.min + std::sqrt(unit * width * below);
  return d.max - std::sqrt((1 - unit) * width * above);
}

/// In the upper tail by the complement: there, 1 - p would have lost its digits.
double normal_at(const Distribution& d, double unit) {
  const boost::math::normal normal(d.centre, d.sd);
  if (d.min > d.centre) {
    const double from = cdf(complement(normal, d.min));
    const double to = cdf(complement(normal, d.max));
    const double p = from + unit * (to - from);
    return p > 0 && p < 1 ? quantile(complement(normal, p)) : d.max;
  }
  const double from = cdf(normal, d.min);
  const double to = cdf(normal, d.max);
  const double p = from + unit * (to - from);
  if (p <= 0) return d.min;
  return p < 1 ? quantile(normal, p) : d.max;
}

double discrete_at(const Distribution& d, double unit) {
  double left = unit * std::accumulate(d.weights.begin(), d.weights.end(), 0.0);
  for (std::size_t i = 0; i + 1 < d.values.size(); ++i) {
    if (left < d.weights[i]) return d.values[i];
    left -= d.weights[i];
  }
  return d.values.back();
}

double continuous_at(const Distribution& d, double unit) {
  switch (d.kind) {
    case Distribution::Kind::Triangular:
      return triangular_at(d, unit);
    case Distribution::Kind::Normal:
      return normal_at(d, unit);
    case Distribution::Kind::LogUniform:
      return std::exp(std::log(d.min) + unit * (std::log(d.max) - std::log(d.min)));
    case Distribution::Kind::Uniform:
    case Distribution::Kind::Integer:
    case Distribution::Kind::Discrete:
      break;
  }
  return d.min + unit * (d.max - d.min);
}

/// Middle of each value's slice of [0, 1].
std::vector<double> slice_middles(const std::vector<double>& weights) {
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  std::vector<double> middles;
  double before = 0;
  for (const double weight : weights) {
    middles.push_back((before + weight / 2) / all);
    before += weight;
  }
  return middles;
}

}  // namespace

Distribution uniform(double min, double max) {
  Distribution d;
  d.min = min;
  d.max = max;
  return d;
}

Distribution integer(double min, double max) {
  Distribution d = uniform(min, max);
  d.kind = Distribution::Kind::Integer;
  d.is_whole = true;
  return d;
}

Distribution discrete(std::vector<double> values, std::vector<double> weights) {
  PARK_ASSERT(!values.empty() && values.size() == weights.size());
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  Distribution d = uniform(*least, *greatest);
  d.kind = Distribution::Kind::Discrete;
  d.values = std::move(values);
  d.weights = std::move(weights);
  return d;
}

double value_at(const Distribution& distribution, double unit) {
  PARK_ASSERT(unit >= 0 && unit <= 1);
  if (distribution.kind == Distribution::Kind::Integer) return integer_at(distribution, unit);
  if (distribution.kind == Distribution::Kind::Discrete) return discrete_at(distribution, unit);
  double value = continuous_at(distribution, unit);
  if (distribution.is_whole) value = std::round(value);
  return std::clamp(value, distribution.min, distribution.max);
}

std::vector<double> level_units(const Distribution& distribution, std::size_t levels) {
  PARK_ASSERT(levels >= 2);
  if (distribution.kind == Distribution::Kind::Discrete && distribution.values.size() <= levels)
    return slice_middles(distribution.weights);
  if (distribution.kind == Distribution::Kind::Integer &&
      distribution.max - distribution.min < static_cast<double>(levels)) {
    const auto count = static_cast<std::size_t>(distribution.max - distribution.min) + 1;
    return slice_middles(std::vector<double>(count, 1.0));
  }
  std::vector<double> units;
  for (std::size_t i = 0; i < levels; ++i)
    units.push_back(static_cast<double>(i) / static_cast<double>(levels - 1));
  return units;
}

}  // namespace park::study
