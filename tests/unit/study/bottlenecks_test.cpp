// SPDX-License-Identifier: MIT
#include "study/bottlenecks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "study/comparison.hpp"
#include "study/explanation_documents.hpp"
#include "unit/study/shipped_variant.hpp"

namespace park::study {
namespace {

const Constraint& constraint_on(const char* lever) {
  const auto all = constraints();
  return *std::find_if(all.begin(), all.end(), [&](const Constraint& c) { return c.lever == lever; });
}

const ShadowPrice& price_of(const Bottlenecks& found, const char* lever) {
  const auto& prices = found.shadow_prices;
  return *std::find_if(prices.begin(), prices.end(),
                       [&](const ShadowPrice& p) { return p.constraint.lever == lever; });
}

/// Mean of an indicator's final difference between two scenarios.
double mean_difference(const std::shared_ptr<const Scenario>& more,
                       const std::shared_ptr<const Scenario>& less, const EnsembleOptions& options,
                       const char* key) {
  const Ensemble ensemble = run_paired({less, more}, options);
  return compare(ensemble, 1).final_difference(1, *find_column(ensemble.columns, key)).mean;
}

TEST(Constraints, EveryOneIsALeverWithRoomForAStepEitherWay) {
  for (const Constraint& constraint : constraints()) {
    const ParameterRow* row = find_parameter(constraint.lever);
    ASSERT_NE(row, nullptr) << constraint.lever;
    EXPECT_EQ(row->group(), ParameterGroup::Lever);
    EXPECT_GT(constraint.step, 0);
    EXPECT_LE(2 * constraint.step, row->max - row->min) << constraint.lever;
  }
}

TEST(Constraints, AStepMovesTheTimelineToo) {
  const auto scenario = shipped_variant("baseline", 6, {"service_officers@3=40"});
  const SteppedScenario stepped = with_one_step(scenario, constraint_on("service_officers"));
  EXPECT_EQ(stepped.direction, StepDirection::Up);
  EXPECT_EQ(stepped.scenario->parameters.levers.service_officers, 22);
  EXPECT_EQ(stepped.scenario->policy.at(0).value, 50);
}

TEST(Constraints, AtTheMaximumTheStepIsDownwards) {
  const SteppedScenario stepped = with_one_step(shipped_variant("baseline", 6, {"service_officers=195"}),
                                                constraint_on("service_officers"));
  EXPECT_EQ(stepped.direction, StepDirection::Down);
  EXPECT_EQ(stepped.scenario->parameters.levers.service_officers, 185);
}

TEST(Constraints, ATimelineOverTheWholeRangeLeavesNoRoom) {
  const auto scenario = shipped_variant("baseline", 6, {"agencies=0", "agencies@3=10"});
  EXPECT_EQ(with_one_step(scenario, constraint_on("agencies")).direction, StepDirection::Nowhere);
  const Bottlenecks found = find_bottlenecks(scenario, few_runs(31, 1));
  EXPECT_EQ(price_of(found, "agencies").gain[0].n, 0U);
}

TEST(ShadowPrices, AnUpwardStepIsTheGainOfOneMore) {
  const auto scenario = shipped_variant("baseline", 18);
  const Bottlenecks found = find_bottlenecks(scenario, few_runs(31, 3));
  const ShadowPrice& price = price_of(found, "agencies");
  EXPECT_EQ(price.direction, StepDirection::Up);
  EXPECT_EQ(price.gain[3].mean, mean_difference(shipped_variant("baseline", 18, {"agencies=1"}), scenario,
                                                few_runs(31, 3), "fiscal_npv"));
  EXPECT_LT(price.gain[3].mean, 0);  // an agency's retainer is due whether or not anyone comes
}

TEST(ShadowPrices, ADownwardStepKeepsTheSignOfOneMore) {
  const auto scenario = shipped_variant("baseline", 18, {"agencies=10"});
  const Bottlenecks found = find_bottlenecks(scenario, few_runs(31, 3));
  const ShadowPrice& price = price_of(found, "agencies");
  EXPECT_EQ(price.direction, StepDirection::Down);
  EXPECT_EQ(price.gain[3].mean, mean_difference(scenario, shipped_variant("baseline", 18, {"agencies=9"}),
                                                few_runs(31, 3), "fiscal_npv"));
  EXPECT_LT(price.gain[3].mean, 0);
}

TEST(HoldUps, AreWhatTheJournalsOfTheRunsSay) {
  const auto scenario = shipped_variant("whole_package", 30);
  const Bottlenecks found = find_bottlenecks(scenario, few_runs(31, 2));
  double by_hand = 0;
  RunOptions options;
  options.each_month = [&](const World& world) {
    if (world.month < 13 || world.month > 24) return;
    for (const double months : world.journal.held_up_this_month[static_cast<std::size_t>(Cause::Finance)]) {
      by_hand += months;
    }
  };
  for (const std::uint64_t seed : {31U, 32U}) {
    EXPECT_TRUE(run_once(scenario, seed, indicator_columns(*scenario), options).ok());
  }
  double counted = 0;
  for (const HoldUp& row : found.hold_ups) {
    EXPECT_GT(row.project_months.mean, 0);
    EXPECT_TRUE(row.year >= 2026 && row.year <= 2028) << row.year;
    if (row.cause == Cause::Finance && row.year == 2027) counted += row.project_months.mean;
  }
  EXPECT_GT(by_hand, 0);
  EXPECT_DOUBLE_EQ(counted, by_hand / 2);
}

TEST(UsualTimes, AreReportedApartFromHoldUps) {
  const auto scenario = shipped_variant("whole_package", 30);
  const Bottlenecks found = find_bottlenecks(scenario, few_runs(31, 1));
  double by_hand = 0;
  RunOptions options;
  options.each_month = [&](const World& world) {
    for (const double months : world.journal.usual_this_month) by_hand += months;
  };
  EXPECT_TRUE(run_once(scenario, 31, indicator_columns(*scenario), options).ok());
  double counted = 0;
  for (const UsualTime& row : found.usual_times) counted += row.project_months.mean;
  EXPECT_GT(by_hand, 0);
  EXPECT_DOUBLE_EQ(counted, by_hand);
  const auto document = nlohmann::json::parse(bottlenecks_document(found));
  EXPECT_EQ(document["usual_months"].size(), found.usual_times.size());
}

TEST(Bottlenecks, AreTheSameForAnyNumberOfJobs) {
  const auto scenario = shipped_variant("whole_package", 12);
  const std::string one = bottlenecks_document(find_bottlenecks(scenario, few_runs(31, 4, 1)));
  EXPECT_EQ(one, bottlenecks_document(find_bottlenecks(scenario, few_runs(31, 4, 2))));
  const auto document = nlohmann::json::parse(one);
  EXPECT_EQ(document["shadow_prices"].size(), constraints().size());
  EXPECT_EQ(document["complete"], true);
}

}  // namespace
}  // namespace park::study
