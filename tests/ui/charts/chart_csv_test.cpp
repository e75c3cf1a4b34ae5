// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>

#include "charts/fan_chart.hpp"
#include "charts/funnel.hpp"
#include "charts/gantt.hpp"
#include "charts/sankey.hpp"
#include "charts/stacked.hpp"

namespace park::ui {
namespace {

TEST(ChartCsv, AFanHasItsBandsWithTheShortestDigits) {
  FanChart chart;
  chart.axis = {{2026, 1}, 1, 0};
  chart.unit = "people";
  chart.series = {{"a, b", {}, {{1, 2, 3, 4, 5, 6, 7}, {0.1F, 0.2F, 0.3F, std::nanf(""), 0.5F, 0.6F, 0.7F}}}};
  EXPECT_EQ(csv_of(chart),
            "month,date,series,unit,line,lo50,hi50,lo75,hi75,lo95,hi95\n"
            "0,,\"a, b\",people,4,3,5,2,6,1,7\n"
            "1,2026-01,\"a, b\",people,,0.3,0.5,0.2,0.6,0.1,0.7\n");
}

TEST(ChartCsv, AStackHasItsLayersByMonth) {
  StackedChart chart;
  chart.axis = {{2030, 12}, 2, 0};
  chart.unit = "mu";
  chart.layers = {{"土地", {}, {1, 2.5F, 3}}};
  EXPECT_EQ(csv_of(chart),
            "month,date,series,unit,value\n0,,土地,mu,1\n1,2030-12,土地,mu,2.5\n2,2031-01,土地,mu,3\n");
}

TEST(ChartCsv, FlowsNameBothEnds) {
  SankeyChart chart;
  chart.unit = "million yuan/month";
  chart.nodes = {{"纺纱", {}, 0}, {"织布", {}, 1}};
  chart.links = {{0, 1, 12.25}};
  EXPECT_EQ(csv_of(chart), "from,to,unit,value\n纺纱,织布,million yuan/month,12.25\n");
}

TEST(ChartCsv, AGanttHasDates) {
  GanttChart chart;
  chart.axis = {{2026, 1}, 120, 0};
  chart.rows = {{"签约", {{3, 5, {}, "a"}, {0, 0, {}, "b"}}}};
  EXPECT_EQ(csv_of(chart), "row,from,to,words\n签约,2026-03,2026-05,a\n签约,,,b\n");
}

TEST(ChartCsv, AFunnelHasTheBaselineBeside) {
  FunnelChart chart;
  chart.unit = "firms";
  chart.steps = {{"签约", {}, 10, std::nan(""), "n"}};
  EXPECT_EQ(csv_of(chart), "step,unit,value,reference,note\n签约,firms,10,,n\n");
}

}  // namespace
}  // namespace park::ui
