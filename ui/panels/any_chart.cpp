// SPDX-License-Identifier: MIT
#include "panels/any_chart.hpp"

namespace park::ui {
namespace {

template <class... Calls>
struct Overloaded : Calls... {
  using Calls::operator()...;
};
template <class... Calls>
Overloaded(Calls...) -> Overloaded<Calls...>;

void draw_words(const NoChart& chart, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, chart.head);
  draw_nothing(canvas, rest, chart.words);
}

}  // namespace

ChartHead& head_of(AnyChart& chart) {
  return std::visit([](auto& one) -> ChartHead& { return one.head; }, chart);
}

void hold_range(AnyChart& chart, Range& held, bool is_dragging) {
  const auto hold = [&](auto& one) {
    if (!one.range) one.range = held = held_range(held, range_of(one), is_dragging);
  };
  if (auto* fan = std::get_if<FanChart>(&chart)) hold(*fan);
  if (auto* stacked = std::get_if<StackedChart>(&chart)) hold(*stacked);
}

std::optional<int> draw_chart(const AnyChart& chart, const Box& box, const Look& look) {
  using Picked = std::optional<int>;
  return std::visit(Overloaded{[&](const NoChart& one) -> Picked {
                                 draw_words(one, box, look);
                                 return std::nullopt;
                               },
                               [&](const FanChart& one) -> Picked { return draw_fan_chart(one, box, look); },
                               [&](const StackedChart& one) -> Picked {
                                 return one.is_bars ? draw_stacked_bars(one, box, look)
                                                    : draw_stacked_area(one, box, look);
                               },
                               [&](const ChainGraph& one) -> Picked {
                                 draw_chain_graph(one, box, look);
                                 return std::nullopt;
                               },
                               [&](const FunnelChart& one) -> Picked {
                                 draw_funnel(one, box, look);
                                 return std::nullopt;
                               },
                               [&](const RankedBars& one) -> Picked {
                                 draw_ranked_bars(one, box, look);
                                 return std::nullopt;
                               },
                               [&](const SankeyChart& one) -> Picked {
                                 draw_sankey(one, box, look);
                                 return std::nullopt;
                               },
                               [&](const WaterfallChart& one) -> Picked {
                                 draw_waterfall(one, box, look);
                                 return std::nullopt;
                               }},
                    chart);
}

std::string csv_of(const AnyChart& chart) {
  return std::visit(
      Overloaded{[](const NoChart&) { return std::string(); }, [](const auto& one) { return csv_of(one); }},
      chart);
}

}  // namespace park::ui
