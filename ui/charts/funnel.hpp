// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "charts/chart_parts.hpp"

namespace park::ui {

/// A step of a process that ever fewer reach.
struct FunnelStep {
  std::string label;
  Color color;
  double value = 0;
  double reference = 0;  ///< the baseline's, drawn as a mark; NaN for none
  std::string note;      ///< after the bar: duration and share of the step before
};

struct FunnelChart {
  ChartHead head;
  std::string unit;  ///< of the catalogue
  std::vector<FunnelStep> steps;
  std::string reference_label;
  double full = 0;  ///< value of a bar of full width, held by the caller; 0: the largest value
};

/// Where a step's parts lie.
struct FunnelRow {
  Box label, bar, note;
  float reference_x = 0;     ///< NaN for none
  bool value_inside = true;  ///< else it stands after the bar
};
/// `label_width`, `note_width` and `value_width` are what the widest texts take; the bars get what is left,
/// at least a third of the box: the notes then give way.
[[nodiscard]] std::vector<FunnelRow> funnel_layout(const FunnelChart& chart, const Box& box,
                                                   float label_width, float note_width, float value_width);

void draw_funnel(const FunnelChart& chart, const Box& box, const Look& look);

/// `step,unit,value,reference,note`.
[[nodiscard]] std::string csv_of(const FunnelChart& chart);

}  // namespace park::ui
