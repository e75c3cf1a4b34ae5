// SPDX-License-Identifier: MIT
#include "charts/funnel.hpp"

#include <imgui.h>

#include <cmath>
#include <limits>

#include "charts/number_text.hpp"
#include "study/csv_text.hpp"

namespace park::ui {
namespace {

double largest(const FunnelChart& chart) {
  double most = 0;
  for (const FunnelStep& step : chart.steps) {
    if (std::isfinite(step.value)) most = std::max(most, step.value);
    if (std::isfinite(step.reference)) most = std::max(most, step.reference);
  }
  return most;
}

void draw_row(Canvas& canvas, const FunnelChart& chart, const FunnelStep& step, const FunnelRow& row) {
  const Look& look = canvas.look();
  canvas.text_in(look.fonts.body, row.label, look.theme.text, step.label, Align::Right);
  canvas.fill(row.bar, step.color, canvas.px(3));
  const std::string value = value_text(look.texts, step.value, chart.unit);
  if (row.value_inside) {
    // Black or white, whichever is read better on the bar.
    const Color dark = rgb(0x10151B);
    const Color light = rgb(0xFFFFFF);
    const Color ink = contrast(step.color, dark) > contrast(step.color, light) ? dark : light;
    canvas.text_in(look.fonts.strong, row.bar.inset(canvas.px(8), 0, 0, 0), ink, value);
  } else {
    canvas.text(look.fonts.strong, row.bar.right() + canvas.px(6),
                row.bar.middle_y() - look.fonts.strong->FontSize / 2, look.theme.text, value);
  }
  if (std::isfinite(row.reference_x) && step.reference > 0) {
    // Above and below the bar, so that it never crosses the number.
    const float x = row.reference_x - canvas.px(1);
    canvas.fill({x, row.bar.y - canvas.px(5), canvas.px(2), canvas.px(5)}, look.theme.baseline);
    canvas.fill({x, row.bar.bottom(), canvas.px(2), canvas.px(5)}, look.theme.baseline);
  }
  canvas.text_in(look.fonts.small, row.note, look.theme.text_muted, step.note);
}

void hover(const FunnelChart& chart, const FunnelStep& step, const Look& look) {
  std::vector<HoverRow> rows = {
      {look.texts("ui.charts.scenario"), value_text(look.texts, step.value, chart.unit), step.color}};
  if (std::isfinite(step.reference)) {
    rows.push_back(
        {chart.reference_label, value_text(look.texts, step.reference, chart.unit), look.theme.baseline});
  }
  if (!step.note.empty()) rows.push_back({step.note, "", std::nullopt});
  draw_hover(look, step.label, rows);
}

}  // namespace

std::vector<FunnelRow> funnel_layout(const FunnelChart& chart, const Box& box, float label_width,
                                     float note_width, float value_width) {
  std::vector<FunnelRow> rows;
  if (chart.steps.empty() || box.is_empty()) return rows;
  const double full = std::max({chart.full, largest(chart), 1e-9});
  const float row_height = box.h / static_cast<float>(chart.steps.size());
  const float gap = row_height * 0.28F;
  const float label = std::min(label_width, box.w / 3);
  const float note = std::min(note_width, std::max(0.0F, box.w - label - box.w / 3));
  Box left = box;
  for (const FunnelStep& step : chart.steps) {
    Box line = left.take_top(row_height);
    FunnelRow row;
    row.label = line.take_left(label);
    line.take_left(std::min(row_height * 0.2F, 12.0F));
    row.note = line.take_right(note);
    const auto width_of = [&](double value) {
      return line.w * static_cast<float>(std::isfinite(value) ? std::max(0.0, value) / full : 0);
    };
    row.bar = Box{line.x, line.y, width_of(step.value), line.h}.inset(0, gap / 2, 0, gap / 2);
    row.value_inside = row.bar.w >= value_width;
    row.reference_x = std::isfinite(step.reference) ? line.x + width_of(step.reference)
                                                    : std::numeric_limits<float>::quiet_NaN();
    rows.push_back(row);
  }
  return rows;
}

void draw_funnel(const FunnelChart& chart, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, chart.head);
  float label_width = 0;
  float note_width = 0;
  float value_width = 0;
  for (const FunnelStep& step : chart.steps) {
    label_width = std::max(label_width, text_width(look.fonts.body, step.label));
    note_width = std::max(note_width, text_width(look.fonts.small, step.note) + look.px(10));
    value_width =
        std::max(value_width,
                 text_width(look.fonts.strong, value_text(look.texts, step.value, chart.unit)) + look.px(16));
  }
  const auto rows = funnel_layout(chart, rest, label_width, note_width, value_width);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    draw_row(canvas, chart, chart.steps[i], rows[i]);
    const Box line{rest.x, rows[i].bar.y, rest.w, rows[i].bar.h};
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (ImGui::IsWindowHovered() && line.holds(mouse.x, mouse.y)) hover(chart, chart.steps[i], look);
  }
}

std::string csv_of(const FunnelChart& chart) {
  study::CsvText csv;
  for (const char* heading : {"step", "unit", "value", "reference", "note"}) csv.cell(heading);
  csv.end_record();
  for (const FunnelStep& step : chart.steps) {
    csv.cell(step.label).cell(chart.unit).cell(step.value).cell(step.reference).cell(step.note);
    csv.end_record();
  }
  return csv.text();
}

}  // namespace park::ui
