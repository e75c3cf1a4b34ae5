// SPDX-License-Identifier: MIT
#include "present/film_charts.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "charts/number_text.hpp"
#include "core/assert.hpp"
#include "panels/any_chart.hpp"
#include "panels/chain_picture.hpp"
#include "panels/fan_pictures.hpp"
#include "panels/funnel_picture.hpp"
#include "panels/shown_futures.hpp"
#include "panels/stacked_pictures.hpp"
#include "present/indicator_name.hpp"
#include "present/origins_picture.hpp"
#include "present/results_table.hpp"
#include "present/yearly_costs.hpp"

namespace park::ui {
namespace {

using Kind = study::StoryChart::Kind;
constexpr float none = std::numeric_limits<float>::quiet_NaN();

bool is_of_one_scenario(Kind kind) { return kind == Kind::Bottlenecks || kind == Kind::Costs; }

void cut_after(FanChart& chart, int month) {
  chart.range = range_of(chart);
  for (FanSeries& series : chart.series) {
    for (std::size_t m = static_cast<std::size_t>(month) + 1; m < series.points.size(); ++m)
      series.points[m] = {none, none, none, none, none, none, none};
  }
}

void cut_after(StackedChart& chart, int month) {
  chart.known_until = month;
  for (StackedLayer& layer : chart.layers) {
    for (std::size_t m = static_cast<std::size_t>(month) + 1; m < layer.values.size(); ++m)
      layer.values[m] = none;
  }
}

StackedChart stacked(Kind kind, const ShownFutures& shown) {
  return kind == Kind::Costs ? yearly_costs(shown) : bottlenecks_picture(shown);
}

/// A stacked chart of a scenario on the axis that all scenarios need.
StackedChart stacked_panel(const FilmView& view, const ChartPanel& panel, const Look& look) {
  StackedChart chart;
  Range range{0, 0};
  for (std::size_t place = 0; place < view.scene.count(); ++place) {
    const ShownFutures shown(view.scene.futures(), place, look, view.month());
    StackedChart one = stacked(panel.chart->kind, shown);
    range.hi = std::max(range.hi, range_of(one).hi);
    if (place == panel.scenario) chart = std::move(one);
  }
  chart.range = range;
  chart.head.note.clear();
  cut_after(chart, view.month());
  return chart;
}

FanChart fan_panel(const FilmView& view, const ChartPanel& panel, const Look& look) {
  const ShownFutures shown(view.scene.futures(), panel.scenario, look, view.month());
  FanChart chart = indicator_picture(shown, panel.chart->indicators.front());
  chart.head.title =
      indicator_name(shown.futures().columns()[shown.column(panel.chart->indicators.front())], look.texts);
  chart.head.note.clear();
  for (FanSeries& series : chart.series) series.has_bands = true;
  cut_after(chart, view.month());
  return chart;
}

AnyChart chart_of(const FilmView& view, const ChartPanel& panel, const Look& look) {
  const ShownFutures shown(view.scene.futures(), panel.scenario, look, view.month());
  switch (panel.chart->kind) {
    case Kind::Fan:
      return fan_panel(view, panel, look);
    case Kind::Chain:
      return chain_picture(shown);
    case Kind::Funnel: {
      FunnelChart funnel = funnel_picture(shown, view.scene.chronicle(panel.scenario).get());
      funnel.head.note.clear();
      return funnel;
    }
    case Kind::Bottlenecks:
    case Kind::Costs:
      return stacked_panel(view, panel, look);
    case Kind::Origins:
    case Kind::Results:
    case Kind::Count:
      break;
  }
  PARK_ASSERT(false);
  return NoChart{};
}

Fonts large_type(const FilmType& type) {
  Fonts fonts = type.fonts;
  fonts.small = type.fonts.body;
  fonts.body = type.caption;
  fonts.strong = type.fonts.title;
  return fonts;
}

void draw_panel(Canvas& canvas, Box box, const FilmView& view, const ChartPanel& panel, const Look& look) {
  const Kind kind = panel.chart->kind;
  if (kind == Kind::Origins) {
    draw_origins_picture(canvas, box, view);
    return;
  }
  if (kind == Kind::Results) {
    draw_results_table(canvas, box, view, panel.chart->indicators);
    return;
  }
  AnyChart chart = chart_of(view, panel, look);
  if (is_of_one_scenario(kind) && !view.is_alone()) {
    // The scenario's name stands at the right of the chart's head.
    const std::string name = label_of(view.scene.scenario(panel.scenario), look.texts);
    head_of(chart).room_right = text_width(look.fonts.strong, name) + look.px(10);
    canvas.text(look.fonts.strong, box.right(), box.y + look.px(3), view.color_of(panel.scenario), name,
                Align::Right);
  }
  if ((kind == Kind::Chain || kind == Kind::Funnel) && !view.is_alone()) {
    const std::string mark = look.texts("ui.brief.mark", {label_of(view.scene.scenario(0), look.texts)});
    canvas.text_in(view.type.fonts.small, box.take_bottom(view.px(32)), look.theme.baseline, mark);
  }
  draw_chart(chart, box, look);
}

}  // namespace

std::size_t panels_of(const study::StoryChart& chart, const study::Chapter& chapter, std::size_t scenarios) {
  if (!is_of_one_scenario(chart.kind)) return 1;
  // Three beside three parks would be too small to be read: the one that the film is about stands for all.
  return chapter.has_park && scenarios > 2 ? 1 : scenarios;
}

std::vector<ChartPanel> chart_panels(const study::Chapter& chapter, std::size_t scenarios) {
  std::vector<ChartPanel> panels;
  for (const study::StoryChart& chart : chapter.charts) {
    const std::size_t count = panels_of(chart, chapter, scenarios);
    const bool is_one_of_many = count == 1 && scenarios > 1;
    for (std::size_t place = 0; place < count; ++place)
      panels.push_back({&chart, is_one_of_many ? std::size_t{1} : place});
  }
  return panels;
}

void draw_film_charts(Canvas& canvas, const FilmView& view) {
  const std::vector<ChartPanel> panels = chart_panels(view.chapter(), view.scene.count());
  for (std::size_t i = 0; i < panels.size() && i < view.layout.panels.size(); ++i) {
    const Box& box = view.layout.panels[i];
    canvas.fill(box, view.look.theme.panel, view.px(12));
    canvas.outline(box, view.look.theme.edge, view.px(12));
    ImGui::PushID(static_cast<int>(i));
    // In a large panel type is larger too.
    const bool is_large = box.w >= view.px(820) && box.h >= view.px(420);
    const Look large{view.look.texts, view.look.theme, large_type(view.type), view.look.scale * 1.25F};
    draw_panel(canvas, box.inset(view.px(24), view.px(16), view.px(24), view.px(16)), view, panels[i],
               is_large ? large : view.look);
    ImGui::PopID();
  }
}

}  // namespace park::ui
