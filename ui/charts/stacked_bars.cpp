// SPDX-License-Identifier: MIT
#include <imgui.h>

#include <cmath>

#include "charts/number_text.hpp"
#include "charts/stacked.hpp"

namespace park::ui {
namespace {

using Bars = std::vector<std::vector<double>>;

/// The months that a bar sums up.
struct Months {
  int first, last;
};
Months months_of(const StackedChart& chart, std::size_t bar) {
  const int first = static_cast<int>(bar) * chart.months_per_bar + 1;
  return {first, std::min(first + chart.months_per_bar - 1, chart.axis.months)};
}

void draw_bar(Canvas& canvas, const TimePlot& plot, const StackedChart& chart, const Bars& bars,
              std::size_t bar) {
  const Months months = months_of(chart, bar);
  // A month reaches from the end of the one before to its own.
  const float left = std::round(plot.x(months.first - 1)) + 1;
  const bool is_part = chart.known_until && *chart.known_until < months.last;
  const int last = is_part ? std::max(months.first, *chart.known_until) : months.last;
  const float right = std::max(left + 1, std::round(plot.x(last)));
  const bool is_current = chart.axis.current >= months.first && chart.axis.current <= months.last;
  double below = 0;
  for (std::size_t layer = 0; layer < bars.size(); ++layer) {
    const double value = bar < bars[layer].size() ? bars[layer][bar] : 0;
    const float bottom = std::round(plot.y(below));
    const float top = std::round(plot.y(below + value));
    const Color color = chart.layers[layer].color;
    canvas.fill({left, top, right - left, bottom - top}, faded(color, is_part      ? 0.35
                                                                      : is_current ? 1
                                                                                   : 0.82));
    below += value;
  }
}

void hover(const StackedChart& chart, const Look& look, const Bars& bars, int month) {
  const auto bar = static_cast<std::size_t>(std::max(0, month - 1) / chart.months_per_bar);
  const Months months = months_of(chart, bar);
  std::vector<HoverRow> rows;
  double total = 0;
  for (std::size_t i = bars.size(); i-- > 0;) {
    const double value = bar < bars[i].size() ? bars[i][bar] : 0;
    total += value;
    rows.push_back({chart.layers[i].label, value_text(look.texts, value, chart.unit), chart.layers[i].color});
  }
  rows.push_back({look.texts("ui.charts.total"), value_text(look.texts, total, chart.unit), std::nullopt});
  draw_hover(look,
             look.texts("ui.charts.from_to", {month_text(look.texts, chart.axis, months.first),
                                              month_text(look.texts, chart.axis, months.last)}),
             rows);
}

}  // namespace

std::optional<int> draw_stacked_bars(const StackedChart& chart, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, chart.head);
  std::vector<LegendEntry> entries;
  for (const StackedLayer& layer : chart.layers) entries.push_back({layer.label, layer.color});
  draw_legend(canvas, rest, entries);
  TimePlot plot(canvas, rest, chart.axis, chart.range.value_or(range_of(chart)), chart.unit);
  Bars bars;
  std::size_t count = 0;
  for (const StackedLayer& layer : chart.layers) {
    bars.push_back(bars_of(layer, chart.months_per_bar));
    count = std::max(count, bars.back().size());
  }
  for (std::size_t bar = 0; bar < count; ++bar) draw_bar(canvas, plot, chart, bars, bar);
  plot.draw_cursor();
  const TimePlot::Mouse mouse = plot.mouse("plot");
  if (mouse.hovered) hover(chart, look, bars, *mouse.hovered);
  return mouse.picked;
}

}  // namespace park::ui
