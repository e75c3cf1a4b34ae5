// SPDX-License-Identifier: MIT
#include <imgui.h>

#include <cmath>

#include "charts/number_text.hpp"
#include "charts/stacked.hpp"

namespace park::ui {
namespace {

/// One strip between two lines of values, as quads without outlines.
void draw_strip(Canvas& canvas, const TimePlot& plot, const std::vector<float>& lower,
                const std::vector<float>& upper, Color color) {
  ImDrawList& list = canvas.list();
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  for (std::size_t m = 1; m < upper.size(); ++m) {
    const auto at = static_cast<double>(m);
    list.PrimReserve(6, 4);
    list.PrimQuadUV({plot.x(at - 1), plot.y(upper[m - 1])}, {plot.x(at), plot.y(upper[m])},
                    {plot.x(at), plot.y(lower[m])}, {plot.x(at - 1), plot.y(lower[m - 1])}, white, white,
                    white, white, packed(color));
  }
}

void draw_edge(Canvas& canvas, const TimePlot& plot, const std::vector<float>& line, Color color) {
  std::vector<ImVec2> points;
  for (std::size_t m = 0; m < line.size(); ++m)
    points.push_back({plot.x(static_cast<double>(m)), plot.y(line[m])});
  canvas.list().AddPolyline(points.data(), static_cast<int>(points.size()), packed(color), 0,
                            canvas.px(1.5F));
}

void hover(const StackedChart& chart, const Look& look, int month) {
  std::vector<HoverRow> rows;
  float total = 0;
  // As they lie on the screen, the highest first.
  for (std::size_t i = chart.layers.size(); i-- > 0;) {
    const StackedLayer& layer = chart.layers[i];
    if (static_cast<std::size_t>(month) >= layer.values.size()) continue;
    const float value = layer.values[static_cast<std::size_t>(month)];
    total += finite(value);
    rows.push_back({layer.label, value_text(look.texts, value, chart.unit), layer.color});
  }
  rows.push_back({look.texts("ui.charts.total"), value_text(look.texts, total, chart.unit), std::nullopt});
  draw_hover(look, month_text(look.texts, chart.axis, month), rows);
}

}  // namespace

std::optional<int> draw_stacked_area(const StackedChart& chart, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, chart.head);
  std::vector<LegendEntry> entries;
  for (const StackedLayer& layer : chart.layers) entries.push_back({layer.label, layer.color});
  draw_legend(canvas, rest, entries);
  TimePlot plot(canvas, rest, chart.axis, chart.range.value_or(range_of(chart)), chart.unit);
  std::vector<float> lower;
  for (const StackedLayer& layer : chart.layers) {
    lower.resize(std::max(lower.size(), layer.values.size()));
    std::vector<float> upper = lower;
    for (std::size_t m = 0; m < layer.values.size(); ++m) upper[m] += finite(layer.values[m]);
    draw_strip(canvas, plot, lower, upper, faded(layer.color, 0.75));
    draw_edge(canvas, plot, upper, layer.color);
    lower = upper;
  }
  plot.draw_cursor();
  const TimePlot::Mouse mouse = plot.mouse("plot");
  if (mouse.hovered) hover(chart, look, *mouse.hovered);
  return mouse.picked;
}

}  // namespace park::ui
