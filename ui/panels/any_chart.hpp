// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "charts/chain_graph.hpp"
#include "charts/fan_chart.hpp"
#include "charts/funnel.hpp"
#include "charts/ranked_bars.hpp"
#include "charts/sankey.hpp"
#include "charts/stacked.hpp"
#include "charts/waterfall.hpp"

namespace park::ui {

/// A chart that is not to be drawn yet, and why.
struct NoChart {
  ChartHead head;
  std::string words;
};

using AnyChart = std::variant<NoChart, FanChart, StackedChart, ChainGraph, FunnelChart, RankedBars,
                              SankeyChart, WaterfallChart>;

[[nodiscard]] ChartHead& head_of(AnyChart& chart);

/// Keeps the axis of values in `held` where the chart has one.
void hold_range(AnyChart& chart, Range& held, bool is_dragging);

/// Returns the month that was picked with the mouse.
std::optional<int> draw_chart(const AnyChart& chart, const Box& box, const Look& look);

/// Empty for a chart that has nothing to export.
[[nodiscard]] std::string csv_of(const AnyChart& chart);

}  // namespace park::ui
