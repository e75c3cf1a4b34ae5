// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "charts/chart_parts.hpp"
#include "charts/ticks.hpp"

namespace park::ui {

/// What one part adds, with its interval.
struct WaterfallPart {
  std::string label;
  double value = 0;
  double lo = 0, hi = 0;  ///< NaN for none
};

/// From a start by parts to an end, one row each, top to bottom. Without a start label the parts are
/// differences that begin at nought, and their sum is one.
struct WaterfallChart {
  ChartHead head;
  std::string unit;  ///< of the catalogue
  std::string start_label, end_label;
  double start = 0;
  std::vector<WaterfallPart> parts;
  bool is_up_better = true;  ///< which colour gains have
};

/// Where a row's bar reaches from and to, in the chart's unit. The first row is the start, if there is one,
/// the last the end.
struct WaterfallRow {
  double from = 0, to = 0;
};
[[nodiscard]] std::vector<WaterfallRow> waterfall_rows(const WaterfallChart& chart);

void draw_waterfall(const WaterfallChart& chart, const Box& box, const Look& look);

/// `part,unit,value,lo,hi`.
[[nodiscard]] std::string csv_of(const WaterfallChart& chart);

}  // namespace park::ui
