// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "charts/time_plot.hpp"

namespace park::ui {

/// A stretch of months from the end of `from` to the end of `to`, or a moment where both are the same.
struct GanttBar {
  int from = 0, to = 0;
  Color color;
  std::string words;  ///< shown on hover, and inside where there is room
};

struct GanttRow {
  std::string label;
  std::vector<GanttBar> bars;
};

struct GanttChart {
  ChartHead head;
  TimeAxis axis;
  std::vector<GanttRow> rows;
};

/// Where a bar lies in its row; a moment is a square of the bar's height around its month.
[[nodiscard]] Box gantt_bar_box(const GanttBar& bar, const Box& row, int months);

/// Returns the month that was picked with the mouse.
std::optional<int> draw_gantt(const GanttChart& chart, const Box& box, const Look& look);

/// `row,from,to,words`, dates as `2031-06`.
[[nodiscard]] std::string csv_of(const GanttChart& chart);

}  // namespace park::ui
