// SPDX-License-Identifier: MIT
#include "charts/ticks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/assert.hpp"

namespace park::ui {
namespace {

/// The smallest step of 1, 2, 2.5, 5 times a power of ten that is not below `least`.
double step_from(double least) {
  const double power = std::pow(10.0, std::floor(std::log10(least)));
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= least * (1 - 1e-9)) return factor * power;
  }
  return 10 * power;
}

Range widened(Range range) {
  if (range.span() > 0) return range;
  const double around = range.lo == 0 ? 1 : std::abs(range.lo) * 0.5;
  return range.lo == 0 ? Range{0, 1} : Range{range.lo - around, range.hi + around};
}

}  // namespace

Range range_of(std::span<const double> values, bool from_zero) {
  bool found = false;
  Range range;
  for (const double value : values) {
    if (!std::isfinite(value)) continue;
    range = found ? Range{std::min(range.lo, value), std::max(range.hi, value)} : Range{value, value};
    found = true;
  }
  if (!found) return {};
  if (from_zero) range = {std::min(range.lo, 0.0), std::max(range.hi, 0.0)};
  return range;
}

Ticks nice_ticks(Range range, int most) {
  PARK_ASSERT(std::isfinite(range.lo) && std::isfinite(range.hi) && range.lo <= range.hi);
  range = widened(range);
  const int intervals = std::max(2, most - 1);  // one alone could not hold zero inside
  double step = step_from(range.span() / intervals);
  // Widening to whole steps can ask for one interval more than there is room for.
  while (std::ceil(range.hi / step - 1e-9) - std::floor(range.lo / step + 1e-9) > intervals)
    step = step_from(step * 1.01);
  const double first = std::floor(range.lo / step + 1e-9);
  const double last = std::max(first + 1, std::ceil(range.hi / step - 1e-9));
  Ticks ticks{{first * step, last * step}, {}};
  for (double place = first; place <= last + 0.5; place += 1) ticks.values.push_back(place * step);
  return ticks;
}

Range held_range(Range held, Range wanted, bool is_dragging) {
  if (held.lo >= held.hi) return wanted;
  const bool reaches_out = wanted.lo < held.lo || wanted.hi > held.hi;
  if (is_dragging) {
    return reaches_out ? Range{std::min(held.lo, wanted.lo), std::max(held.hi, wanted.hi)} : held;
  }
  constexpr double least_filled = 0.6;
  return reaches_out || wanted.span() < least_filled * held.span() ? wanted : held;
}

std::vector<YearTick> year_ticks(YearMonth start, int months, int most) {
  constexpr std::array<int, 8> steps = {1, 2, 4, 5, 10, 20, 50, 100};
  const int first_year = start.month == 1 ? start.year : start.year + 1;
  std::vector<YearTick> ticks;
  for (const int step : steps) {
    ticks.clear();
    for (int year = (first_year + step - 1) / step * step;; year += step) {
      const int month = months_between(start, {year, 1});
      if (month > months) break;
      ticks.push_back({month, year});
    }
    if (static_cast<int>(ticks.size()) <= std::max(2, most)) break;
  }
  return ticks;
}

}  // namespace park::ui
