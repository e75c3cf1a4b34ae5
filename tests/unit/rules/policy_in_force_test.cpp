// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rules/rules.hpp"
#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

/// Values in force of a parameter by month lived, 1 to `months`.
template <class Read>
std::vector<double> in_force(const Scenario& scenario, int months, Read read) {
  World world = start(test::shared(scenario), 1);
  std::vector<double> values(1, 0.0);
  for (world.month = 1; world.month <= months; ++world.month) {
    put_policy_in_force(world);
    values.push_back(read(world.now));
  }
  return values;
}

ParameterKey key(const Scenario& scenario, std::string_view name) {
  return find_key(scenario.facts->clauses, name).value();
}

TEST(PolicyInForce, AStepActsAfterItsWholeMonths) {
  Scenario scenario = test::small_scenario();
  scenario.parameters.levers.dormitory_beds = 500;
  scenario.policy = {{3, key(scenario, "dormitory_beds"), 900, 0}};
  const auto beds = in_force(scenario, 6, [](const Parameters& p) { return p.levers.dormitory_beds; });
  EXPECT_EQ(beds, (std::vector<double>{0, 500, 500, 500, 900, 900, 900}));
}

TEST(PolicyInForce, AStepAtTheStartActsInTheFirstMonth) {
  Scenario scenario = test::small_scenario();
  scenario.policy = {{0, key(scenario, "dormitory_beds"), 900, 0}};
  EXPECT_EQ(in_force(scenario, 1, [](const Parameters& p) { return p.levers.dormitory_beds; })[1], 900);
}

TEST(PolicyInForce, ARampIsLinear) {
  Scenario scenario = test::small_scenario();
  scenario.parameters.levers.dormitory_beds = 500;
  scenario.policy = {{2, key(scenario, "dormitory_beds"), 900, 4}};
  const auto beds = in_force(scenario, 8, [](const Parameters& p) { return p.levers.dormitory_beds; });
  EXPECT_EQ(beds, (std::vector<double>{0, 500, 500, 600, 700, 800, 900, 900, 900}));
}

TEST(PolicyInForce, IntegersRoundDownOnTheWay) {
  Scenario scenario = test::small_scenario();
  scenario.parameters.levers.agencies = 0;
  scenario.policy = {{0, key(scenario, "agencies"), 3, 4}};
  const auto agencies = in_force(scenario, 5, [](const Parameters& p) { return p.levers.agencies; });
  EXPECT_EQ(agencies, (std::vector<double>{0, 0, 1, 2, 3, 3}));  // 0.75, 1.5, 2.25, 3
}

TEST(PolicyInForce, IntegersRoundDownWhenFallingToo) {
  Scenario scenario = test::small_scenario();
  scenario.parameters.levers.agencies = 3;
  scenario.policy = {{0, key(scenario, "agencies"), 0, 4}};
  const auto agencies = in_force(scenario, 4, [](const Parameters& p) { return p.levers.agencies; });
  EXPECT_EQ(agencies, (std::vector<double>{0, 2, 1, 0, 0}));  // 2.25, 1.5, 0.75, 0
}

TEST(PolicyInForce, SwitchesAndChoicesTurnAtOnce) {
  Scenario scenario = test::small_scenario();
  scenario.parameters.levers.build_mode = 0;
  scenario.parameters.levers.three_in_one_reserve = 0;
  scenario.policy = {{2, key(scenario, "build_mode"), 2, 0},
                     {2, key(scenario, "three_in_one_reserve"), 1, 0}};
  EXPECT_EQ(in_force(scenario, 4, [](const Parameters& p) { return p.levers.build_mode; }),
            (std::vector<double>{0, 0, 0, 2, 2}));
  EXPECT_EQ(in_force(scenario, 4, [](const Parameters& p) { return p.levers.three_in_one_reserve; }),
            (std::vector<double>{0, 0, 0, 1, 1}));
}

TEST(PolicyInForce, ARampDuringARampBendsAndEndsAtTheLaterValue) {
  Scenario scenario = test::small_scenario();
  scenario.parameters.levers.dormitory_beds = 0;
  scenario.policy = {{0, key(scenario, "dormitory_beds"), 1000, 10},
                     {5, key(scenario, "dormitory_beds"), 0, 5}};
  const auto beds = in_force(scenario, 10, [](const Parameters& p) { return p.levers.dormitory_beds; });
  EXPECT_DOUBLE_EQ(beds[5], 500);
  EXPECT_LT(beds[6], beds[5] + 100);
  EXPECT_DOUBLE_EQ(beds[10], 0);
}

TEST(PolicyInForce, AShockEndsAndAnotherIsForGood) {
  Scenario scenario = test::small_scenario();
  scenario.parameters.uncertainties.tariff_shock = 5;
  scenario.parameters.uncertainties.export_growth = 2;
  scenario.shocks = {{1, key(scenario, "tariff_shock"), 30, 2}, {3, key(scenario, "export_growth"), -1, 0}};
  EXPECT_EQ(in_force(scenario, 5, [](const Parameters& p) { return p.uncertainties.tariff_shock; }),
            (std::vector<double>{0, 5, 30, 30, 5, 5}));
  EXPECT_EQ(in_force(scenario, 5, [](const Parameters& p) { return p.uncertainties.export_growth; }),
            (std::vector<double>{0, 2, 2, 2, -1, -1}));
}

TEST(PolicyInForce, AClauseScalesTheLeverItNames) {
  const Scenario scenario = test::small_scenario();
  int clauses = 0;
  for (const PolicyClause& clause : scenario.facts->clauses.clauses)
    clauses += clause.lever == "rent_free_months" ? 1 : 0;
  ASSERT_GT(clauses, 0);
  for (const double intensity : {0.0, 0.5, 1.0, 2.0}) {
    Scenario changed = scenario;
    changed.parameters.levers.clause_intensity = intensity;
    changed.parameters.levers.rent_free_months = 10;
    EXPECT_DOUBLE_EQ(in_force(changed, 1, [](const Parameters& p) { return p.levers.rent_free_months; })[1],
                     10 * intensity);
  }
}

}  // namespace
}  // namespace park
