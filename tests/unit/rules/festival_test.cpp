// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "rules/labour.hpp"
#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

/// A district whose only plants have `workers` each.
World world_with_plants(int plants, int workers) {
  World world = test::opened_world({"festival_leave_share=0.3"});
  for (int i = 0; i < plants; ++i) {
    Tenant tenant;
    tenant.plant.who = {Identity::Kind::Pool, static_cast<std::uint32_t>(i), 0};
    tenant.workers = workers;
    tenant.skilled = workers / 2;
    tenant.returnees = workers / 4;
    world.tenants.push_back(tenant);
  }
  return world;
}

std::int64_t present(const World& world) {
  std::int64_t people = 0;
  for (const Tenant& tenant : world.tenants) people += tenant.workers;
  return people;
}

/// Lunar new year 2026 falls on 17 February: month 2 of a run that starts in January 2026.
TEST(Festival, HeadcountDropsInItsMonthAndComesBack) {
  World world = world_with_plants(20, 100);
  ASSERT_EQ(world.scenario->start, (YearMonth{2026, 1}));
  const std::int64_t everyone = park_headcount(world);
  world.month = 1;
  keep_festival(world);
  EXPECT_EQ(present(world), 2000);
  world.month = 2;
  keep_festival(world);
  // 30 % go, give or take a fifth a plant: 600 expected, standard deviation of the sum about 16.
  EXPECT_NEAR(static_cast<double>(present(world)), 1400, 80);
  EXPECT_EQ(park_headcount(world), everyone);
  const std::int64_t away = 2000 - present(world);
  world.month = 3;
  keep_festival(world);
  EXPECT_NEAR(static_cast<double>(2000 - present(world)), 0.15 * static_cast<double>(away), 20.0);
  world.month = 4;
  keep_festival(world);
  EXPECT_EQ(present(world), 2000);
  for (const Tenant& tenant : world.tenants) {
    EXPECT_EQ(tenant.skilled, 50);
    EXPECT_EQ(tenant.returnees, 25);
    EXPECT_EQ(tenant.festival_away + tenant.festival_skilled + tenant.festival_returnees, 0);
  }
}

TEST(Festival, CrewsStayPossibleInPlantsOfEverySize) {
  for (int workers = 0; workers <= 40; ++workers) {
    World world = world_with_plants(5, workers);
    for (world.month = 1; world.month <= 15; ++world.month) {
      keep_festival(world);
      for (const Tenant& tenant : world.tenants) {
        EXPECT_GE(tenant.workers, 0);
        EXPECT_GE(tenant.returnees, 0);
        EXPECT_LE(tenant.skilled, tenant.workers);
        EXPECT_LE(tenant.returnees, tenant.skilled);
        EXPECT_EQ(tenant.workers + tenant.festival_away, workers);
      }
    }
  }
}

TEST(Festival, TheDistrictsOwnFirmsEmptyAndFillToo) {
  World world = test::opened_world();
  const auto before = world.labour.district_workers;
  world.month = 2;
  keep_festival(world);
  for (std::size_t s = 0; s < stage_count; ++s) {
    EXPECT_LE(world.labour.district_workers[s], before[s]);
    EXPECT_EQ(world.labour.district_workers[s] + world.labour.district_away[s], before[s]);
  }
  for (world.month = 3; world.month <= 4; ++world.month) keep_festival(world);
  EXPECT_EQ(world.labour.district_workers, before);
}

}  // namespace
}  // namespace park
