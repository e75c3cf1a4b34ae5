// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "scenario/load.hpp"
#include "scratch_folder.hpp"

namespace park {
namespace {

using test::problem_at;
using test::text_of;

Scenario base() {
  return load_scenario(R"({"policy":[{"at":12,"set":{"agencies":4}},{"at":12,"set":{"dormitory_beds":900}}],
                           "shocks":[{"at":3,"set":{"interest_rate":5}}]})",
                       "base.json", ".")
      .value();
}

Checked<Scenario> with(const std::vector<std::string>& settings) { return with_settings(base(), settings); }

TEST(Settings, ReplaceTheStartValueAndDropThatKeysTimeline) {
  const Scenario scenario =
      with({"agencies=2", "interest_rate = 4", "build_mode=build_first", "agency_paid_on_arrival=false"})
          .value();
  EXPECT_EQ(scenario.parameters.levers.agencies, 2);
  EXPECT_EQ(scenario.parameters.uncertainties.interest_rate, 4);
  EXPECT_EQ(scenario.parameters.levers.build_mode, 2);
  EXPECT_EQ(scenario.parameters.levers.agency_paid_on_arrival, 0);
  ASSERT_EQ(scenario.policy.size(), 1U);
  EXPECT_EQ(scenario.policy[0].key.row->key, "dormitory_beds");
  EXPECT_TRUE(scenario.shocks.empty());
}

TEST(Settings, WithAMonthAddAStep) {
  const std::string clause = "clause." + base().facts->clauses.clauses[0].id;
  const Scenario scenario =
      with({"agencies@2026-07=5", "agencies@12=6", clause + "@30=0", "interest_rate@8=6"}).value();
  ASSERT_EQ(scenario.policy.size(), 4U);
  EXPECT_EQ(scenario.policy[0].at, 6);
  EXPECT_EQ(scenario.policy[0].value, 5);
  EXPECT_EQ(scenario.policy[1].key.row->key, "dormitory_beds");
  EXPECT_EQ(scenario.policy[2].at, 12);
  EXPECT_EQ(scenario.policy[2].value, 6);  // instead of the file's 4
  EXPECT_EQ(scenario.policy[3].key, (ParameterKey{nullptr, 0}));
  ASSERT_EQ(scenario.shocks.size(), 2U);
  EXPECT_EQ(scenario.shocks[1].at, 8);
  EXPECT_EQ(scenario.shocks[1].months, 0);
}

TEST(Settings, AllProblemsAtOnceByKey) {
  const Checked<Scenario> checked =
      with({"agencies=x", "dormitory_bed=1", "build_mode@2020-01=9", "pool_weight@3=2", "home_bias", "=1",
            "interest_rate=nan", "clause.none=1", "agencies=", "agencies=1e999"});
  ASSERT_FALSE(checked.ok());
  const Problems& problems = checked.problems();
  for (const Problem& problem : problems) EXPECT_EQ(problem.file, "--set");
  EXPECT_EQ(problem_at(problems, "/agencies").expected, "a whole number from 0 to 10 agencies");
  EXPECT_EQ(problem_at(problems, "/dormitory_bed").expected, "a known key (nearest: dormitory_beds)");
  EXPECT_EQ(std::ranges::count(problems, "/build_mode", &Problem::pointer), 2);  // value and month
  problem_at(problems, "/pool_weight");
  problem_at(problems, "/home_bias");
  problem_at(problems, "/=1");
  problem_at(problems, "/interest_rate");
  problem_at(problems, "/clause.none");
  EXPECT_EQ(problems.size(), 11U) << text_of(problems);
}

TEST(Settings, EveryKeyIsFoundReadAndSet) {
  const Scenario scenario = base();
  Parameters parameters;
  for (const auto rows : {lever_rows(), uncertainty_rows(), structural_rows()}) {
    for (const ParameterRow& row : rows) {
      const auto key = find_key(scenario.facts->clauses, row.key);
      ASSERT_TRUE(key);
      EXPECT_EQ(get(parameters, *key), row.default_value());
      set(parameters, *key, row.max);
      EXPECT_EQ(get(parameters, *key), row.max);
    }
  }
  const auto clause = find_key(scenario.facts->clauses, "clause." + scenario.facts->clauses.clauses[78].id);
  ASSERT_TRUE(clause);
  set(parameters, *clause, 0.5);
  EXPECT_EQ(parameters.clauses[78], 0.5);
  EXPECT_FALSE(find_key(scenario.facts->clauses, "clause."));
  EXPECT_FALSE(find_key(scenario.facts->clauses, ""));
}

}  // namespace
}  // namespace park
