// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "charts/time_plot.hpp"

namespace park::ui {

/// One month of a fan: the bounds of the middle 95, 75 and 50 % of runs around the line. NaN where there is
/// no value.
struct FanPoint {
  float lo95 = 0, lo75 = 0, lo50 = 0, line = 0, hi50 = 0, hi75 = 0, hi95 = 0;
};

struct FanSeries {
  std::string label;
  Color color;
  std::vector<FanPoint> points;  ///< by month from the opening
  bool has_bands = true;         ///< else the line alone
  bool is_dashed = false;
};

/// Lines over months with the range of futures behind them. The first series lies lowest.
struct FanChart {
  ChartHead head;
  TimeAxis axis;
  std::string unit;  ///< of the catalogue
  std::vector<FanSeries> series;
  std::optional<Range> range;  ///< held by the caller; else from the values
  bool from_zero = true;
  std::vector<int> marked_months;  ///< shaded, as those of the spring festival
  std::string mark_label;
};

/// What the values need: the bounds of all bands.
[[nodiscard]] Range range_of(const FanChart& chart);

/// Returns the month that was picked with the mouse.
std::optional<int> draw_fan_chart(const FanChart& chart, const Box& box, const Look& look);

/// `month,date,series,line,lo50,hi50,lo75,hi75,lo95,hi95`, in the unit of the catalogue, which the heading
/// names.
[[nodiscard]] std::string csv_of(const FanChart& chart);

}  // namespace park::ui
