// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "charts/chain_graph.hpp"
#include "charts/funnel.hpp"
#include "charts/gantt.hpp"
#include "charts/ranked_bars.hpp"
#include "charts/sankey.hpp"
#include "charts/stacked.hpp"
#include "charts/tornado.hpp"
#include "charts/waterfall.hpp"

namespace park::ui {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

bool lies_in(const Box& inner, const Box& outer) {
  constexpr float rounding = 0.01F;
  return inner.x >= outer.x - rounding && inner.y >= outer.y - rounding &&
         inner.right() <= outer.right() + rounding && inner.bottom() <= outer.bottom() + rounding;
}

bool overlap(const Box& a, const Box& b) {
  return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

FunnelChart four_steps() {
  FunnelChart chart;
  chart.unit = "firms";
  for (const double value : {214.0, 131.0, 86.0, 52.0}) {
    FunnelStep step;
    step.value = value;
    step.reference = value / 2;
    chart.steps.push_back(step);
  }
  return chart;
}

TEST(Funnel, BarsAreAsLongAsTheirValues) {
  const FunnelChart chart = four_steps();
  const auto rows = funnel_layout(chart, {10, 20, 500, 200}, 60, 80, 50);
  ASSERT_EQ(rows.size(), 4U);
  EXPECT_NEAR(rows[1].bar.w / rows[0].bar.w, 131.0 / 214.0, 1e-4);
  EXPECT_NEAR((rows[0].reference_x - rows[0].bar.x) / rows[0].bar.w, 0.5, 1e-4);
  EXPECT_TRUE(rows[0].value_inside);
  EXPECT_FALSE(funnel_layout(chart, {10, 20, 500, 200}, 60, 80, 340)[3].value_inside);
}

TEST(Funnel, PartsOfARowDoNotOverlapEvenWhereItIsNarrow) {
  FunnelChart chart = four_steps();
  chart.full = 100;  // held, and outgrown since
  for (const float width : {90.0F, 150.0F, 260.0F, 700.0F}) {
    const Box box{0, 0, width, 160};
    for (const FunnelRow& row : funnel_layout(chart, box, 80, 120, 60)) {
      EXPECT_TRUE(lies_in(row.label, box) && lies_in(row.bar, box) && lies_in(row.note, box)) << width;
      EXPECT_LE(row.label.right(), row.bar.x);
      EXPECT_LE(row.bar.right(), row.note.x + 0.01F);
    }
  }
}

TEST(Funnel, AStepWithoutValueHasNoBar) {
  FunnelChart chart = four_steps();
  chart.steps[3].value = none;
  chart.steps[3].reference = none;
  const auto rows = funnel_layout(chart, {0, 0, 400, 100}, 60, 80, 40);
  EXPECT_EQ(rows[3].bar.w, 0);
  EXPECT_TRUE(std::isnan(rows[3].reference_x));
}

SankeyChart small_flow() {
  SankeyChart chart;
  chart.nodes = {{"a", {}, 0}, {"b", {}, 0}, {"c", {}, 1}, {"d", {}, 1}, {"idle", {}, 1}};
  chart.links = {{0, 3, 10}, {0, 2, 30}, {1, 2, 20}};
  return chart;
}

TEST(Sankey, TheFullestColumnFillsTheBox) {
  const Box box{0, 0, 300, 124};
  const SankeyLayout layout = sankey_layout(small_flow(), box, 10, 4);
  // 60 in all on either side, one gap of 4: two pixels a unit.
  EXPECT_FLOAT_EQ(layout.nodes[0].h, 80);
  EXPECT_FLOAT_EQ(layout.nodes[1].h, 40);
  EXPECT_FLOAT_EQ(layout.nodes[2].h, 100);
  EXPECT_FLOAT_EQ(layout.nodes[3].h, 20);
  EXPECT_TRUE(layout.nodes[4].is_empty());
  for (std::size_t n = 0; n < 4; ++n) EXPECT_TRUE(lies_in(layout.nodes[n], box));
}

TEST(Sankey, RibbonsFillTheirNodesWithoutCrossingAtTheEnds) {
  const SankeyChart chart = small_flow();
  const SankeyLayout layout = sankey_layout(chart, {0, 0, 300, 124}, 10, 4);
  // a's ribbon to c, which lies above d, leaves above the one to d.
  EXPECT_FLOAT_EQ(layout.ribbons[1].y0, layout.nodes[0].y);
  EXPECT_FLOAT_EQ(layout.ribbons[0].y0, layout.nodes[0].y + 60);
  EXPECT_FLOAT_EQ(layout.ribbons[1].y1, layout.nodes[2].y);
  EXPECT_FLOAT_EQ(layout.ribbons[2].y1, layout.nodes[2].y + 60);
  for (std::size_t l = 0; l < chart.links.size(); ++l) {
    EXPECT_FLOAT_EQ(layout.ribbons[l].thickness, static_cast<float>(2 * chart.links[l].value));
    EXPECT_FLOAT_EQ(layout.ribbons[l].x0, layout.nodes[chart.links[l].from].right());
    EXPECT_FLOAT_EQ(layout.ribbons[l].x1, layout.nodes[chart.links[l].to].x);
  }
}

TEST(Sankey, ALowBoxHoldsAllItsNodes) {
  const SankeyLayout layout = sankey_layout(small_flow(), {0, 0, 300, 20}, 10, 40);
  for (const Box& node : layout.nodes) {
    EXPECT_GE(node.y, -0.01F);
    EXPECT_LE(node.bottom(), 20.01F);
  }
}

TEST(Sankey, NoFlowIsNoPicture) {
  SankeyChart chart = small_flow();
  chart.links.clear();
  const SankeyLayout layout = sankey_layout(chart, {0, 0, 300, 124}, 10, 4);
  for (const Box& node : layout.nodes) EXPECT_TRUE(node.is_empty());
}

TEST(Waterfall, RowsGoOnWhereTheLastEnded) {
  WaterfallChart chart;
  chart.start_label = "baseline";
  chart.start = 100;
  chart.parts = {{"a", 30, 20, 40}, {"b", -50, none, none}, {"c", none, none, none}};
  const auto rows = waterfall_rows(chart);
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[1].from, 100);
  EXPECT_EQ(rows[1].to, 130);
  EXPECT_EQ(rows[2].to, 80);
  EXPECT_EQ(rows[3].to, 80);
  EXPECT_EQ(rows[4].from, 0);
  EXPECT_EQ(rows[4].to, 80);
}

TEST(Waterfall, WithoutAStartThePartsBeginAtNought) {
  WaterfallChart chart;
  chart.parts = {{"a", 30, 20, 40}, {"b", 5, none, none}};
  const auto rows = waterfall_rows(chart);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].from, 0);
  EXPECT_EQ(rows[2].to, 35);
}

