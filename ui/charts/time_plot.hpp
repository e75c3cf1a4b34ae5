// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "charts/chart_parts.hpp"
#include "charts/ticks.hpp"
#include "core/calendar.hpp"

namespace park::ui {

/// The time axis that all charts over months share: month 0 is the opening, `months` the end.
struct TimeAxis {
  YearMonth start{2026, 1};
  int months = 120;
  int current = 0;  ///< where the cursor stands
};

/// The words of a month on the axis: `2031年6月`, `Jun 2031`; the opening is named as such.
[[nodiscard]] std::string month_text(const Texts& texts, const TimeAxis& axis, int month);
/// As wide as the widest month in a size of type, so that what stands beside it holds still.
[[nodiscard]] float month_width(const Texts& texts, const TimeAxis& axis, const ImFont* font);

/// Grid, labels of both axes and the cursor of the current month, and where months and values lie between
/// them.
class TimePlot {
 public:
  /// `values` is in the unit of the catalogue `unit`.
  TimePlot(Canvas& canvas, const Box& box, const TimeAxis& axis, Range values, std::string_view unit);

  [[nodiscard]] const Box& inner() const { return inner_; }
  [[nodiscard]] float x(double month) const {
    return inner_.x + inner_.w * static_cast<float>(month / std::max(1, axis_.months));
  }
  [[nodiscard]] float y(double value) const {
    return inner_.bottom() - inner_.h * static_cast<float>((value - range_.lo) / range_.span());
  }

  /// A line at the current month, over what was drawn.
  void draw_cursor();
  /// Takes the mouse: the month under it, and the month to go to while its button is held.
  struct Mouse {
    std::optional<int> hovered;
    std::optional<int> picked;
  };
  [[nodiscard]] Mouse mouse(const char* id);

 private:
  void draw_values(std::string_view unit);
  void draw_years();

  Canvas& canvas_;
  TimeAxis axis_;
  Box inner_;
  Range range_;
  std::vector<double> ticks_;
  std::vector<std::string> labels_;
};

}  // namespace park::ui
