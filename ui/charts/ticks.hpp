// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "core/calendar.hpp"

namespace park::ui {

/// From `lo` to `hi` in the unit of what is shown.
struct Range {
  double lo = 0;
  double hi = 1;

  [[nodiscard]] double span() const { return hi - lo; }
  bool operator==(const Range&) const = default;
};

/// The range of all that is finite among `values`, nothing else; {0, 1} if nothing is. `from_zero` takes zero
/// in.
[[nodiscard]] Range range_of(std::span<const double> values, bool from_zero);

/// Widened to whole steps of 1, 2, 2.5 or 5 times a power of ten, with up to `most` ticks (at least 3); a
/// range of no width is widened around its value.
struct Ticks {
  Range range;
  std::vector<double> values;
};
[[nodiscard]] Ticks nice_ticks(Range range, int most);

/// Axes hold still: while something is dragged the held range stays unless the new one reaches out of it, and
/// otherwise it follows only what leaves it or fills less than 60 % of it. An empty `held` (lo >= hi) takes
/// the new one.
[[nodiscard]] Range held_range(Range held, Range wanted, bool is_dragging);

/// A January on a time axis: `month` is where the year begins, in months after the opening.
struct YearTick {
  int month = 0;
  int year = 0;
};
/// Years of a horizon, every one, second, fourth, fifth, tenth, ..., so that there are up to `most` (at least
/// 2).
[[nodiscard]] std::vector<YearTick> year_ticks(YearMonth start, int months, int most);

}  // namespace park::ui
