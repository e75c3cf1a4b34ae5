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

}  // namespace
}  // namespace park
