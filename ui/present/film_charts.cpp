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
#include "present/origins_picture.hpp"
#include "present/results_table.hpp"

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
  for (StackedLayer& layer : chart.layers) {
    for (std::size_t m = static_cast<std::size_t>(month) + 1; m < layer.values.size(); ++m)
      layer.values[m] = none;
  }
}

/// Spending by category, a bar a year: the largest categories, the others as one.
StackedChart costs_picture(const ShownFutures& shown) {
  constexpr std::size_t most = 5;
  const Look& look = shown.look();
  const std::string family = "fiscal_cost.";
  struct Category {
    std::string label;
    std::vector<float> values;
    double sum = 0;
  };
  std::vector<Category> categories;
  const std::string whole(shown.name("fiscal_cost") + (look.texts.is_chinese() ? "·" : ": "));
  for (const IndicatorColumn& column : shown.futures().columns()) {
    if (!column.key.starts_with(family)) continue;
    Category category{std::string(look.texts.pick(column.zh, column.en)),
                      shown.means(shown.scenario(), column.key)};
    if (category.label.starts_with(whole)) category.label.erase(0, whole.size());
    for (const float value : category.values) category.sum += std::isfinite(value) ? value : 0;
    categories.push_back(std::move(category));
  }
  std::ranges::stable_sort(categories, std::greater<>{}, &Category::sum);
  StackedChart chart;
  chart.unit = "million yuan";
  chart.head = {look.texts("ui.brief.costs"), unit_text(look.texts, chart.unit), "", "", 0};
  chart.axis = shown.axis();
  chart.is_bars = true;
  chart.months_per_bar = 12;
  constexpr std::array<std::size_t, most> hues = {1, 0, 2, 3, 4};
  for (std::size_t k = 0; k < categories.size(); ++k) {
    if (k < most) {
      chart.layers.push_back({categories[k].label, look.theme.hues[hues[k]], categories[k].values});
      continue;
    }
    if (k == most)
      chart.layers.push_back({look.texts("ui.brief.others"), look.theme.hues[7],
                              std::vector<float>(categories[k].values.size(), 0)});
    for (std::size_t m = 0; m < categories[k].values.size(); ++m) {
      if (std::isfinite(categories[k].values[m])) chart.layers.back().values[m] += categories[k].values[m];
    }
  }
  return chart;
}

StackedChart stacked(Kind kind, const ShownFutures& shown) {
  return kind == Kind::Costs ? costs_picture(shown) : bottlenecks_picture(shown);
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
  chart.head.note.clear();
  for (FanSeries& series : chart.series) series.has_bands = true;
  cut_after(chart, view.month());
  return chart;
}

/// What the mark of the reference in a chart is.
std::string mark_words(const FilmView& view) {
  if (view.is_alone()) return {};
  return view.look.texts("ui.brief.mark", {label_of(view.scene.scenario(0), view.look.texts)});
}

AnyChart chart_of(const FilmView& view, const ChartPanel& panel, const Look& look) {
  const ShownFutures shown(view.scene.futures(), panel.scenario, look, view.month());
  switch (panel.chart->kind) {
    case Kind::Fan:
      return fan_panel(view, panel, look);
    case Kind::Chain: {
      ChainGraph graph = chain_picture(shown);
      graph.head.note = mark_words(view);
      return graph;
    }
    case Kind::Funnel: {
      FunnelChart funnel = funnel_picture(shown, view.scene.chronicle(panel.scenario).get());
      funnel.head.note = mark_words(view);
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
  if (is_of_one_scenario(kind) && !view.is_alone()) {
    const Box name = box.take_top(view.px(40));
    canvas.text_in(view.type.fonts.strong, name, view.color_of(panel.scenario),
                   label_of(view.scene.scenario(panel.scenario), look.texts));
  }
  draw_chart(chart_of(view, panel, look), box, look);
}

}  // namespace

std::size_t panels_of(const study::StoryChart& chart, std::size_t scenarios) {
  return is_of_one_scenario(chart.kind) ? scenarios : 1;
}

std::vector<ChartPanel> chart_panels(const study::Chapter& chapter, std::size_t scenarios) {
  std::vector<ChartPanel> panels;
  for (const study::StoryChart& chart : chapter.charts) {
    if (is_of_one_scenario(chart.kind)) {
      for (std::size_t place = 0; place < scenarios; ++place) panels.push_back({&chart, place});
    } else {
      panels.push_back({&chart, scenarios > 1 ? std::size_t{1} : 0});
    }
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
