// SPDX-License-Identifier: MIT
#include "study/sweep.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <nlohmann/json.hpp>

#include "study/comparison.hpp"
#include "unit/study/shipped_variant.hpp"

namespace park::study {
namespace {

constexpr auto jobs_at_end = "jobs";

SweepRequest request_for(const Scenario& scenario, std::vector<ParameterGroup> groups, std::size_t levels,
                         const std::vector<std::string>& outcomes = {jobs_at_end}) {
  SweepRequest request;
  request.groups = std::move(groups);
  request.levels = levels;
  for (const std::string& text : outcomes) {
    request.outcomes.push_back(
        parse_outcome(text, indicator_columns(scenario), scenario.start, scenario.months).value());
  }
  return request;
}

const SweptFactor& factor_on(const Sweep& swept, std::string_view key) {
  return *std::find_if(swept.factors.begin(), swept.factors.end(),
                       [&](const SweptFactor& factor) { return factor.factor.key == key; });
}

Factor factor_named(const Scenario& scenario, const char* key) {
  return find_factor(scenario.facts->clauses, key, "", "").value();
}

/// A factor with effects as they might have been measured, the intervals half a unit wide.
SweptFactor invented(const char* key, std::initializer_list<double> means) {
  SweptFactor swept;
  swept.factor.key = key;
  for (const double mean : means) {
    swept.levels.push_back({static_cast<double>(swept.levels.size()), {{mean, mean - 0.25, mean + 0.25, 8}}});
  }
  return swept;
}

TEST(SweepLevels, SpanTheRangeEvenly) {
  const auto scenario = shipped_variant("baseline", 1);
  // origin_rent runs from 8 to 25.
  EXPECT_EQ(levels_of(factor_named(*scenario, "origin_rent"), 3), (std::vector<double>{8, 16.5, 25}));
  EXPECT_EQ(levels_of(factor_named(*scenario, "origin_rent"), 2), (std::vector<double>{8, 25}));
  // Whole values once each: payment_delay 0 to 24, a choice of three, a switch.
  EXPECT_EQ(levels_of(factor_named(*scenario, "payment_delay"), 3), (std::vector<double>{0, 12, 24}));
  EXPECT_EQ(levels_of(factor_named(*scenario, "build_mode"), 9), (std::vector<double>{0, 1, 2}));
  EXPECT_EQ(levels_of(factor_named(*scenario, "three_in_one_reserve"), 5), (std::vector<double>{0, 1}));
}

TEST(SweepRanking, IsByTheLargestAbsoluteMean) {
  Sweep swept;
  swept.factors = {invented("a", {-1, 0.5, 2}), invented("b", {-7, 0, 3}), invented("c", {0, 2, 1}),
                   invented("d", {0, 0, 0})};
  EXPECT_EQ(swept.ranking(0), (std::vector<std::size_t>{1, 0, 2, 3}));  // a before c, which ties
  EXPECT_EQ(swept.factors[1].strongest(0)->value, 0);
  EXPECT_EQ(swept.factors[1].largest(0), 7);
  EXPECT_EQ(swept.factors[2].strongest(0)->value, 1);
  EXPECT_FALSE(swept.factors[3].does_nothing(0)) << "its intervals are not points: runs did differ";
}

TEST(SweepRanking, ALevelWithoutAValueIsNotTheStrongest) {
  SweptFactor swept = invented("a", {1, 5});
  swept.levels[1].effect[0] = difference({}, {});
  EXPECT_EQ(swept.strongest(0)->value, 0);
  swept.levels[0].effect[0] = difference({}, {});
  EXPECT_EQ(swept.strongest(0), nullptr);
  EXPECT_EQ(swept.largest(0), 0);
  EXPECT_FALSE(swept.does_nothing(0));
}

TEST(Sweep, AnEffectIsThePairedDifferenceOfTwoScenarios) {
  const auto scenario = shipped_variant("whole_package", 18);
  const Sweep swept =
      sweep(scenario, request_for(*scenario, {ParameterGroup::Uncertainty}, 2), few_runs(31, 3));
  const auto& levels = factor_on(swept, "footloose_rate").levels;
  ASSERT_EQ(levels.size(), 2U);
  const Ensemble by_hand =
      run_paired({scenario, shipped_variant("whole_package", 18, {"footloose_rate=14"})}, few_runs(31, 3));
  const Difference expected =
      compare(by_hand, 1).final_difference(1, *find_column(by_hand.columns, jobs_at_end));
  EXPECT_EQ(levels[1].effect[0].mean, expected.mean);
  EXPECT_EQ(levels[1].effect[0].lo, expected.lo);
  EXPECT_EQ(levels[1].effect[0].n, 3U);
}

TEST(Sweep, AValueTheScenarioHasAlreadyAndOneNobodyReadsAreExactlyZero) {
  const auto scenario = shipped_variant("whole_package", 18, {"origin_rent=25"});
  const Sweep swept =
      sweep(scenario, request_for(*scenario, {ParameterGroup::Uncertainty}, 3), few_runs(31, 3));
  const Difference& same = factor_on(swept, "origin_rent").levels.back().effect[0];
  EXPECT_EQ(same.mean, 0);
  EXPECT_EQ(same.lo, 0);
  EXPECT_EQ(same.hi, 0);
  // Nothing is voided in this scenario, so that it does not matter when.
  EXPECT_TRUE(factor_on(swept, "incentives_voided_month").does_nothing(0));
  EXPECT_FALSE(factor_on(swept, "footloose_rate").does_nothing(0));
  EXPECT_EQ(swept.factors[swept.ranking(0).back()].largest(0), 0);
}

TEST(Sweep, AFactorsTimelineAndShocksGiveWayToTheLevel) {
  const auto timed = shipped_variant("baseline", 12, {"service_officers=40", "service_officers@3=0"});
  const Sweep swept = sweep(timed, request_for(*timed, {ParameterGroup::Lever}, 2), few_runs(31, 1));
  std::size_t place = 2;
  for (const SweptFactor& factor : swept.factors) {
    if (factor.factor.key == "service_officers") break;
    place += factor.levels.size();
  }
  EXPECT_EQ(swept.places()[place], "service_officers=0");
  EXPECT_EQ(swept.runs.scenarios[place]->parameters.levers.service_officers, 0);
  EXPECT_TRUE(swept.runs.scenarios[place]->policy.empty());
  EXPECT_EQ(swept.runs.scenarios[0]->policy.size(), 1U);
}

TEST(Sweep, MovesEveryParameterOfTheGroupsButTheResolution) {
  const auto scenario = shipped_variant("baseline", 1);
  const Sweep swept = sweep(scenario,
                            request_for(*scenario, {ParameterGroup::Structural, ParameterGroup::Lever}, 2,
                                        {"jobs", "mean(output,1-1)"}),
                            few_runs(31, 1));
  EXPECT_EQ(swept.factors.size(), structural_count - 1 + lever_count);
  EXPECT_EQ(swept.factors.front().factor.key, "pool_weight");
  EXPECT_EQ(swept.factors.front().levels.front().effect.size(), 2U);
  EXPECT_EQ(swept.places().size(), swept.runs.results.size());
}

TEST(Sweep, ThePolicyIsComparedWithEveryLeverAtItsDefault) {
  const auto scenario = shipped_variant("whole_package", 18, {"footloose_rate=10"});
  const Sweep swept =
      sweep(scenario, request_for(*scenario, {ParameterGroup::Uncertainty}, 2), few_runs(31, 2));
  const auto bare = without_policy(*scenario);
  EXPECT_EQ(bare->parameters.levers.service_officers, Levers{}.service_officers);
  EXPECT_EQ(bare->parameters.uncertainties.footloose_rate, 10) << "the world stays as it is";
  const Ensemble by_hand = run_paired({bare, scenario}, few_runs(31, 2));
  EXPECT_EQ(swept.policy_effect[0].mean,
            compare(by_hand, 1).final_difference(1, *find_column(by_hand.columns, jobs_at_end)).mean);
  EXPECT_NE(swept.policy_effect[0].mean, 0);
}

TEST(Sweep, IsTheSameForAnyNumberOfJobs) {
  const auto scenario = shipped_variant("whole_package", 6);
  const SweepRequest request = request_for(*scenario, {ParameterGroup::Uncertainty}, 2);
  const std::string one = sweep_document(sweep(scenario, request, few_runs(31, 4, 1)), {jobs_at_end});
  EXPECT_EQ(one, sweep_document(sweep(scenario, request, few_runs(31, 4, 2)), {jobs_at_end}));
  EXPECT_EQ(nlohmann::json::parse(one)["complete"], true);
}

TEST(Sweep, AnInterruptedOneSaysSoAndKeepsWholeReplications) {
  const auto scenario = shipped_variant("whole_package", 3);
  const SweepRequest request = request_for(*scenario, {ParameterGroup::Uncertainty}, 2);
  std::atomic<bool> stop = false;
  EnsembleOptions options = few_runs(31, 50, 1);
  options.cancel = &stop;
  // One replication is the scenario, the one without policy and two levels of each uncertainty.
  const std::size_t two_replications = 2 * (2 + 2 * uncertainty_count);
  options.progress = [&](std::size_t done, std::size_t) { stop = done >= two_replications; };
  const Sweep swept = sweep(scenario, request, options);
  const auto document = nlohmann::json::parse(sweep_document(swept, {jobs_at_end}));
  EXPECT_EQ(document["complete"], false);
  EXPECT_EQ(document["replications"], 2);
  for (const auto& factor : document["outcomes"][0]["factors"]) {
    for (const auto& level : factor["levels"]) EXPECT_EQ(level["effect"]["n"], 2) << factor["key"];
  }
}

}  // namespace
}  // namespace park::study
