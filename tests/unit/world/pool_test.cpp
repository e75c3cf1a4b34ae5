// SPDX-License-Identifier: MIT
#include "world/pool.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "shipped_scenario.hpp"
#include "simulation.hpp"

namespace park {
namespace {

Scenario small() { return test::shipped_scenario("baseline", {"pool_agents=2000"}); }

TEST(Pool, OfASeedIsAlwaysTheSame) {
  const auto a = make_pool(small(), 4);
  const auto b = make_pool(small(), 4);
  const auto c = make_pool(small(), 5);
  EXPECT_EQ(a->partners, b->partners);
  bool differs = false;
  for (std::size_t i = 0; i < a->firms.size(); ++i) {
    EXPECT_EQ(a->firms[i].employees, b->firms[i].employees);
    EXPECT_EQ(a->firms[i].review_clock, b->firms[i].review_clock);
    differs = differs || a->firms[i].employees != c->firms[i].employees;
  }
  EXPECT_TRUE(differs);
}

TEST(Pool, AFirmDoesNotDependOnHowManyThereAre) {
  const auto few = make_pool(small(), 4);
  const auto many = make_pool(test::shipped_scenario("baseline", {"pool_agents=5000"}), 4);
  for (std::size_t i = 0; i < few->pool_agents; ++i) {
    EXPECT_EQ(few->firms[i].employees, many->firms[i].employees);
    EXPECT_EQ(few->firms[i].activity, many->firms[i].activity);
  }
}

TEST(Pool, PartnersKnowEachOther) {
  const auto pool = make_pool(small(), 4);
  std::multiset<std::pair<std::uint32_t, std::uint32_t>> links;
  for (std::uint32_t i = 0; i < pool->firms.size(); ++i) {
    for (std::uint32_t k = pool->first_partner[i]; k < pool->first_partner[i + 1]; ++k) {
      EXPECT_NE(pool->partners[k], i);
      links.emplace(i, pool->partners[k]);
    }
  }
  EXPECT_GT(links.size(), pool->firms.size());
  for (const auto& [a, b] : links) EXPECT_EQ(links.count({a, b}), links.count({b, a}));
}

/// Each class by the product of its shares: within five standard errors of a count.
TEST(Pool, ClassesHaveTheirShares) {
  constexpr double agents = 40000;
  const Scenario scenario = test::shipped_scenario("baseline", {"pool_agents=40000"});
  const auto pool = make_pool(scenario, 4);
  std::array<double, firm_class_count> drawn{};
  for (std::size_t i = 0; i < pool->pool_agents; ++i) {
    drawn[class_of(pool->firms[i])] += 1;
  }
  for (std::size_t a = 0; a < activity_count; ++a) {
    for (std::size_t r = 0; r < region_count; ++r) {
      const double share =
          scenario.facts->chain.activities[a].pool_share * scenario.facts->places.origins[r].pool_share;
      EXPECT_NEAR(drawn[a * region_count + r], agents * share, 5 * std::sqrt(agents * share) + 1e-9)
          << "activity " << a << ", region " << r;
    }
  }
}

/// Firms pick suppliers by the stages they buy from, and within a stage by the root of their size: the links
/// that come in are counted against what each stage can expect.
TEST(Pool, SuppliersArePickedByWhatIsBoughtAndBySize) {
  const Scenario scenario = test::shipped_scenario("baseline", {"pool_agents=40000"});
  const auto pool = make_pool(scenario, 4);
  const double wanted = scenario.parameters.structural.partner_links;
  std::array<double, stage_count> expected{};
  std::array<double, stage_count> links{};
  std::array<double, stage_count> firms{};
  double large_links = 0;
  double large_roots = 0;
  std::array<double, stage_count> roots{};
  for (const PoolFirm& firm : pool->firms) {
    double bought = 0;
    for (std::size_t s = 0; s < stage_count; ++s) {
      bought += scenario.facts->chain.bought[s][index_of(firm.activity)];
    }
    for (std::size_t s = 0; s < stage_count && bought > 0; ++s) {
      expected[s] += wanted * scenario.facts->chain.bought[s][index_of(firm.activity)] / bought;
    }
    const std::size_t stage = index_of(stage_of(firm.activity));
    firms[stage] += bought > 0 ? 1 : 0;
    roots[stage] += std::sqrt(static_cast<double>(firm.employees));
  }
  for (std::uint32_t i = 0; i < pool->firms.size(); ++i) {
    links[index_of(stage_of(pool->firms[i].activity))] += pool->first_partner[i + 1] - pool->first_partner[i];
  }
  double large_expected = 0;
  for (std::uint32_t i = 0; i < pool->firms.size(); ++i) {
    if (pool->firms[i].employees < 200) continue;
    const std::size_t stage = index_of(stage_of(pool->firms[i].activity));
    const double root = std::sqrt(static_cast<double>(pool->firms[i].employees));
    large_links += pool->first_partner[i + 1] - pool->first_partner[i];
    large_expected += wanted + expected[stage] * root / roots[stage];
    large_roots += 1;
  }
  ASSERT_GT(large_roots, 100);
  // A link is counted where it comes in and where it goes out. Of a firm's picks a few fall on itself.
  for (std::size_t s = 0; s < stage_count; ++s) {
    const double both = expected[s] + wanted * firms[s];
    EXPECT_NEAR(links[s], both, 5 * std::sqrt(both) + 0.002 * both) << "stage " << s;
  }
  EXPECT_NEAR(large_links, large_expected, 0.05 * large_expected);
}

/// Moments of the law of sizes and clocks: four standard errors of a mean.
TEST(Pool, ClocksAndProductivitiesHaveTheirMeans) {
  const auto pool = make_pool(test::shipped_scenario("baseline", {"pool_agents=20000"}), 4);
  double clocks = 0;
  double log_productivity = 0;
  double credit = 0;
  double credit_squared = 0;
  for (std::uint32_t i = 0; i < pool->pool_agents; ++i) {
    const PoolFirm& firm = pool->firms[i];
    clocks += static_cast<double>(firm.review_clock);
    log_productivity += std::log(static_cast<double>(firm.productivity));
    const double drawn = credit_of(4, i, firm);
    credit += drawn;
    credit_squared += drawn * drawn;
  }
  const auto n = static_cast<double>(pool->pool_agents);
  EXPECT_NEAR(clocks / n, 1, 4 / std::sqrt(n));
  EXPECT_NEAR(log_productivity / n, 0, 4 * 0.5 / std::sqrt(n));
  EXPECT_NEAR(credit / n, 0, 4 / std::sqrt(n));
  EXPECT_NEAR(credit_squared / n, 1, 4 * std::sqrt(2 / n));
}

/// One draw serves activity, region and collateral: they are independent all the same.
TEST(Pool, CollateralDoesNotDependOnTheRegion) {
  const auto pool = make_pool(test::shipped_scenario("baseline", {"pool_agents=20000"}), 4);
  std::array<double, region_count> sum{};
  std::array<double, region_count> firms{};
  for (std::uint32_t i = 0; i < pool->pool_agents; ++i) {
    const PoolFirm& firm = pool->firms[i];
    sum[index_of(firm.region)] += static_cast<double>(firm.collateral_cover);
    firms[index_of(firm.region)] += 1;
  }
  const double overall = (sum[0] + sum[1] + sum[2]) / static_cast<double>(pool->pool_agents);
  for (std::size_t r = 0; r < region_count; ++r) {
    EXPECT_NEAR(sum[r] / firms[r], overall, 4 * 0.4 / std::sqrt(firms[r])) << region_labels[r].key;
  }
}

TEST(Pool, TheTargetListFollowsTheAgents) {
  const Scenario scenario = small();
  const auto pool = make_pool(scenario, 4);
  ASSERT_EQ(pool->firms.size(), 2000 + scenario.targets->size());
  EXPECT_EQ(identity_of(*pool, 1999), (Identity{Identity::Kind::Pool, 1999, 0}));
  EXPECT_EQ(identity_of(*pool, 2000), (Identity{Identity::Kind::Target, 1, 0}));
  EXPECT_TRUE(pool->firms[2000].is_target);
}

TEST(PoolKey, ChangesWithWhatShapesThePoolOnly) {
  const Scenario plain = small();
  const auto key_with = [](const char* setting) {
    return pool_key(test::shipped_scenario("baseline", {"pool_agents=2000", setting}));
  };
  EXPECT_EQ(pool_key(plain), key_with("agencies=5"));
  EXPECT_EQ(pool_key(plain), key_with("home_bias=0.1"));
  EXPECT_EQ(pool_key(plain), key_with("footloose_rate=12"));
  for (const char* setting : {"pool_weight=3", "size_sigma=1.7", "partner_links=4", "leader_revenue=90",
                              "size_median_revenue=0.5", "pool_agents=2001"}) {
    EXPECT_NE(pool_key(plain), key_with(setting)) << setting;
  }
}

}  // namespace
}  // namespace park
