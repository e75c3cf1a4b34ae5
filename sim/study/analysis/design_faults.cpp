// SPDX-License-Identifier: MIT
#include <cmath>
#include <string>

#include "core/assert.hpp"
#include "study/analysis/analysis.hpp"
#include "study/analysis/design_points.hpp"

namespace park::study {
namespace {

/// Of one kind; a design in another order has a fault in almost every row, and a few say so.
constexpr std::size_t most_faults = 5;

std::string text_of(double value) {
  std::string text = std::to_string(value);
  while (text.ends_with('0')) text.pop_back();
  if (text.ends_with('.')) text.pop_back();
  return text;
}

void check_ranges(const AnalysisInput& input, std::vector<InputFault>& faults) {
  const std::size_t d = input.factors.size();
  std::size_t found = 0;
  for (std::size_t r = 0; r < input.rows; ++r) {
    for (std::size_t f = 0; f < d; ++f) {
      const AnalysisFactor& factor = input.factors[f];
      const double value = input.values[r * d + f];
      // A range that is not stated is NaN and excludes nothing.
      if (!(value < factor.min) && !(value > factor.max)) continue;
      if (found++ == most_faults) return;
      faults.push_back(
          {r, f, "a value from " + text_of(factor.min) + " to " + text_of(factor.max), text_of(value)});
    }
  }
}

/// Values whose place in the cube is not known to the last bit still name the same level.
bool is_same(double a, double b) { return std::abs(a - b) <= 1e-9; }

void check_morris(const DesignPoints& points, std::vector<InputFault>& faults) {
  const std::size_t d = points.factors;
  if (points.count == 0 || points.count % (d + 1) != 0) {
    faults.push_back({std::nullopt, std::nullopt,
                      "blocks of " + std::to_string(d + 1) + " points (factors + 1) of a Morris design",
                      std::to_string(points.count) + " points"});
    return;
  }
  std::size_t found = 0;
  for (std::size_t first = 0; first < points.count && found < most_faults; first += d + 1) {
    const MorrisBlock block =
        morris_block(std::span<const double>(points.unit).subspan(first * d, (d + 1) * d), d);
    if (!block.spoiled_at) continue;
    ++found;
    faults.push_back({points.first_row[first + *block.spoiled_at], std::nullopt,
                      "a point one step from the one before it (or from the first of its block of " +
                          std::to_string(d + 1) + "), each factor stepping once",
                      "another"});
  }
}

/// Whether AB_j of base row `b` is A with column j from B; appends the places where not.
void check_mixed_point(const DesignPoints& points, SobolOrder order, std::size_t j, std::size_t b,
                       std::vector<InputFault>& faults) {
  const std::size_t d = points.factors;
  const std::size_t base = points.count / (d + 2);
  const std::size_t point = sobol_point(order, base, d, SobolPart::Mixed, j, b);
  for (std::size_t f = 0; f < d; ++f) {
    const SobolPart part = f == j ? SobolPart::B : SobolPart::A;
    const std::size_t source = sobol_point(order, base, d, part, 0, b);
    if (is_same(points.unit[point * d + f], points.unit[source * d + f])) continue;
    faults.push_back({points.first_row[point], f,
                      text_of(points.values[source * d + f]) + " as in the " + (f == j ? "B" : "A") +
                          " row of the same base row",
                      text_of(points.values[point * d + f])});
  }
}

/// The first places where the points are no Saltelli design in that order.
std::vector<InputFault> sobol_faults(const DesignPoints& points, SobolOrder order) {
  std::vector<InputFault> faults;
  const std::size_t d = points.factors;
  const std::size_t mixed = points.count / (d + 2) * d;
  for (std::size_t i = 0; i < mixed && faults.size() < most_faults; ++i)
    check_mixed_point(points, order, i % d, i / d, faults);
  if (faults.size() > most_faults) faults.resize(most_faults);
  return faults;
}

void check_sobol(const DesignPoints& points, SobolOrder order, std::vector<InputFault>& faults) {
  const std::size_t d = points.factors;
  if (points.count == 0 || points.count % (d + 2) != 0) {
    const std::string second_order =
        points.count > 0 && points.count % (2 * d + 2) == 0
            ? " (2 x factors + 2 would be a design for second order, which is not read)"
            : "";
    faults.push_back({std::nullopt, std::nullopt,
                      "base rows of " + std::to_string(d + 2) + " points (factors + 2) of Saltelli's design",
                      std::to_string(points.count) + " points" + second_order});
    return;
  }
  const std::vector<InputFault> found = sobol_faults(points, order);
  if (found.empty()) return;
  const SobolOrder other = order == SobolOrder::Rows ? SobolOrder::Blocks : SobolOrder::Rows;
  if (sobol_faults(points, other).empty()) {
    const bool is_in_blocks = other == SobolOrder::Blocks;
    faults.push_back(
        {found.front().row, found.front().factor,
         is_in_blocks ? "each base row's points together" : "the points in blocks",
         is_in_blocks ? "a design in blocks (--order blocks)" : "a design by base rows (--order rows)"});
    return;
  }
  faults.insert(faults.end(), found.begin(), found.end());
}

}  // namespace

std::vector<InputFault> faults_of(const AnalysisInput& input) {
  PARK_ASSERT(!input.factors.empty() && input.values.size() == input.rows * input.factors.size());
  PARK_ASSERT(input.unit.empty() || input.unit.size() == input.values.size());
  PARK_ASSERT(input.points.empty() || input.points.size() == input.rows);
  PARK_ASSERT(input.seeds.empty() || input.seeds.size() == input.rows);
  for (const AnalysisOutcome& outcome : input.outcomes) PARK_ASSERT(outcome.values.size() == input.rows);
  std::vector<InputFault> faults;
  if (input.rows == 0) {
    faults.push_back({std::nullopt, std::nullopt, "at least one run", "none"});
    return faults;
  }
  check_ranges(input, faults);
  const DesignPoints points = design_points(input);
  if (input.design == SampleKind::Morris) check_morris(points, faults);
  if (input.design == SampleKind::Sobol) check_sobol(points, input.order, faults);
  return faults;
}

}  // namespace park::study
