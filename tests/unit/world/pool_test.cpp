// SPDX-License-Identifier: MIT
#include "world/pool.hpp"

#include <gtest/gtest.h>

#include <algorithm>
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
  EXPECT_EQ(a->by_clock, b->by_clock);
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

TEST(Pool, ClocksOfAClassRiseAndNoneWithinTheHorizonIsMissing) {
  const Scenario scenario = small();
  const auto pool = make_pool(scenario, 4);
  std::set<std::uint32_t> listed;
  for (std::size_t c = 0; c < firm_class_count; ++c) {
    double last = 0;
    for (const std::uint32_t firm : pool->by_clock[c]) {
      EXPECT_EQ(class_of(pool->firms[firm].activity, pool->firms[firm].region), c);
      EXPECT_GE(static_cast<double>(pool->firms[firm].review_clock), last);
      last = static_cast<double>(pool->firms[firm].review_clock);
      EXPECT_TRUE(listed.insert(firm).second);
    }
  }
  // Four times the mean hazard, every month of the run.
  const double reach = 4 * scenario.parameters.uncertainties.footloose_rate / 100 / 12 * scenario.months;
  for (std::uint32_t i = 0; i < pool->firms.size(); ++i) {
    if (static_cast<double>(pool->firms[i].review_clock) < reach) {
      EXPECT_EQ(listed.count(i), 1U) << i;
    }
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
  for (const char* setting : {"pool_weight=3", "size_sigma=1.7", "partner_links=4", "footloose_rate=12",
                              "leader_revenue=90", "size_median_revenue=0.5", "pool_agents=2001"}) {
    EXPECT_NE(pool_key(plain), key_with(setting)) << setting;
  }
}

}  // namespace
}  // namespace park
