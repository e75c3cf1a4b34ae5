// SPDX-License-Identifier: MIT
#include "charts/waterfall.hpp"

#include <imgui.h>

#include <cmath>

#include "charts/number_text.hpp"
#include "study/csv_text.hpp"

namespace park::ui {
namespace {

struct RowText {
  std::string label, value, interval;
};

bool has_start(const WaterfallChart& chart) { return !chart.start_label.empty(); }

std::vector<RowText> texts_of(const WaterfallChart& chart, const Texts& texts, double end) {
  std::vector<RowText> rows;
  if (has_start(chart)) rows.push_back({chart.start_label, value_text(texts, chart.start, chart.unit), ""});
  for (const WaterfallPart& part : chart.parts) {
    rows.push_back({part.label, difference_text(texts, part.value, chart.unit),
                    std::isfinite(part.lo) ? interval_text(texts, part.lo, part.hi, chart.unit) : ""});
  }
  rows.push_back(
      {chart.end_label,
       has_start(chart) ? value_text(texts, end, chart.unit) : difference_text(texts, end, chart.unit), ""});
  return rows;
}

Range range_of_rows(const std::vector<WaterfallRow>& rows) {
  std::vector<double> ends;
  for (const WaterfallRow& row : rows) {
    ends.push_back(row.from);
    ends.push_back(row.to);
  }
  return range_of(ends, true);
}

/// Labels left, values right, bars between.
struct Columns {
  Box label, bar, value;
};
Columns columns_of(const Look& look, const Box& box, const std::vector<RowText>& rows) {
  float label = 0;
  float value = 0;
  for (const RowText& row : rows) {
    label = std::max(label, text_width(look.fonts.small, row.label));
    value = std::max(value, text_width(look.fonts.small, row.value + " " + row.interval));
  }
  Box rest = box;
  Columns columns;
  columns.label = rest.take_left(std::min(label, box.w * 0.34F));
  columns.value = rest.take_right(std::min(value, box.w * 0.46F));
  columns.bar = rest.inset(look.px(8), 0, look.px(8), 0);
  return columns;
}

void hover(const Look& look, const RowText& row, Color color) {
  std::vector<HoverRow> rows = {{look.texts("ui.charts.effect"), row.value, color}};
  if (!row.interval.empty()) rows.push_back({look.texts("ui.charts.interval"), row.interval, std::nullopt});
  draw_hover(look, row.label, rows);
}

}  // namespace

std::vector<WaterfallRow> waterfall_rows(const WaterfallChart& chart) {
  std::vector<WaterfallRow> rows;
  double reached = 0;
  if (has_start(chart)) {
    rows.push_back({0, chart.start});
    reached = chart.start;
  }
  for (const WaterfallPart& part : chart.parts) {
    const double value = std::isfinite(part.value) ? part.value : 0;
    rows.push_back({reached, reached + value});
    reached += value;
  }
  rows.push_back({0, reached});
  return rows;
}

void draw_waterfall(const WaterfallChart& chart, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, chart.head);
  const auto rows = waterfall_rows(chart);
  const auto texts = texts_of(chart, look.texts, rows.back().to);
  const Range range = range_of_rows(rows);
  const Columns columns = columns_of(look, rest, texts);
  const float height = std::min(rest.h / static_cast<float>(rows.size()), look.px(26));
  const auto x = [&](double value) {
    return columns.bar.x +
           columns.bar.w * static_cast<float>((value - range.lo) / std::max(1e-12, range.span()));
  };
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const float y = rest.y + height * static_cast<float>(i);
    const bool is_gain = (rows[i].to >= rows[i].from) == chart.is_up_better;
    const Color color = i == 0 && has_start(chart) ? look.theme.baseline
                        : i + 1 == rows.size()     ? look.theme.scenario
                        : is_gain                  ? look.theme.good
                                                   : look.theme.trouble;
    const float left = std::min(x(rows[i].from), x(rows[i].to));
    const float width = std::max(1.0F, std::abs(x(rows[i].to) - x(rows[i].from)));
    canvas.fill({left, y + height * 0.18F, width, height * 0.64F}, color, look.px(2));
    if (i + 1 < rows.size()) {
      canvas.fill({std::round(x(rows[i].to)), y + height * 0.82F, 1, height * 0.36F}, look.theme.axis);
    }
    const ImFont* font = look.fonts.small;
    canvas.text_in(font, {columns.label.x, y, columns.label.w, height}, look.theme.text, texts[i].label,
                   Align::Right);
    Box value{columns.value.x, y, columns.value.w, height};
    canvas.text_in(font, value, look.theme.text, texts[i].value);
    value.take_left(text_width(font, texts[i].value) + look.px(4));
    // Half a number would be a wrong one; under the mouse it is whole.
    if (text_width(font, texts[i].interval) <= value.w)
      canvas.text_in(font, value, look.theme.text_faint, texts[i].interval);
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (ImGui::IsWindowHovered() && Box{box.x, y, box.w, height}.holds(mouse.x, mouse.y))
      hover(look, texts[i], color);
  }
}

std::string csv_of(const WaterfallChart& chart) {
  study::CsvText csv;
  for (const char* heading : {"part", "unit", "value", "lo", "hi"}) csv.cell(heading);
  csv.end_record();
  if (has_start(chart)) {
    csv.cell(chart.start_label).cell(chart.unit).cell(chart.start).cell("").cell("");
    csv.end_record();
  }
  for (const WaterfallPart& part : chart.parts) {
    csv.cell(part.label).cell(chart.unit).cell(part.value).cell(part.lo).cell(part.hi);
    csv.end_record();
  }
  return csv.text();
}

}  // namespace park::ui
