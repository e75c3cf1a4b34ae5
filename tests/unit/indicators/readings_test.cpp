// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <vector>

#include "indicators/indicators.hpp"
#include "shipped_scenario.hpp"
#include "simulation.hpp"
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

/// Sum of a family's members of one dimension.
double sum_of(std::span<const IndicatorColumn> columns, std::span<const double> row, std::string_view key,
              Dimension dimension) {
  double sum = 0;
  for (std::size_t c = 0; c < columns.size(); ++c) {
    const bool is_member = columns[c].key.starts_with(std::string(key) + ".");
    if (is_member && columns[c].dimension == dimension) sum += row[c];
  }
  return sum;
}

TEST(Dimensions, MembersAddUpToTheWhole) {
  const auto scenario =
      test::shared(test::shipped_scenario("whole_package", {"lease_to_own_share=0.3", "sale_share=0.2"}));
  const std::vector<IndicatorColumn> columns = indicator_columns(*scenario);
  std::vector<double> row(columns.size());
  World world = start(scenario, 3);
  while (world.month < 72) step(world);
  record(world, columns, row);
  const double signed_firms = row[find_column(columns, "firms_signed").value()];
  const double producing = row[find_column(columns, "firms_producing").value()];
  ASSERT_GT(producing, 10);
  EXPECT_EQ(sum_of(columns, row, "firms_signed", Dimension::Region), signed_firms);
  EXPECT_EQ(sum_of(columns, row, "firms_producing", Dimension::Contract), producing);
  EXPECT_EQ(sum_of(columns, row, "firms_producing", Dimension::Stage), producing);
  for (const std::string_view key : {"firms_producing.lease", "firms_producing.purchase"}) {
    EXPECT_GT(row[find_column(columns, key).value()], 0) << key;
  }
}

}  // namespace
}  // namespace park
