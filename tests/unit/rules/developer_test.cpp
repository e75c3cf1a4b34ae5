// SPDX-License-Identifier: MIT
#include "rules/developer.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"

namespace park {
namespace {

/// A developer of these monthly flows, yuan, who owns no floor.
World world_with(std::vector<double> flows) {
  World world;
  world.now.structural.terminal_cap_rate = 0.08;
  world.factories.developer.peak_funding_yuan = 100;
  world.factories.developer.flows = std::move(flows);
  find_developer_return(world);
  return world;
}

TEST(DeveloperIrr, IsTheRateAtWhichTheFlowsAreWorthNothing) {
  std::vector<double> flows(25, 0.0);
  flows[0] = -100;
  flows[12] = 55;
  flows[24] = 60.5;  // 55 / 1.1 + 60.5 / 1.21 = 100
  EXPECT_NEAR(developer_irr(world_with(flows)), 10, 1e-4);
}

TEST(DeveloperIrr, OutsideItsBoundsIsTheNearerOne) {
  EXPECT_NEAR(developer_irr(world_with({-100, 1})), 100 * (std::pow(0.95, 12) - 1), 1e-9);
  EXPECT_NEAR(developer_irr(world_with({-100, 200})), 100 * (std::pow(1.05, 12) - 1), 1e-9);
}

TEST(DeveloperIrr, HasNoValueWhereNothingIsInvested) {
  World world;
  world.factories.developer.flows = {5, 5};
  find_developer_return(world);
  EXPECT_TRUE(std::isnan(developer_irr(world)));
}

/// What a month's search begins with must not change what it finds.
TEST(DeveloperIrr, IsTheSameHoweverItWasReached) {
  World followed;
  followed.factories.developer.peak_funding_yuan = 100;
  followed.now.structural.terminal_cap_rate = 0.08;
  RandomStream stream{1, Draw::StudyDesign, 3};
  std::vector<double> flows;
  for (int month = 0; month < 200; ++month) {
    flows.push_back(month < 30 ? -100 * stream.uniform() : 60 * stream.uniform() - 12);
    followed.factories.developer.flows = flows;
    find_developer_return(followed);
    EXPECT_NEAR(developer_irr(followed), developer_irr(world_with(flows)), 1e-6) << month;
  }
}

TEST(DeveloperNpv, HasNoValueWhereNothingIsBuilt) {
  World world = world_with({-100, 20});
  EXPECT_TRUE(std::isnan(developer_npv_per_m2(world)));
  world.factories.developer.npv_yuan = -80;
  world.factories.built_total_m2 = 40;
  EXPECT_DOUBLE_EQ(developer_npv_per_m2(world), -2);
}

}  // namespace
}  // namespace park
