// SPDX-License-Identifier: MIT
#include "charts/time_plot.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "charts/number_text.hpp"

namespace park::ui {

std::string month_text(const Texts& texts, const TimeAxis& axis, int month) {
  if (month <= 0) return texts("ui.charts.opening");
  const YearMonth date = plus_months(axis.start, month - 1);
  if (texts.is_chinese())
    return texts("ui.charts.month", {std::to_string(date.year), std::to_string(date.month)});
  return texts("ui.charts.month",
               {std::to_string(date.year), texts("ui.month." + std::to_string(date.month))});
}

float month_width(const Texts& texts, const TimeAxis& axis, const ImFont* font) {
  float widest = text_width(font, month_text(texts, axis, 0));
  for (int month = 1; month <= std::min(axis.months, 12); ++month)
    widest = std::max(widest, text_width(font, month_text(texts, axis, month)));
  return std::ceil(widest);
}

TimePlot::TimePlot(Canvas& canvas, const Box& box, const TimeAxis& axis, Range values, std::string_view unit)
    : canvas_(canvas), axis_(axis) {
  const ImFont* font = canvas.look().fonts.small;
  const int most = std::clamp(static_cast<int>(box.h / (font->FontSize * 2.4F)), 2, 7);
  const Ticks ticks = nice_ticks(values, most);
  range_ = ticks.range;
  ticks_ = ticks.values;
  labels_ = axis_labels(canvas.look().texts, ticks_, unit);
  float widest = 0;
  for (const std::string& label : labels_) widest = std::max(widest, text_width(font, label));
  inner_ = box.inset(std::round(widest + canvas.px(8)), std::round(font->FontSize / 2), canvas.px(12),
                     std::round(font->FontSize + canvas.px(6)));
  draw_values(unit);
  draw_years();
}

void TimePlot::draw_values(std::string_view /*unit*/) {
  const ImFont* font = canvas_.look().fonts.small;
  for (std::size_t i = 0; i < ticks_.size(); ++i) {
    const float at = std::round(y(ticks_[i]));
    const bool is_zero = std::abs(ticks_[i]) < 1e-9 * range_.span();
    canvas_.fill({inner_.x, at, inner_.w, 1}, is_zero ? canvas_.theme().axis : canvas_.theme().grid);
    canvas_.text(font, inner_.x - canvas_.px(6), at - font->FontSize / 2, canvas_.theme().text_faint,
                 labels_[i], Align::Right);
  }
}

void TimePlot::draw_years() {
  const ImFont* font = canvas_.look().fonts.small;
  const float label = text_width(font, "2026") + canvas_.px(14);
  const int most = std::max(2, static_cast<int>(inner_.w / label));
  for (const YearTick& tick : year_ticks(axis_.start, axis_.months, most)) {
    const float at = std::round(x(tick.month));
    canvas_.fill({at, inner_.bottom(), 1, canvas_.px(3)}, canvas_.theme().axis);
    canvas_.text(font, at, inner_.bottom() + canvas_.px(4), canvas_.theme().text_faint,
                 std::to_string(tick.year), Align::Middle);
  }
}

void TimePlot::draw_cursor() {
  canvas_.fill({std::round(x(axis_.current)), inner_.y, 1, inner_.h}, faded(canvas_.theme().cursor, 0.7));
}

TimePlot::Mouse TimePlot::mouse(const char* id) {
  Mouse mouse;
  if (inner_.w < 1 || inner_.h < 1) return mouse;
  ImGui::SetCursorScreenPos({inner_.x, inner_.y});
  ImGui::InvisibleButton(id, {inner_.w, inner_.h});
  const bool is_held = ImGui::IsItemActive();
  if (!is_held && !ImGui::IsItemHovered()) return mouse;
  const float share = (ImGui::GetIO().MousePos.x - inner_.x) / inner_.w;
  const int month =
      std::clamp(static_cast<int>(std::lround(share * static_cast<float>(axis_.months))), 0, axis_.months);
  mouse.hovered = month;
  if (is_held) mouse.picked = month;
  canvas_.fill({std::round(x(month)), inner_.y, 1, inner_.h}, canvas_.theme().cursor);
  return mouse;
}

}  // namespace park::ui
