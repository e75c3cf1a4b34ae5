// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "indicators/indicators.hpp"
#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

double read(const World& world, std::string_view key) {
  const auto rows = indicator_rows();
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.key == key; });
  return row->read({world, take_census(world)});
}

TEST(Readings, BondMoneyIsInMillions) {
  World world = test::opened_world();
  EXPECT_EQ(read(world, "bond_money_won"), 0);
  world.land.bond_money_yuan = 60e6;
  EXPECT_EQ(read(world, "bond_money_won"), 60);
}

TEST(Readings, SteamIsWhatPermitsTakeOfTheCapacity) {
  World world = test::opened_world();
  world.utilities.steam_capacity_t_h = 80;
  world.utilities.steam_permitted_t_h = 60;
  EXPECT_EQ(read(world, "steam_utilisation"), 0.75);
  world.utilities.steam_capacity_t_h = 0;
  EXPECT_TRUE(std::isnan(read(world, "steam_utilisation"))) << "no capacity, no share of it";
}

}  // namespace
}  // namespace park
