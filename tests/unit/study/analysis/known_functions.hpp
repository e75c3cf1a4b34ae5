// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <boost/random/sobol.hpp>
#include <boost/random/uniform_01.hpp>
#include <cmath>
#include <cstddef>
#include <functional>
#include <numbers>
#include <numeric>
#include <utility>
#include <vector>

#include "study/analysis/sample_classes.hpp"
#include "study/analysis/sobol.hpp"

namespace park::study {

/// A sample in which no two values belong together.
inline ClusteredSample each_its_own(std::vector<double> y) {
  ClusteredSample sample{std::move(y), {}, 0};
  sample.cluster_count = sample.y.size();
  sample.clusters.resize(sample.y.size());
  std::iota(sample.clusters.begin(), sample.clusters.end(), 0U);
  return sample;
}

/// Points of Sobol's sequence in the unit cube, row-major; the first one, all zero, is left out.
inline std::vector<double> sequence_points(std::size_t count, std::size_t dimensions) {
  boost::random::sobol engine(dimensions);
  boost::random::uniform_01<double> uniform;
  engine.discard(dimensions);
  std::vector<double> points(count * dimensions);
  for (double& value : points) value = uniform(engine);
  return points;
}

/// Ishigami and Homma's function with a = 7, b = 0.1, over the unit cube. Its indices in closed form:
/// V = a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2, V1 = (1 + b pi^4/5)^2/2, V2 = a^2/8, V13 = 8 b^2 pi^8/225.
struct Ishigami {
  static constexpr std::size_t factors = 3;
  static constexpr double a = 7;
  static constexpr double b = 0.1;

  static double at(const double* unit) { return at(unit, a, b); }
  static double at(const double* unit, double with_a, double with_b) {
    const auto x = [&](std::size_t i) { return std::numbers::pi * (2 * unit[i] - 1); };
    return std::sin(x(0)) + with_a * std::pow(std::sin(x(1)), 2) +
           with_b * std::pow(x(2), 4) * std::sin(x(0));
  }
  static double variance() {
    return a * a / 8 + b * std::pow(std::numbers::pi, 4) / 5 + b * b * std::pow(std::numbers::pi, 8) / 18 +
           0.5;
  }
  static std::array<double, 3> first() {
    const double one = std::pow(1 + b * std::pow(std::numbers::pi, 4) / 5, 2) / 2;
    return {one / variance(), a * a / 8 / variance(), 0};
  }
  static std::array<double, 3> total() {
    const double interaction = 8 * b * b * std::pow(std::numbers::pi, 8) / 225 / variance();
    return {first()[0] + interaction, first()[1], interaction};
  }
};

/// Sobol's G function: prod (|4 x - 2| + a) / (1 + a). V_i = 1 / (3 (1 + a_i)^2), V = prod (1 + V_i) - 1.
struct SobolG {
  static constexpr std::size_t factors = 6;
  static constexpr std::array<double, 6> a = {0, 1, 4.5, 9, 99, 99};

  static double at(const double* unit) {
    double product = 1;
    for (std::size_t i = 0; i < factors; ++i) product *= (std::abs(4 * unit[i] - 2) + a[i]) / (1 + a[i]);
    return product;
  }
  static double part(std::size_t i) { return 1 / (3 * std::pow(1 + a[i], 2)); }
  static double variance() {
    double product = 1;
    for (std::size_t i = 0; i < factors; ++i) product *= 1 + part(i);
    return product - 1;
  }
  static std::array<double, 6> first() {
    std::array<double, 6> indices{};
    for (std::size_t i = 0; i < factors; ++i) indices[i] = part(i) / variance();
    return indices;
  }
  static std::array<double, 6> total() {
    std::array<double, 6> indices{};
    for (std::size_t i = 0; i < factors; ++i)
      indices[i] = part(i) * (variance() + 1) / (1 + part(i)) / variance();
    return indices;
  }
};

/// Points of Saltelli's design in the unit cube, row-major: A, AB_1, ..., AB_d, B for each base row.
inline std::vector<double> saltelli_rows(std::size_t base, std::size_t factors) {
  const std::vector<double> pairs = sequence_points(base, 2 * factors);
  std::vector<double> rows;
  for (std::size_t b = 0; b < base; ++b) {
    const double* const from_a = &pairs[b * 2 * factors];
    const double* const from_b = from_a + factors;
    for (std::size_t k = 0; k <= factors + 1; ++k) {
      for (std::size_t f = 0; f < factors; ++f)
        rows.push_back(k == f + 1 || k > factors ? from_b[f] : from_a[f]);
    }
  }
  return rows;
}

template <class Function>
std::vector<double> values_of(const std::vector<double>& unit) {
  std::vector<double> y;
  for (std::size_t at = 0; at < unit.size(); at += Function::factors) y.push_back(Function::at(&unit[at]));
  return y;
}

}  // namespace park::study
