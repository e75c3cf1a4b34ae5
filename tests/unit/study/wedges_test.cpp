// SPDX-License-Identifier: MIT
#include "study/wedges.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "study/explanation_documents.hpp"
#include "unit/study/shipped_variant.hpp"

namespace park::study {
namespace {

using ScenarioPtr = std::shared_ptr<const Scenario>;

Wedges wedges_of(const ScenarioPtr& a, const ScenarioPtr& b, const char* outcome,
                 const EnsembleOptions& options) {
  const auto columns = indicator_columns(*a);
  return find_wedges(a, b, differing_parts(*a, *b, "a.json", "b.json").value(),
                     parse_outcome(outcome, columns, a->start, a->months).value(), options);
}

const Difference& value_of(const Wedges& wedges, const char* key) {
  const auto found = std::find_if(wedges.parts.begin(), wedges.parts.end(),
                                  [&](const ScenarioPart& part) { return part.key == key; });
  return wedges.values.at(static_cast<std::size_t>(found - wedges.parts.begin()));
}

TEST(Wedges, PartsSumToTheTotal) {
  const auto a = shipped_variant("baseline", 18);
  const auto b = shipped_variant("whole_package", 18);
  const Wedges wedges = wedges_of(a, b, "jobs", few_runs(11, 4));
  ASSERT_GT(wedges.parts.size(), 40U);
  double sum = 0;
  for (const Difference& value : wedges.values) sum += value.mean;
  EXPECT_EQ(wedges.total.n, 4U);
  ASSERT_GT(std::abs(wedges.total.mean), 1);
  EXPECT_NEAR(sum, wedges.total.mean, 1e-9 * std::abs(wedges.total.mean));
}

TEST(Wedges, TheTotalIsThePairedDifferenceOfTheTwoScenarios) {
  const auto a = shipped_variant("baseline", 12);
  const auto b = shipped_variant("whole_package", 12);
  const Wedges wedges = wedges_of(a, b, "firms_signed", few_runs(11, 3));
  const Ensemble paired = run_paired({a, b}, few_runs(11, 3));
  const std::size_t column = *find_column(paired.columns, "firms_signed");
  double sum = 0;
  for (std::size_t r = 0; r < 3; ++r) {
    sum += paired.results[1][r].series.last(column) - paired.results[0][r].series.last(column);
  }
  EXPECT_DOUBLE_EQ(wedges.total.mean, sum / 3);
  EXPECT_NE(wedges.total.mean, 0);
}

TEST(Wedges, ALeverThatDoesNothingGetsExactlyNothing) {
  const auto a = shipped_variant("baseline", 18);
  // There is no plating park in the baseline, so the month in which it would open moves nothing.
  const auto b =
      shipped_variant("baseline", 18, {"plating_park_month=30", "agencies=5", "rent_free_months=36"});
  const Wedges wedges = wedges_of(a, b, "firms_signed", few_runs(11, 4));
  ASSERT_EQ(wedges.parts.size(), 3U);
  const Difference& nothing = value_of(wedges, "plating_park_month");
  EXPECT_EQ(nothing.mean, 0);
  EXPECT_EQ(nothing.lo, 0);
  EXPECT_EQ(nothing.hi, 0);
  EXPECT_GT(value_of(wedges, "agencies").mean, 0);
}

TEST(Wedges, OneLeverIsTheWholeDifference) {
  const auto a = shipped_variant("baseline", 18);
  const auto b = shipped_variant("baseline", 18, {"agencies=5"});
  const Wedges wedges = wedges_of(a, b, "firms_signed", few_runs(11, 4));
  ASSERT_EQ(wedges.parts.size(), 1U);
  EXPECT_NE(wedges.total.mean, 0);
  EXPECT_EQ(wedges.values[0].mean, wedges.total.mean);
  EXPECT_EQ(wedges.values[0].lo, wedges.total.lo);
  EXPECT_EQ(wedges.values[0].hi, wedges.total.hi);
}

TEST(Wedges, EqualScenariosDifferByNothing) {
  const auto a = shipped_variant("baseline", 2);
  const Wedges wedges = wedges_of(a, a, "jobs", few_runs(11, 2));
  EXPECT_TRUE(wedges.parts.empty());
  EXPECT_EQ(wedges.total.n, 2U);
  EXPECT_EQ(wedges.total.mean, 0);
}

TEST(Wedges, TimelinesAndShocksAreOnePartEach) {
  const auto a = shipped_variant("baseline", 12);
  const auto b = shipped_variant(
      "baseline", 12, {"agencies@2=5", "rent_free_months@3=36", "tariff_shock@4=20", "clause.rent_01=0"});
  const Wedges wedges = wedges_of(a, b, "firms_signed", few_runs(11, 2));
  std::vector<std::string> keys;
  for (const ScenarioPart& part : wedges.parts) keys.push_back(part.key);
  EXPECT_EQ(keys, (std::vector<std::string>{"clause.rent_01", "policy timeline", "shocks"}));
}

TEST(Wedges, AreTheSameForAnyNumberOfJobs) {
  const auto a = shipped_variant("baseline", 8);
  const auto b = shipped_variant("whole_package", 8);
  const std::string one =
      wedges_document(wedges_of(a, b, "firms_signed", few_runs(11, 4, 1)), *a, *b, "firms_signed");
  const std::string two =
      wedges_document(wedges_of(a, b, "firms_signed", few_runs(11, 4, 2)), *a, *b, "firms_signed");
  EXPECT_EQ(one, two);
}

TEST(Wedges, AReplicationWithoutAValueCountsNowhere) {
  const auto a = shipped_variant("baseline", 2);
  const auto b = shipped_variant("baseline", 2, {"agencies=5"});
  const Wedges wedges = wedges_of(a, b, "developer_payback_month", few_runs(11, 3));
  EXPECT_EQ(wedges.total.n, 0U);
  EXPECT_EQ(wedges.values[0].n, 0U);
}

TEST(Wedges, StoppedKeepsWholeWalks) {
  const auto a = shipped_variant("baseline", 4);
  const auto b = shipped_variant("baseline", 4, {"agencies=5", "rent_free_months=36"});
  std::atomic<bool> cancel = false;
  EnsembleOptions options = few_runs(11, 20, 1);
  options.cancel = &cancel;
  options.progress = [&](std::size_t done, std::size_t all) {
    EXPECT_EQ(all, 60U);
    if (done == 10) cancel = true;
  };
  const Wedges wedges = wedges_of(a, b, "firms_signed", options);
  EXPECT_FALSE(wedges.runs.complete);
  EXPECT_EQ(wedges.total.n, 3U);
  const auto document = nlohmann::json::parse(wedges_document(wedges, *a, *b, "firms_signed"));
  EXPECT_EQ(document["complete"], false);
  EXPECT_EQ(document["replications"], 3);
}

TEST(SwitchingOrder, AnOddReplicationGoesTheReverseWay) {
  std::vector<std::size_t> even = switching_order(12, 5, 2);
  std::vector<std::size_t> odd = switching_order(12, 5, 3);
  EXPECT_NE(even, switching_order(12, 5, 4));
  std::reverse(odd.begin(), odd.end());
  EXPECT_EQ(even, odd);
  std::sort(even.begin(), even.end());
  for (std::size_t i = 0; i < even.size(); ++i) EXPECT_EQ(even[i], i);
}

TEST(SwitchingOrder, EveryPartComesFirstEquallyOften) {
  constexpr std::size_t parts = 4;
  constexpr std::size_t draws = 4000;
  std::array<double, parts> first{};
  for (std::size_t r = 0; r < 2 * draws; r += 2) first[switching_order(parts, 1, r).front()] += 1;
  // Four standard deviations of a binomial count.
  const double bound = 4 * std::sqrt(draws * 0.25 * 0.75);
  for (const double count : first) EXPECT_NEAR(count, draws / 4.0, bound);
}

TEST(ScenarioParts, WhatCannotBeAPartIsNamed) {
  const auto a = shipped_variant("baseline", 12);
  Scenario b = *shipped_variant("baseline", 12, {"pool_agents=3000"});
  b.base_district.seekers_skilled += 1;
  b.base_district.firms[index_of(Stage::Dyeing)] += 1;
  b.map = std::make_shared<const ParkMap>(*a->map);
  b.map_path = std::filesystem::path(PARKSIM_SOURCE_DIR) / "README.md";
  const auto parts = differing_parts(*a, b, "a.json", "b.json");
  ASSERT_FALSE(parts.ok());
  std::vector<std::string> pointers;
  for (const Problem& problem : parts.problems()) {
    EXPECT_EQ(problem.file, "b.json");
    pointers.push_back(problem.pointer);
  }
  EXPECT_EQ(pointers,
            (std::vector<std::string>{"/base_district/firms/dyeing", "/base_district/seekers_skilled", "/map",
                                      "/structural/pool_agents"}));
}

TEST(ScenarioParts, SwitchedOverAllOfThemMakesTheOther) {
  const auto a = shipped_variant("baseline", 6);
  const auto b = shipped_variant("whole_package", 6, {"agencies@2=5", "tariff_shock@4=20"});
  Scenario walked = *a;
  const std::vector<ScenarioPart> parts = differing_parts(*a, *b, "a.json", "b.json").value();
  for (const ScenarioPart& part : parts) switch_over(walked, part, *b);
  const auto columns = indicator_columns(*a);
  EXPECT_EQ(run_once(std::make_shared<const Scenario>(walked), 3, columns).digest,
            run_once(b, 3, columns).digest);
}

TEST(Wedges, TheUnitOfASumIsWithoutTheMonth) {
  const auto a = shipped_variant("baseline", 6);
  const auto columns = indicator_columns(*a);
  const auto unit = [&](const char* text) {
    return outcome_unit(parse_outcome(text, columns, a->start, a->months).value(), columns);
  };
  EXPECT_EQ(unit("sum(output,1-6)"), "million yuan");
  EXPECT_EQ(unit("output@6"), "million yuan/month");
  EXPECT_EQ(unit("sum(jobs,1-6)"), "people x months");
  EXPECT_EQ(unit("peak_month(jobs)"), "month");
}

}  // namespace
}  // namespace park::study
