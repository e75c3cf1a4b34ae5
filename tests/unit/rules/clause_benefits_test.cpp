// SPDX-License-Identifier: MIT
#include "rules/clause_benefits.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

TEST(ClauseInForce, IsOverallTimesOwnIntensity) {
  World world = test::opened_world();
  world.now.levers.clause_intensity = 0.5;
  world.now.clauses[4] = 1.5;
  EXPECT_DOUBLE_EQ(clause_in_force(world, 4), 0.75);
  world.now.clauses[4] = 0;
  EXPECT_DOUBLE_EQ(clause_in_force(world, 4), 0);
}

TEST(ClauseInForce, IsAtMostTwo) {
  World world = test::opened_world();
  world.now.levers.clause_intensity = 2;
  world.now.clauses[4] = 2;
  EXPECT_DOUBLE_EQ(clause_in_force(world, 4), 2);
}

TEST(ClauseInForce, AllAreVoidedFromTheMonthOfTheCleanUp) {
  World world = test::opened_world();
  world.now.uncertainties.incentives_voided_share = 1;
  world.now.uncertainties.incentives_voided_month = 24;
  world.month = 24;  // being lived: 23 done
  for (std::size_t i = 0; i < clause_count; ++i) EXPECT_GT(clause_in_force(world, i), 0);
  world.month = 25;
  for (std::size_t i = 0; i < clause_count; ++i) EXPECT_EQ(clause_in_force(world, i), 0);
}

TEST(ClauseInForce, AShareIsVoidedAndStaysVoided) {
  World world = test::opened_world();
  world.now.uncertainties.incentives_voided_month = 0;
  world.now.uncertainties.incentives_voided_share = 0.3;
  world.month = 1;
  std::vector<bool> voided;
  for (std::size_t i = 0; i < clause_count; ++i) voided.push_back(clause_in_force(world, i) == 0);
  const auto count = std::count(voided.begin(), voided.end(), true);
  EXPECT_GT(count, 8);  // 23.7 expected, standard deviation 4.1
  EXPECT_LT(count, 41);
  world.month = 90;
  world.now.uncertainties.incentives_voided_share = 0.6;
  for (std::size_t i = 0; i < clause_count; ++i) {
    EXPECT_TRUE(!voided[i] || clause_in_force(world, i) == 0)
        << "a larger clean-up spares what a smaller one voids";
  }
}

PolicyClause clause_of(ClauseForm form, double amount, double cap_yuan = 0) {
  PolicyClause clause;
  clause.form = form;
  clause.amount = amount;
  clause.cap_yuan = cap_yuan;
  return clause;
}

TEST(ClausePayment, WorkedByHand) {
  BenefitBase base;
  base.workers = 100;
  base.floor_m2 = 3000;
  base.equipment_yuan = 5e6;
  base.output_yuan_year = 36e6;
  base.local_tax_yuan_year = 600000;
  EXPECT_DOUBLE_EQ(clause_payment(clause_of(ClauseForm::PerM2Month, 2), base), 6000);
  EXPECT_DOUBLE_EQ(clause_payment(clause_of(ClauseForm::EquipmentShare, 0.1), base), 500000);
  EXPECT_DOUBLE_EQ(clause_payment(clause_of(ClauseForm::PerWorkerMonth, 50), base), 5000);
  EXPECT_DOUBLE_EQ(clause_payment(clause_of(ClauseForm::TaxShare, 0.5), base), 25000);
  EXPECT_DOUBLE_EQ(clause_payment(clause_of(ClauseForm::OneOff, 200000), base), 200000);
  EXPECT_DOUBLE_EQ(clause_payment(clause_of(ClauseForm::PerM2Once, 100), base), 300000);
  EXPECT_DOUBLE_EQ(clause_payment(clause_of(ClauseForm::OutputShare, 0.01), base), 30000);
}

TEST(ClausePayment, ACapIsPerYearForAStreamAndOnceForAOneOff) {
  BenefitBase base;
  base.workers = 100;
  base.equipment_yuan = 5e6;
  EXPECT_DOUBLE_EQ(clause_payment(clause_of(ClauseForm::PerWorkerMonth, 50, 24000), base), 2000);
  EXPECT_DOUBLE_EQ(clause_payment(clause_of(ClauseForm::PerWorkerMonth, 50, 240000), base), 5000);
  EXPECT_DOUBLE_EQ(clause_payment(clause_of(ClauseForm::EquipmentShare, 0.1, 24000), base), 24000);
}

}  // namespace
}  // namespace park
