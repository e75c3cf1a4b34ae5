// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/random/gamma_distribution.hpp>
#include <cmath>
#include <iostream>

#include "core/random.hpp"
#include "rules/location_margin.hpp"
#include "rules/location_review.hpp"
#include "rules/rules.hpp"
#include "shipped_scenario.hpp"
#include "simulation.hpp"

namespace park {
namespace {

constexpr std::size_t clock_runs = 24;
constexpr std::size_t months_per_bin = 6;
constexpr std::size_t bins = 20;
using Counts = std::array<double, bins>;

/// First reviews, and reviews of firms that had reviewed before, by half-year and over all runs.
struct Reviews {
  Counts first{};
  Counts further{};

  void add(int month, bool is_first) {
    (is_first ? first : further)[static_cast<std::size_t>(month - 1) / months_per_bin] += 1;
  }
};

/// The plain meaning of the clocks: each month every firm at its origin is touched and reviews with the
/// chance of a hazard that is constant within the month. Draws of its own, since nothing is to be shared with
/// the clocks.
void touch_every_firm(World& world, Reviews& reviews) {
  Pursuit& pursuit = world.pursuit;
  price_locations(world);
  std::array<double, firm_class_count> hazard{};
  for (std::size_t a = 0; a < activity_count; ++a) {
    for (std::size_t r = 0; r < region_count; ++r) {
      const std::size_t c = a * region_count + r;
      if (world.pool->agents_in_class[c] <= 0) continue;
      hazard[c] = review_hazard(world, static_cast<Activity>(a), static_cast<Region>(r));
    }
  }
  constexpr std::uint64_t other_seed = 0x5eedULL << 40U;
  RandomStream stream{world.seed ^ other_seed, Draw::ReviewClock, static_cast<std::uint64_t>(world.month)};
  boost::random::gamma_distribution<double> gamma(4.0, 1.5);
  for (std::size_t i = 0; i < world.pool->firms.size(); ++i) {
    if (pursuit.firms[i].fate != Fate::AtOrigin) continue;
    const PoolFirm& firm = world.pool->firms[i];
    const double chance = -std::expm1(-static_cast<double>(pursuit.firms[i].pull) * hazard[class_of(firm)]);
    if (stream.uniform() >= chance) continue;
    reviews.add(world.month, pursuit.firms[i].episode == 0);
    Search search = begin_search(world, static_cast<std::uint32_t>(i));
    pursuit.take_back(search);
    search.ripe_month = world.month + std::clamp(static_cast<int>(std::lround(gamma(stream))), 3, 12);
    search.knowledge = stream.uniform();
    pursuit.open_search(search.ripe_month, search.is_larger) = search;
  }
  choose_locations(world);
}

void count_new_searches(const World& world, Reviews& reviews) {
  for (const std::vector<Search>& ripe : world.pursuit.searches) {
    for (const Search& search : ripe) {
      if (search.started_month == world.month)
        reviews.add(world.month, world.pursuit.firms[search.firm].episode == 0);
    }
  }
}

Reviews by_clocks(const std::shared_ptr<const Scenario>& scenario) {
  Reviews reviews;
  for (std::size_t run = 0; run < clock_runs; ++run) {
    World world = start(scenario, 700 + run);
    while (world.month < scenario->months) {
      step(world);
      count_new_searches(world, reviews);
    }
  }
  return reviews;
}

Reviews by_touching(const std::shared_ptr<const Scenario>& scenario) {
  Reviews reviews;
  for (std::size_t run = 0; run < clock_runs; ++run) {
    // Other seeds, so that the two samples are independent.
    World world = start(scenario, 900 + run);
    while (world.month < scenario->months) {
      ++world.month;
      put_policy_in_force(world);
      for (const Rule& rule : rules_of_a_month()) {
        if (rule.name == "relocation")
          touch_every_firm(world, reviews);
        else
          rule.advance(world);
      }
    }
  }
  return reviews;
}

double total(const Counts& counts) {
  double sum = 0;
  for (const double count : counts) sum += count;
  return sum;
}

/// Two samples of one distribution: chi-square with as many degrees of freedom as bins.
double chi_square(const Counts& a, const Counts& b) {
  double sum = 0;
  for (std::size_t i = 0; i < bins; ++i) {
    if (a[i] + b[i] > 0) sum += (a[i] - b[i]) * (a[i] - b[i]) / (a[i] + b[i]);
  }
  return sum;
}

/// Quantile 0.9999 of chi-square with 20 degrees of freedom: a right scheme fails once in 10,000 seeds.
constexpr double bound = 52.4;

void expect_same_distribution(const Counts& clocks, const Counts& touching, const char* what) {
  const double statistic = chi_square(clocks, touching);
  std::cout << "[ reviews  ] " << what << ": clocks " << total(clocks) << ", touching every firm "
            << total(touching) << ", chi-square " << statistic << " (20 degrees of freedom, bound " << bound
            << ")\n";
  EXPECT_GT(total(clocks), 1000) << "too few reviews to tell";
  EXPECT_LT(statistic, bound) << what;
  // Four standard errors of the difference of two Poisson counts.
  EXPECT_LT(std::abs(total(clocks) - total(touching)), 4 * std::sqrt(total(clocks) + total(touching)))
      << what;
}

class ReviewClocks : public testing::TestWithParam<const char*> {};

TEST_P(ReviewClocks, HasTheDistributionOfTouchingEveryFirmEveryMonth) {
  // No target list is courted: its extra pull belongs to the clocks' own step and is tested with the unit
  // tests. Wages and orders make the hazard move, high turnover makes the pull work on many clocks.
  const auto scenario = test::shared(test::shipped_scenario(
      "whole_package",
      {"target_list_leaders_per_stage=0", "origin_wage_growth=7", "footloose_rate=12", GetParam()}));
  const Reviews clocks = by_clocks(scenario);
  const Reviews touching = by_touching(scenario);
  expect_same_distribution(clocks.first, touching.first, "first reviews");
  expect_same_distribution(clocks.further, touching.further, "further reviews");
}

INSTANTIATE_TEST_SUITE_P(PartnersPull, ReviewClocks, testing::Values("partner_pull=1", "partner_pull=2"),
                         [](const auto& test) {
                           return std::string(test.param).ends_with("=1") ? "off" : "on";
                         });

/// The two schemes can be told apart: a hazard a tenth higher is far beyond the bound.
TEST(ReviewClock, BoundFindsAHazardATenthHigher) {
  const auto low = test::shared(test::shipped_scenario("baseline", {"footloose_rate=10"}));
  const auto high = test::shared(test::shipped_scenario("baseline", {"footloose_rate=11"}));
  EXPECT_GT(chi_square(by_clocks(low).first, by_touching(high).first), bound);
}

}  // namespace
}  // namespace park
