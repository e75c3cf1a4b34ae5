// SPDX-License-Identifier: MIT
#include "rules/location_review.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "rules/location_margin.hpp"
#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

std::size_t class_of_firm(const World& world, std::uint32_t firm) {
  return class_of(world.pool->firms[firm]);
}

double clock_of(const World& world, std::uint32_t firm) {
  return static_cast<double>(world.pool->firms[firm].review_clock);
}

/// Whether the firm is among those who review when their class's integral reaches `integral`.
bool reviews_by(const World& world, std::uint32_t firm, double integral) {
  Pursuit pursuit = world.pursuit;
  const std::size_t c = class_of_firm(world, firm);
  ByClass hazard{};
  hazard[c] = integral - pursuit.hazard_integral[c];
  pursuit.calendar.plan(*world.pool, pursuit.hazard_integral, hazard);
  std::vector<std::uint32_t> starting;
  pursuit.calendar.ring(pursuit.firms, starting);
  return std::count(starting.begin(), starting.end(), firm) == 1;
}

TEST(ReviewHazard, IsTheFootlooseRateAtTheOpening) {
  World world = test::opened_world(
      {"footloose_rate=9", "usual_relocation_orders=0.02", "origin_environmental_pressure=2"});
  world.month = 1;
  world.surroundings.relocation_orders = 0.02;
  for (std::size_t a = 0; a < activity_count; ++a) {
    for (std::size_t r = 0; r < region_count; ++r) {
      EXPECT_NEAR(review_hazard(world, static_cast<Activity>(a), static_cast<Region>(r)), 0.09 / 12, 1e-12);
    }
  }
}

TEST(ReviewHazard, OrdersMovePollutingFirmsOnlyAndAtMostFourfold) {
  World world = test::opened_world({"footloose_rate=6"});
  world.month = 1;
  world.surroundings.relocation_orders = 10;
  EXPECT_NEAR(review_hazard(world, Activity::Dyeing, Region::GreaterBayArea), 4 * 0.06 / 12, 1e-12);
  EXPECT_NEAR(review_hazard(world, Activity::GarmentCmt, Region::GreaterBayArea), 0.06 / 12, 1e-9);
}

TEST(ReviewPull, DoublingItHalvesWhatIsLeftOfTheClock) {
  World world = test::opened_world();
  const std::uint32_t firm = 5;
  const double clock = clock_of(world, firm);
  world.pursuit.hazard_integral[class_of_firm(world, firm)] = 0.25 * clock;
  raise_pull(world, firm, 2);
  EXPECT_NEAR(world.pursuit.firms[firm].threshold, 0.25 * clock + 0.375 * clock, 1e-9);
  EXPECT_FALSE(reviews_by(world, firm, 0.62 * clock));
  EXPECT_TRUE(reviews_by(world, firm, 0.63 * clock));
  raise_pull(world, firm, 2);
  EXPECT_NEAR(world.pursuit.firms[firm].threshold, 0.25 * clock + 0.1875 * clock, 1e-9);
  EXPECT_FALSE(reviews_by(world, firm, 0.43 * clock));
  EXPECT_TRUE(reviews_by(world, firm, 2 * clock)) << "one firm, one clock";
}

TEST(ReviewPull, IsAtMostFourfold) {
  World world = test::opened_world();
  for (int i = 0; i < 5; ++i) raise_pull(world, 5, 2);
  EXPECT_EQ(world.pursuit.firms[5].pull, 4);
  EXPECT_NEAR(world.pursuit.firms[5].threshold, clock_of(world, 5) / 4, 1e-9);
}

TEST(ReviewClock, TheNextOneStartsNow) {
  World world = test::opened_world();
  const std::size_t c = class_of_firm(world, 5);
  world.pursuit.hazard_integral[c] = 3;
  const Search first = begin_search(world, 5);
  EXPECT_EQ(world.pursuit.firms[5].fate, Fate::Searching);
  schedule_next_review(world, first);
  EXPECT_EQ(world.pursuit.firms[5].fate, Fate::AtOrigin);
  EXPECT_EQ(world.pursuit.firms[5].episode, 1);
  EXPECT_NEAR(world.pursuit.firms[5].threshold, 3 + static_cast<double>(first.next_clock), 1e-12);
  const Search second = begin_search(world, 5);
  EXPECT_NE(second.next_clock, first.next_clock) << "every episode has draws of its own";
  EXPECT_NE(second.knowledge, first.knowledge);
}

/// A gamma law of shape 4 and mean 6 months, rounded and cut to 3 to 12: its mean by the sum over months.
TEST(Search, LastsAsLongAsTheErlangLawSays) {
  World world = test::opened_world({"pool_agents=20000"});
  double sum = 0;
  for (std::uint32_t firm = 0; firm < 20000; ++firm) {
    const Search search = begin_search(world, firm);
    EXPECT_GE(search.ripe_month, 3);
    EXPECT_LE(search.ripe_month, longest_search_months);
    sum += search.ripe_month;
  }
  const auto up_to = [](double months) {
    const double x = months / 1.5;
    return 1 - std::exp(-x) * (1 + x + x * x / 2 + x * x * x / 6);
  };
  double expected = 3;
  for (int month = 3; month < longest_search_months; ++month) expected += 1 - up_to(month + 0.5);
  EXPECT_NEAR(sum / 20000, expected, 4 * 3.0 / std::sqrt(20000.0));
}

TEST(Margin, OfTheMedianFirmAtItsOriginIsWhatTheParameterSays) {
  World world = test::opened_world({"origin_margin=0.055"});
  for (std::size_t a = 0; a < activity_count; ++a) {
    for (std::size_t r = 0; r < region_count; ++r) {
      EXPECT_NEAR(class_margin(world, static_cast<Activity>(a), static_cast<Region>(r), 0).at(1), 0.055,
                  1e-9);
    }
  }
}

/// Whatever rules are switched off, firms that compare places see this month's park.
TEST(Margin, FollowsTheWageWhenRivalsStandStill) {
  World world = test::opened_world();
  RuleSwitches rules = all_rules();
  rules.reset(1);
  ASSERT_EQ(rules_of_a_month()[1].name, "rivals");
  const double before = class_margin(world, Activity::Weaving, Region::YangtzeDelta, 1).variable;
  world.labour.wage_yuan_month *= 2;
  step(world, rules);
  EXPECT_GT(class_margin(world, Activity::Weaving, Region::YangtzeDelta, 1).variable, 1.3 * before);
}

TEST(Margin, IsTheSumOfItsTerms) {
  World world = test::opened_world();
  for (std::size_t place = 0; place <= world.places().destinations.size(); ++place) {
    const MarginTerms terms = margin_terms(world, Region::YangtzeDelta, place)[index_of(Activity::Weaving)];
    double sum = 0;
    for (const double term : terms) sum += term;
    EXPECT_NEAR(class_margin(world, Activity::Weaving, Region::YangtzeDelta, place).at(1), sum, 1e-9)
        << place;
  }
}

TEST(Recovery, RisesFromTheInlandProductivityOverThreeYears) {
  const World world = test::opened_world({"inland_productivity=0.8"});
  EXPECT_NEAR(recovery(world, 0), 0.8, 1e-12);
  EXPECT_GT(recovery(world, 18), 0.8);
  EXPECT_LT(recovery(world, 18), 0.95);
  EXPECT_NEAR(recovery(world, 36), 0.95, 1e-12);
  EXPECT_NEAR(recovery(world, 200), 0.95, 1e-12);
  EXPECT_NEAR(recovery(test::opened_world({"inland_productivity=1"}), 36), 1, 1e-12);
}

}  // namespace
}  // namespace park
