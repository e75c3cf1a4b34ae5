// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "charts/time_plot.hpp"

namespace park::ui {

struct StackedLayer {
  std::string label;
  Color color;
  std::vector<float> values;  ///< by month from the opening; NaN counts as nothing
};

/// Parts of a whole over months, the first lowest: as an area, or as bars that sum up several months.
struct StackedChart {
  ChartHead head;
  TimeAxis axis;
  std::string unit;  ///< of the catalogue
  std::vector<StackedLayer> layers;
  bool is_bars = false;
  int months_per_bar = 3;          ///< of bars
  std::optional<int> known_until;  ///< month; a bar that reaches beyond holds a part, and is drawn so
  std::optional<Range> range;      ///< held by the caller; else from the values
};

[[nodiscard]] inline float finite(float value) { return std::isfinite(value) ? value : 0; }

/// Bars of a layer: sums of `months_per_bar` months each from month 1 on (the opening has none), the last one
/// of what is left.
[[nodiscard]] std::vector<double> bars_of(const StackedLayer& layer, int months_per_bar);

/// What the values need: from nothing to the highest sum.
[[nodiscard]] Range range_of(const StackedChart& chart);

/// Return the month that was picked with the mouse.
std::optional<int> draw_stacked_area(const StackedChart& chart, const Box& box, const Look& look);
std::optional<int> draw_stacked_bars(const StackedChart& chart, const Box& box, const Look& look);

/// `month,date,series,unit,value` by month.
[[nodiscard]] std::string csv_of(const StackedChart& chart);

}  // namespace park::ui
