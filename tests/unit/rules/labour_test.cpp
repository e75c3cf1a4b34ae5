// SPDX-License-Identifier: MIT
#include "rules/labour.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/random.hpp"
#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

TEST(RoundByChance, HasExactlyTheExpectedMean) {
  for (const double expected : {0.001, 0.25, 0.5, 1.0, 2.3, 17.99}) {
    // An even grid of chances in place of draws: the mean is exact up to the grid's width.
    constexpr int grid = 100000;
    double sum = 0;
    for (int i = 0; i < grid; ++i) sum += static_cast<double>(round_by_chance(expected, (i + 0.5) / grid));
    EXPECT_NEAR(sum / grid, expected, 1.0 / grid);
  }
}

TEST(RoundByChance, IsOneOfTheTwoNearestWholeNumbers) {
  EXPECT_EQ(round_by_chance(2.3, 0.69), 2);
  EXPECT_EQ(round_by_chance(2.3, 0.71), 3);
  EXPECT_EQ(round_by_chance(0, 0.999), 0);
  EXPECT_EQ(round_by_chance(-3, 0.999), 0);
  EXPECT_EQ(round_by_chance(4, 0.5), 4);
}

World world_at_tightness(double tightness) {
  World world = test::opened_world({"wage_curve=0.1"});
  Labour& labour = world.labour;
  labour.seekers_unskilled = 600;
  labour.seekers_skilled = 300;
  labour.seekers_returned = 99;
  labour.vacancies_park = 1000 * tightness - 1;  // tightness is (vacancies + 1) / (seekers + 1)
  labour.vacancies_district = 0;
  labour.tightness = tightness;
  return world;
}

TEST(WageCurve, IsTheTrendAtTheReferenceTightness) {
  World world = world_at_tightness(0.5);
  world.labour.reference_tightness = 0.5;
  world.labour.wage_trend = 4000;
  set_wage(world);
  EXPECT_NEAR(world.labour.wage_yuan_month, 4000, 1e-9);
}

TEST(WageCurve, RisesWithTheTenthPowerOfTightness) {
  World world = world_at_tightness(2.0);
  world.labour.reference_tightness = 0.5;
  world.labour.wage_trend = 4000;
  set_wage(world);
  EXPECT_NEAR(world.labour.wage_yuan_month, 4000 * std::pow(4.0, 0.1), 1e-9);
}

TEST(WageCurve, TightnessIsSmoothedOverMonths) {
  World world = world_at_tightness(0.5);
  world.labour.tightness = 1;
  set_wage(world);
  EXPECT_NEAR(world.labour.tightness, 0.9, 1e-9);
}

TEST(WageCurve, IsClamped) {
  World world = world_at_tightness(1e6);
  world.labour.reference_tightness = 0.5;
  world.labour.wage_trend = 4000;
  set_wage(world);
  EXPECT_NEAR(world.labour.wage_yuan_month, 4000 * std::pow(20.0, 0.1), 1e-9);
}

TEST(People, WhoIsDismissedLooksForWork) {
  World world = test::opened_world();
  const Labour before = world.labour;
  dismiss(world, 100, 40, 15, 7);
  EXPECT_EQ(world.labour.seekers_returned - before.seekers_returned, 15);
  EXPECT_EQ(world.labour.seekers_skilled - before.seekers_skilled, 25);
  EXPECT_EQ(world.labour.seekers_unskilled - before.seekers_unskilled, 67);
}

TEST(People, AreConservedByEveryFlow) {
  World world = test::opened_world({"school_places_per_year=3000", "training_places=20000",
                                    "recruitment_fund=50", "dormitory_beds=30000"});
  const std::int64_t total = people_total(world);
  EXPECT_EQ(total, world.labour.opening_total);
  for (world.month = 1; world.month <= 60; ++world.month) {
    keep_festival(world);
    let_workers_quit(world);
    move_people(world);
    fill_vacancies(world);
    ASSERT_EQ(people_total(world), total) << "month " << world.month;
  }
}

}  // namespace
}  // namespace park
