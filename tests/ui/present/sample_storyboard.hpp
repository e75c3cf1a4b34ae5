// SPDX-License-Identifier: MIT
#pragma once

#include "study/briefing/storyboard.hpp"

namespace park::test {

/// A short film that shows a frame of every kind, over so many months.
[[nodiscard]] inline study::Storyboard sample_storyboard(int months, double seconds_a_chapter = 1) {
  using study::Chapter;
  using study::StoryChart;
  study::Storyboard board;
  board.title = {"十年之后，园区会怎样", "What will become of the park in ten years"};
  board.subtitle = {"同一串随机冲击下的两种政策", "Two policies under the same shocks"};
  const auto add = [&](const char* zh, const char* en, int first, int last) -> Chapter& {
    Chapter chapter;
    chapter.title = {zh, en};
    chapter.caption = {
        "厂房跟着订单走：同样的厂房面积，边招商边建设比先建后招更早投产，占用的资金也更少。",
        "Floor follows orders: with the same floor, building while recruiting starts earlier and ties up "
        "less money."};
    chapter.first_month = first;
    chapter.last_month = last;
    chapter.seconds = seconds_a_chapter;
    board.chapters.push_back(chapter);
    return board.chapters.back();
  };
  add("开篇", "Opening", 0, 0).cards = {"firms_producing", "jobs", "output", "chain_completeness"};
  Chapter& chain = add("两头轻、中间重", "A chain strong in the middle", 0, 0);
  chain.has_park = false;
  chain.charts = {{StoryChart::Kind::Chain, {}}};
  chain.cards = {"chain_completeness", "chain_balance", "local_sourcing"};
  Chapter& recruit = add("招商", "Recruitment", 0, months / 3);
  recruit.charts = {{StoryChart::Kind::Origins, {}}};
  recruit.cards = {"firms_signed", "firms_started", "leading_firms_signed"};
  Chapter& build = add("边招商、边建设、边投产", "Build while recruiting", months / 3, months / 2);
  build.to.place = "garment";
  build.layer = "vacancy";
  build.cards = {"firms_producing", "factory_vacancy", "developer_peak_funding", "jobs"};
  Chapter& fan = add("春节用工", "The festival swing", months / 2, months * 3 / 4);
  fan.charts = {{StoryChart::Kind::Fan, {"jobs"}}, {StoryChart::Kind::Fan, {"vacancies"}}};
  fan.cards = {"jobs", "vacancies"};
  Chapter& held = add("卡在哪里", "What holds it up", months * 3 / 4, months);
  held.has_park = false;
  held.charts = {{StoryChart::Kind::Bottlenecks, {}}};
  Chapter& steps = add("四个节点", "Milestones", months, months);
  steps.charts = {{StoryChart::Kind::Funnel, {}}};
  steps.parks = {1};
  Chapter& costs = add("花了多少钱", "What it costs", months, months);
  costs.has_park = false;
  costs.charts = {{StoryChart::Kind::Costs, {}}};
  costs.cards = {"fiscal_cost", "fiscal_income", "fiscal_npv"};
  Chapter& results = add("结果", "Results", months, months);
  results.has_park = false;
  results.charts = {
      {StoryChart::Kind::Results,
       {"firms_producing", "jobs", "output", "chain_completeness", "factory_vacancy", "fiscal_npv"}}};
  return board;
}

}  // namespace park::test
