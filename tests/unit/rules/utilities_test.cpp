// SPDX-License-Identifier: MIT
#include "rules/utilities.hpp"

#include <gtest/gtest.h>

#include "rules/rules.hpp"
#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

Project signed_project(Activity activity, double steam_t_h) {
  Project project;
  project.phase = Phase::Signed;
  project.plant.activity = activity;
  project.plant.steam_t_h = steam_t_h;
  return project;
}

/// A world whose central steam is taken up, and two plants that signed a year ago.
World world_without_free_steam() {
  World world = test::opened_world();
  world.month = 12;
  world.utilities.steam_permitted_t_h = world.utilities.steam_capacity_t_h;
  world.projects = {signed_project(Activity::GarmentCmt, 0.05), signed_project(Activity::Washing, 0.7)};
  return world;
}

TEST(Utilities, PlantsThatNeedLittleSteamMakeItThemselves) {
  World world = world_without_free_steam();
  const double permitted = world.utilities.steam_permitted_t_h;
  advance_utilities(world);
  EXPECT_TRUE(world.projects[0].has_permit);
  EXPECT_EQ(world.projects[0].plant.steam_t_h, 0) << "what leaves later gives back no central steam";
  EXPECT_FALSE(world.projects[1].has_permit);
  EXPECT_EQ(world.projects[1].plant.steam_t_h, 0.7);
  EXPECT_EQ(world.utilities.steam_permitted_t_h, permitted);
}

TEST(Utilities, WhereCentralSteamIsFreeAllDrawOnIt) {
  World world = world_without_free_steam();
  world.utilities.steam_permitted_t_h -= 1;
  const double permitted = world.utilities.steam_permitted_t_h;
  advance_utilities(world);
  EXPECT_TRUE(world.projects[0].has_permit);
  EXPECT_TRUE(world.projects[1].has_permit);
  EXPECT_DOUBLE_EQ(world.utilities.steam_permitted_t_h, permitted + 0.75);
}

/// Two phases of waste water, the second ordered while nothing is being built: each takes its months and is
/// paid in equal parts.
TEST(Utilities, WhatIsOrderedLaterTakesAsLongAndIsPaidAsSlowly) {
  World world = test::opened_world();
  const std::size_t utilities = clause_category_count + static_cast<std::size_t>(CostKind::Utilities);
  const double opening = world.utilities.wastewater_capacity_t_day;
  world.now.levers.plating_park_capacity = 0;
  world.now.levers.steam_capacity = 0;
  world.now.levers.wastewater_phase_month = 0;
  world.now.structural.utility_build_months = 6;
  for (int month = 1; month <= 40; ++month) {
    world.month = month;
    world.now.levers.wastewater_phase_capacity = month <= 20 ? 6000 : 18000;
    const double spent = world.accounts.cost_this_month[utilities];
    advance_utilities(world);
    const double paid = world.accounts.cost_this_month[utilities] - spent;
    const double a_month = month <= 6 ? 1000 : month > 20 && month <= 26 ? 2000 : 0;
    EXPECT_NEAR(paid, a_month * world.now.structural.wastewater_cost_per_t_day, 1) << month;
    const double built = month <= 6 ? 0 : month <= 26 ? 6000 : 18000;
    EXPECT_DOUBLE_EQ(world.utilities.wastewater_capacity_t_day, opening + built) << month;
  }
}

}  // namespace
}  // namespace park
