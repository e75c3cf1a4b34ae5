// SPDX-License-Identifier: MIT
#include "rules/agglomeration.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

using Workers = std::array<double, stage_count>;

Workers factors(const World& world, const Workers& workers, const Workers& opening) {
  Workers result{};
  agglomerate(world, workers, opening, result);
  return result;
}

TEST(Agglomeration, IsOneAtTheOpening) {
  const World world = test::opened_world();
  for (const double factor : factors(world, world.chain.opening_workers, world.chain.opening_workers)) {
    EXPECT_DOUBLE_EQ(factor, 1);
  }
}

TEST(Agglomeration, IsAPowerOfOwnAndPartnersGrowth) {
  World world = test::opened_world({"agglomeration_elasticity=0.05", "coagglomeration_elasticity=0.03"});
  world.chain.origin_workers = {};
  world.chain.links = {};
  const std::size_t spinning = index_of(Stage::Spinning);
  const std::size_t weaving = index_of(Stage::Weaving);
  world.chain.links[spinning][weaving] = world.chain.links[weaving][spinning] = 0.4;
  Workers opening{};
  Workers workers{};
  opening[spinning] = 99;  // one is added to every count, so that an empty stage has a ratio
  workers[spinning] = 199;
  opening[weaving] = 9;
  workers[weaving] = 39;
  const Workers factor = factors(world, workers, opening);
  EXPECT_NEAR(factor[spinning], std::pow(200.0 / 100, 0.05) * std::pow(40.0 / 10, 0.03), 1e-12);
  EXPECT_NEAR(factor[weaving], std::pow(40.0 / 10, 0.05) * std::pow(200.0 / 100, 0.03), 1e-12);
  EXPECT_DOUBLE_EQ(factor[index_of(Stage::Dyeing)], 1);
}

TEST(Agglomeration, TheOriginsClusterDampensGrowthHere) {
  World world = test::opened_world({"origin_weight_in_cluster=0.1", "agglomeration_elasticity=0.05"});
  world.chain.links = {};
  const std::size_t s = index_of(Stage::Garment);
  world.chain.origin_workers[s] = 9990;
  Workers opening{};
  Workers workers{};
  workers[s] = 1000;
  EXPECT_NEAR(factors(world, workers, opening)[s], std::pow(2000.0 / 1000, 0.05), 1e-12);
}

TEST(Agglomeration, IsClampedBothWays) {
  World world = test::opened_world({"agglomeration_elasticity=0.08"});
  world.chain.origin_workers = {};
  Workers few{};
  Workers many{};
  many.fill(1e9);
  for (const double factor : factors(world, many, few)) EXPECT_DOUBLE_EQ(factor, 1.25);
  for (const double factor : factors(world, few, many)) EXPECT_DOUBLE_EQ(factor, 0.8);
}

}  // namespace
}  // namespace park
