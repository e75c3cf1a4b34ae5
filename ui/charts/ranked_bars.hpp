// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "charts/chart_parts.hpp"

namespace park::ui {

/// An effect with its 95 % interval; one whose interval holds nought is drawn faint.
struct RankedBar {
  std::string label;
  double value = 0;
  double lo = 0, hi = 0;  ///< NaN for none

  [[nodiscard]] bool is_certain() const { return lo > 0 || hi < 0; }
  [[nodiscard]] bool is_nought() const { return value == 0 && lo == 0 && hi == 0; }
};

struct RankedBars {
  ChartHead head;
  std::string unit;  ///< of the catalogue
  std::vector<RankedBar> bars;
  std::string
      nought_words;  ///< what is said of those that are nought throughout; empty: they are drawn as bars
};

/// The certain ones first, each by size; equal ones stay in order.
[[nodiscard]] std::vector<RankedBar> ranked(std::vector<RankedBar> bars);

/// As many as there is room for; those that are nought throughout by their names only, below the others.
void draw_ranked_bars(const RankedBars& chart, const Box& box, const Look& look);

/// `label,unit,value,lo,hi`.
[[nodiscard]] std::string csv_of(const RankedBars& chart);

}  // namespace park::ui
