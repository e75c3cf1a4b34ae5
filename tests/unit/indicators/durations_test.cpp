// SPDX-License-Identifier: MIT
#include "indicators/durations.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace park {
namespace {

/// Signed in month 40, seen from month 70: `ended` months later it produced or withdrew; negative: still
/// waiting.
PipelineSpell spell(int months, bool produced) {
  return {40, months < 0 ? -1 : 40 + months, produced, false};
}

World world_with(std::vector<PipelineSpell> spells) {
  World world;
  world.month = 70;
  world.tallies.pipeline = std::move(spells);
  return world;
}

TEST(SignedToProduction, IsTheMedianWhenAllProduce) {
  EXPECT_EQ(signed_to_production_months(world_with({spell(6, true), spell(9, true), spell(20, true)})), 9);
}

/// Kaplan-Meier by hand: at 5 one of four produces (S = 3/4); one withdraws at 6; at 10 one of two (S = 3/8).
TEST(SignedToProduction, WithdrawalsAreCensored) {
  EXPECT_EQ(signed_to_production_months(
                world_with({spell(5, true), spell(6, false), spell(10, true), spell(25, true)})),
            10);
}

/// Without censoring the median of the two that produced would be 8; three of five still wait after 30
/// months.
TEST(SignedToProduction, ThoseStillWaitingCount) {
  EXPECT_EQ(signed_to_production_months(world_with(
                {spell(8, true), spell(9, true), spell(-1, false), spell(-1, false), spell(-1, false)})),
            60);
}

TEST(SignedToProduction, ATieOfEndAndCensoringIsAtRiskInItsMonth) {
  // At 12 both are at risk: S falls to 1/2 there.
  EXPECT_EQ(signed_to_production_months(world_with({spell(12, true), spell(12, false)})), 12);
}

TEST(SignedToProduction, OnlyTheLastFiveYearsCount) {
  World world = world_with({{1, 3, true, false}, {2, 4, true, false}, {60, 69, true, false}});
  world.month = 70;
  EXPECT_EQ(signed_to_production_months(world), 9);
}

TEST(SignedToProduction, HasNoValueWhenNobodySigned) {
  EXPECT_TRUE(std::isnan(signed_to_production_months(world_with({}))));
}

TEST(SignedToProduction, IsTheWindowWhenNobodyProduced) {
  EXPECT_EQ(signed_to_production_months(world_with({spell(-1, false)})), 60);
}

TEST(ApprovalToSupply, IsTheKaplanMeierMedianOfParcels) {
  World world;
  world.month = 70;
  world.land.spells = {{40, 52}, {45, 60}, {50, ApprovalSpell::waiting}, {60, 63}};
  // Durations 12, 15, 20 waiting, 3: at 3 S = 3/4, at 12 S = 1/2.
  EXPECT_EQ(approval_to_supply_months(world), 12);
}

}  // namespace
}  // namespace park
