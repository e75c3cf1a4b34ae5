// SPDX-License-Identifier: MIT
#include "study/analysis/design_points.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/assert.hpp"

namespace park::study {

std::vector<std::size_t> points_of_rows(const AnalysisInput& input) {
  if (!input.points.empty()) return input.points;
  std::vector<std::size_t> points(input.rows);
  std::iota(points.begin(), points.end(), std::size_t{0});
  return points;
}

std::vector<AnalysisFactor> with_ranges(const AnalysisInput& input) {
  std::vector<AnalysisFactor> factors = input.factors;
  const std::size_t d = factors.size();
  for (std::size_t f = 0; f < d; ++f) {
    double least = std::numeric_limits<double>::quiet_NaN();
    double greatest = least;
    for (std::size_t r = 0; r < input.rows; ++r) {
      least = std::fmin(least, input.values[r * d + f]);  // which leaves out what is no number
      greatest = std::fmax(greatest, input.values[r * d + f]);
    }
    if (std::isnan(factors[f].min)) factors[f].min = least;
    if (std::isnan(factors[f].max)) factors[f].max = greatest;
  }
  return factors;
}

DesignPoints design_points(const AnalysisInput& input) {
  const std::vector<AnalysisFactor> factors = with_ranges(input);
  const std::vector<std::size_t> point_of_row = points_of_rows(input);
  const std::size_t d = factors.size();
  DesignPoints points;
  points.factors = d;
  points.count = *std::max_element(point_of_row.begin(), point_of_row.end()) + 1;
  points.values.resize(points.count * d);
  points.unit.resize(points.count * d);
  points.first_row.assign(points.count, input.rows);
  for (std::size_t r = 0; r < input.rows; ++r) {
    const std::size_t point = point_of_row[r];
    if (points.first_row[point] != input.rows) continue;
    points.first_row[point] = r;
    for (std::size_t f = 0; f < d; ++f) {
      const double value = input.values[r * d + f];
      const double width = factors[f].max - factors[f].min;
      points.values[point * d + f] = value;
      points.unit[point * d + f] = !input.unit.empty() ? input.unit[r * d + f]
                                   : width > 0         ? (value - factors[f].min) / width
                                                       : 0;
    }
  }
  for (const std::size_t row : points.first_row) PARK_ASSERT(row < input.rows);
  return points;
}

std::vector<double> means_by_point(const AnalysisInput& input, const std::vector<double>& values) {
  const std::vector<std::size_t> point_of_row = points_of_rows(input);
  const std::size_t count = *std::max_element(point_of_row.begin(), point_of_row.end()) + 1;
  std::vector<double> sums(count, 0);
  std::vector<double> counts(count, 0);
  for (std::size_t r = 0; r < input.rows; ++r) {
    if (!std::isfinite(values[r])) continue;
    sums[point_of_row[r]] += values[r];
    counts[point_of_row[r]] += 1;
  }
  for (std::size_t p = 0; p < count; ++p) sums[p] /= counts[p];
  return sums;
}

std::size_t sobol_point(SobolOrder order, std::size_t base, std::size_t factors, SobolPart part,
                        std::size_t j, std::size_t b) {
  const std::size_t place = part == SobolPart::A ? 0 : part == SobolPart::B ? factors + 1 : j + 1;
  return order == SobolOrder::Rows ? b * (factors + 2) + place : place * base + b;
}

}  // namespace park::study
