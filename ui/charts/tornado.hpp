// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "charts/chart_parts.hpp"

namespace park::ui {

/// What an outcome becomes at the low and at the high end of a factor.
struct TornadoBar {
  std::string label;
  double at_low = 0, at_high = 0;
  std::string low_text, high_text;  ///< the factor's ends in words
};

struct TornadoChart {
  ChartHead head;
  std::string unit;  ///< of the catalogue
  double base = 0;   ///< the outcome without any change
  std::vector<TornadoBar> bars;
};

/// The bars, widest first; those of one width stay in order.
[[nodiscard]] std::vector<TornadoBar> by_width(std::vector<TornadoBar> bars);

void draw_tornado(const TornadoChart& chart, const Box& box, const Look& look);

/// `factor,unit,at_low,at_high,base`.
[[nodiscard]] std::string csv_of(const TornadoChart& chart);

}  // namespace park::ui
