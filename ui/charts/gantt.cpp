// SPDX-License-Identifier: MIT
#include "charts/gantt.hpp"

#include <imgui.h>

#include <cmath>

#include "study/csv_text.hpp"

namespace park::ui {
namespace {

void draw_years(Canvas& canvas, const Box& inner, const TimeAxis& axis) {
  const ImFont* font = canvas.look().fonts.small;
  const int most = std::max(2, static_cast<int>(inner.w / (text_width(font, "2026") + canvas.px(14))));
  for (const YearTick& tick : year_ticks(axis.start, axis.months, most)) {
    const float at = std::round(inner.x + inner.w * static_cast<float>(tick.month) /
                                              static_cast<float>(std::max(1, axis.months)));
    canvas.fill({at, inner.y, 1, inner.h}, canvas.theme().grid);
    canvas.text(font, at, inner.bottom() + canvas.px(3), canvas.theme().text_faint, std::to_string(tick.year),
                Align::Middle);
  }
}

void draw_bar(Canvas& canvas, const GanttChart& chart, const GanttRow& row, const GanttBar& bar,
              const Box& line) {
  const Look& look = canvas.look();
  const Box box = gantt_bar_box(bar, line, chart.axis.months);
  canvas.fill(box, bar.color, canvas.px(3));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  if (!ImGui::IsWindowHovered() || !box.holds(mouse.x, mouse.y)) return;
  const std::string from = month_text(look.texts, chart.axis, bar.from);
  const std::string when =
      bar.from == bar.to
          ? from
          : look.texts("ui.charts.from_to", {from, month_text(look.texts, chart.axis, bar.to)});
  draw_hover(look, row.label, {{bar.words, when, bar.color}});
}

}  // namespace

Box gantt_bar_box(const GanttBar& bar, const Box& row, int months) {
  const auto x = [&](int month) {
    return row.x + row.w * static_cast<float>(month) / static_cast<float>(std::max(1, months));
  };
  const Box line = row.inset(0, row.h * 0.2F, 0, row.h * 0.2F);
  if (bar.from >= bar.to) return {x(bar.from) - line.h / 2, line.y, line.h, line.h};
  return {x(bar.from), line.y, x(bar.to) - x(bar.from), line.h};
}

std::optional<int> draw_gantt(const GanttChart& chart, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, chart.head);
  float label_width = 0;
  for (const GanttRow& row : chart.rows)
    label_width = std::max(label_width, text_width(look.fonts.small, row.label));
  const Box labels = rest.take_left(std::min(label_width, rest.w * 0.4F));
  const Box inner = rest.inset(look.px(10), 0, look.px(10), look.fonts.small->FontSize + look.px(4));
  draw_years(canvas, inner, chart.axis);
  const float height =
      std::min(inner.h / std::max<float>(1, static_cast<float>(chart.rows.size())), look.px(24));
  for (std::size_t i = 0; i < chart.rows.size(); ++i) {
    const Box line{inner.x, inner.y + height * static_cast<float>(i), inner.w, height};
    canvas.text_in(look.fonts.small, {labels.x, line.y, labels.w, height}, look.theme.text_muted,
                   chart.rows[i].label, Align::Right);
    for (const GanttBar& bar : chart.rows[i].bars) draw_bar(canvas, chart, chart.rows[i], bar, line);
  }
  const float cursor = inner.x + inner.w * static_cast<float>(chart.axis.current) /
                                     static_cast<float>(std::max(1, chart.axis.months));
  canvas.fill({std::round(cursor), inner.y, 1, inner.h}, faded(look.theme.cursor, 0.7));
  if (inner.is_empty()) return std::nullopt;
  ImGui::SetCursorScreenPos({inner.x, inner.y});
  ImGui::InvisibleButton("gantt", {inner.w, inner.h});
  if (!ImGui::IsItemActive()) return std::nullopt;
  const float share = (ImGui::GetIO().MousePos.x - inner.x) / inner.w;
  return std::clamp(static_cast<int>(std::lround(share * static_cast<float>(chart.axis.months))), 0,
                    chart.axis.months);
}

std::string csv_of(const GanttChart& chart) {
  study::CsvText csv;
  for (const char* heading : {"row", "from", "to", "words"}) csv.cell(heading);
  csv.end_record();
  const auto date = [&](int month) {
    return month <= 0 ? std::string() : to_string(plus_months(chart.axis.start, month - 1));
  };
  for (const GanttRow& row : chart.rows) {
    for (const GanttBar& bar : row.bars) {
      csv.cell(row.label).cell(date(bar.from)).cell(date(bar.to)).cell(bar.words);
      csv.end_record();
    }
  }
  return csv.text();
}

}  // namespace park::ui
