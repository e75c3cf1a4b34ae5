// SPDX-License-Identifier: MIT
#include "charts/fan_chart.hpp"

#include <imgui.h>

#include <array>
#include <cmath>

#include "charts/csv_parts.hpp"
#include "charts/number_text.hpp"

namespace park::ui {
namespace {

/// The five strips between the bounds, none over another, so that each pixel is filled once; with their
/// opacity.
struct Strip {
  float FanPoint::*lower;
  float FanPoint::*upper;
  double opacity;
};
constexpr std::array<Strip, 5> strips = {{{&FanPoint::lo95, &FanPoint::lo75, 0.14},
                                          {&FanPoint::lo75, &FanPoint::lo50, 0.26},
                                          {&FanPoint::lo50, &FanPoint::hi50, 0.42},
                                          {&FanPoint::hi50, &FanPoint::hi75, 0.26},
                                          {&FanPoint::hi75, &FanPoint::hi95, 0.14}}};

void draw_quad(ImDrawList& list, ImVec2 a, ImVec2 b, ImVec2 c, ImVec2 d, std::uint32_t color) {
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  list.PrimReserve(6, 4);
  list.PrimQuadUV(a, b, c, d, white, white, white, white, color);
}

void draw_bands(Canvas& canvas, const TimePlot& plot, const FanSeries& series) {
  for (const Strip& strip : strips) {
    const std::uint32_t color = packed(faded(series.color, strip.opacity));
    for (std::size_t m = 1; m < series.points.size(); ++m) {
      const FanPoint& from = series.points[m - 1];
      const FanPoint& to = series.points[m];
      if (!std::isfinite(from.line) || !std::isfinite(to.line)) continue;
      const auto at = static_cast<double>(m);
      draw_quad(canvas.list(), {plot.x(at - 1), plot.y(from.*strip.upper)},
                {plot.x(at), plot.y(to.*strip.upper)}, {plot.x(at), plot.y(to.*strip.lower)},
                {plot.x(at - 1), plot.y(from.*strip.lower)}, color);
    }
  }
}

void draw_line(Canvas& canvas, const TimePlot& plot, const FanSeries& series) {
  std::vector<ImVec2> points;
  const auto flush = [&] {
    if (points.size() > 1) {
      canvas.list().AddPolyline(points.data(), static_cast<int>(points.size()), packed(series.color), 0,
                                canvas.px(2));
    }
    points.clear();
  };
  for (std::size_t m = 0; m < series.points.size(); ++m) {
    const float value = series.points[m].line;
    if (std::isfinite(value)) points.push_back({plot.x(static_cast<double>(m)), plot.y(value)});
    // A dash of four months, a gap of two.
    const bool ends_dash = series.is_dashed && m % 6 == 4;
    const bool begins_dash = series.is_dashed && m % 6 == 5;
    if (!std::isfinite(value) || ends_dash) flush();
    if (begins_dash) points.clear();
  }
  flush();
}

void draw_marks(Canvas& canvas, const TimePlot& plot, const FanChart& chart) {
  for (const int month : chart.marked_months) {
    const float left = plot.x(month - 1);
    canvas.fill({left, plot.inner().y, std::max(1.0F, plot.x(month) - left), plot.inner().h},
                faded(canvas.theme().held_up, 0.22));
  }
}

void hover(const FanChart& chart, const Look& look, int month) {
  const Texts& texts = look.texts;
  std::vector<HoverRow> rows;
  for (const FanSeries& series : chart.series) {
    if (static_cast<std::size_t>(month) >= series.points.size()) continue;
    const FanPoint& point = series.points[static_cast<std::size_t>(month)];
    rows.push_back({series.label, value_text(texts, point.line, chart.unit), series.color});
    if (series.has_bands && std::isfinite(point.line)) {
      rows.push_back({texts("ui.charts.band95"),
                      texts("ui.charts.from_to", {value_text(texts, point.lo95, chart.unit),
                                                  value_text(texts, point.hi95, chart.unit)}),
                      std::nullopt});
    }
  }
  draw_hover(look, month_text(texts, chart.axis, month), rows);
}

}  // namespace

Range range_of(const FanChart& chart) {
  std::vector<double> values;
  for (const FanSeries& series : chart.series) {
    for (const FanPoint& point : series.points) {
      values.push_back(point.line);
      if (!series.has_bands) continue;
      values.push_back(point.lo95);
      values.push_back(point.hi95);
    }
  }
  return range_of(values, chart.from_zero);
}

std::optional<int> draw_fan_chart(const FanChart& chart, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, chart.head);
  if (chart.series.size() > 1) {
    std::vector<LegendEntry> entries;
    for (const FanSeries& series : chart.series) entries.push_back({series.label, series.color, true});
    if (!chart.marked_months.empty()) entries.push_back({chart.mark_label, faded(look.theme.held_up, 0.5)});
    draw_legend(canvas, rest, entries);
  }
  TimePlot plot(canvas, rest, chart.axis, chart.range.value_or(range_of(chart)), chart.unit);
  const Box& inner = plot.inner();
  canvas.list().PushClipRect({inner.x, inner.y - canvas.px(2)},
                             {inner.right() + 1, inner.bottom() + canvas.px(2)}, true);
  draw_marks(canvas, plot, chart);
  for (const FanSeries& series : chart.series) {
    if (series.has_bands) draw_bands(canvas, plot, series);
  }
  for (const FanSeries& series : chart.series) draw_line(canvas, plot, series);
  canvas.list().PopClipRect();
  plot.draw_cursor();
  const TimePlot::Mouse mouse = plot.mouse("plot");
  if (mouse.hovered) hover(chart, look, *mouse.hovered);
  return mouse.picked;
}

std::string csv_of(const FanChart& chart) {
  study::CsvText csv;
  for (const char* heading :
       {"month", "date", "series", "unit", "line", "lo50", "hi50", "lo75", "hi75", "lo95", "hi95"})
    csv.cell(heading);
  csv.end_record();
  for (const FanSeries& series : chart.series) {
    for (std::size_t m = 0; m < series.points.size(); ++m) {
      const FanPoint& point = series.points[m];
      const int month = static_cast<int>(m);
      add_month(csv, chart.axis, month);
      csv.cell(series.label).cell(chart.unit);
      for (const float value :
           {point.line, point.lo50, point.hi50, point.lo75, point.hi75, point.lo95, point.hi95})
        add_float(csv, value);
      csv.end_record();
    }
  }
  return csv.text();
}

}  // namespace park::ui