TEST(Tornado, TheWidestBarComesFirst) {
  const auto bars = by_width({{"a", 1, 2, "", ""}, {"b", 5, -5, "", ""}, {"c", 0, 1, "", ""}});
  EXPECT_EQ(bars[0].label, "b");
  EXPECT_EQ(bars[1].label, "a");
  EXPECT_EQ(bars[2].label, "c");
}

TEST(RankedBars, WhatIsCertainComesFirst) {
  const auto bars = ranked({{"wide but unsure", 50, -10, 110}, {"small", 3, 1, 5}, {"worse", -7, -9, -5}});
  EXPECT_EQ(bars[0].label, "worse");
  EXPECT_EQ(bars[1].label, "small");
  EXPECT_EQ(bars[2].label, "wide but unsure");
}

TEST(Gantt, AMomentIsASquareAroundItsMonth) {
  const Box row{100, 0, 240, 20};
  const Box stretch = gantt_bar_box({12, 36, {}, ""}, row, 120);
  EXPECT_FLOAT_EQ(stretch.x, 124);
  EXPECT_FLOAT_EQ(stretch.w, 48);
  const Box moment = gantt_bar_box({60, 60, {}, ""}, row, 120);
  EXPECT_FLOAT_EQ(moment.middle_x(), 220);
  EXPECT_FLOAT_EQ(moment.w, moment.h);
}

TEST(Chain, StagesNeverOverlapAndTakeTheNarrowPictureWhereLabelsNeedIt) {
  ChainGraph graph;
  for (int i = 0; i < 6; ++i) {
    ChainNode node;
    node.wide = {i, 0};
    node.narrow = {i % 3, i / 3};
    graph.nodes.push_back(node);
  }
  const auto wide = chain_layout(graph, {0, 0, 600, 100}, 60, 50);
  EXPECT_EQ(wide[5].y, wide[0].y);
  const auto narrow = chain_layout(graph, {0, 0, 300, 100}, 60, 50);
  EXPECT_GT(narrow[5].y, narrow[0].y);
  for (const auto& boxes : {wide, narrow}) {
    for (std::size_t a = 0; a < boxes.size(); ++a) {
      for (std::size_t b = 0; b < a; ++b) EXPECT_FALSE(overlap(boxes[a], boxes[b]));
    }
  }
}

TEST(Stacked, BarsSumMonthsAndLeaveOutTheOpening) {
  const StackedLayer layer{"", {}, {99, 1, 2, 3, 4, std::nanf(""), 6, 7}};
  EXPECT_EQ(bars_of(layer, 3), (std::vector<double>{6, 10, 7}));
}

TEST(Stacked, TheRangeHoldsTheHighestSum) {
  StackedChart chart;
  chart.layers = {{"", {}, {0, 1, 2}}, {"", {}, {0, 5, 1}}};
  EXPECT_EQ(range_of(chart), (Range{0, 6}));
  chart.is_bars = true;
  chart.months_per_bar = 2;
  EXPECT_EQ(range_of(chart), (Range{0, 9}));
}

}  // namespace
}  // namespace park::ui
