// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "rules/rules.hpp"
#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

/// Nothing is approved or bought, so that a month only moves what is supplied.
World world_at_rest() {
  World world = test::opened_world();
  world.month = 30;
  world.land.approval_order.clear();
  world.land.in_expropriation.clear();
  world.now.structural.outside_land_demand = 0;
  world.land.outside_demand_mu = 0;
  world.now.levers.idle_land_effort = 0.6;
  world.now.structural.revitalised_returns = 0.25;
  return world;
}

/// One parcel's land, mu.
struct Parts {
  double unsupplied = 0, unused = 0, held = 0, used = 0, idle = 0;
};

Parts parts_of(const LandUses& uses, std::size_t p) {
  return {uses.unsupplied_mu[p], uses.supplied_unused_mu[p], uses.held_mu[p], uses.used_mu[p],
          uses.idle_mu[p]};
}

/// What a month makes of a parcel, one step after the other.
Parts a_month_later(const World& world, Parts parts, double supplied_month) {
  const Structural& s = world.now.structural;
  const double started = parts.unused * s.outside_build_share_month;
  parts.unused -= started;
  parts.used += started;
  const double lapsed = world.month - supplied_month > 24 ? parts.unused * s.idle_share_month : 0;
  parts.unused -= lapsed;
  const double decayed = parts.used * s.used_turns_idle_year / 12;
  parts.used -= decayed;
  parts.idle += lapsed + decayed;
  const double moved = parts.idle * world.now.levers.idle_land_effort / 12;
  parts.idle -= moved;
  parts.used += moved * (1 - s.revitalised_returns);
  parts.unsupplied += moved * s.revitalised_returns;
  return parts;
}

TEST(LandPipeline, AMonthMovesEachParcelsLandByItself) {
  World world = world_at_rest();
  LandUses& uses = world.land.uses;
  // Something of everything somewhere, in all four lanes; supplied long ago and lately.
  for (std::size_t p = 0; p < world.land.parcels.size(); ++p) {
    if (world.land.parcels[p].state < LegalState::Supplied) continue;
    uses.supplied_unused_mu[p] = 3 + static_cast<double>(p % 7);
    uses.held_mu[p] = 2;
    uses.idle_mu[p] += static_cast<double>(p % 5);
    uses.supplied_month[p] = p % 3 == 0 ? 5 : 6;
  }
  const World before = world;
  advance_land(world);
  int lapsing = 0;
  for (std::size_t p = 0; p < world.land.parcels.size(); ++p) {
    const double supplied_month = before.land.uses.supplied_month[p];
    const Parts expected = a_month_later(before, parts_of(before.land.uses, p), supplied_month);
    const Parts found = parts_of(uses, p);
    EXPECT_DOUBLE_EQ(found.unsupplied, expected.unsupplied) << p;
    EXPECT_DOUBLE_EQ(found.unused, expected.unused) << p;
    EXPECT_DOUBLE_EQ(found.held, expected.held) << p;
    EXPECT_DOUBLE_EQ(found.used, expected.used) << p;
    EXPECT_DOUBLE_EQ(found.idle, expected.idle) << p;
    lapsing += supplied_month < 6 && found.unused > 0 ? 1 : 0;
  }
  EXPECT_GT(lapsing, 4);
}

TEST(LandPipeline, AllIsApprovedThatQuotaCovers) {
  World world = test::opened_world();
  world.month = 1;
  world.now.levers.reserved_land_share = 0;
  world.land.construction_quota_mu = 1e6;
  world.land.farmland_quota_mu = 1e6;
  ASSERT_GT(world.land.approval_order.size(), 20U);
  advance_land(world);
  EXPECT_TRUE(world.land.approval_order.empty());
  EXPECT_TRUE(std::is_sorted(world.land.in_expropriation.begin(), world.land.in_expropriation.end()));
  EXPECT_EQ(world.land.whole_mu[static_cast<std::size_t>(LegalState::Unapproved)], 0);
  for (const std::uint32_t p : world.land.in_expropriation) {
    EXPECT_EQ(world.land.parcels[p].state, LegalState::Approved);
  }
}

TEST(LandPipeline, WhatLacksFarmlandQuotaKeepsItsTurn) {
  World world = test::opened_world();
  world.month = 1;
  Levers& levers = world.now.levers;
  levers.reserved_land_share = 0;
  levers.linked_quota_per_year = 0;
  levers.quota_purchase_per_year = 0;
  levers.reclamation_per_year = 0;
  world.land.construction_quota_mu = 1e6;
  world.land.farmland_quota_mu = 0;
  std::vector<std::uint32_t> waiting;
  for (const std::uint32_t p : world.land.approval_order) {
    if (world.land.parcels[p].farmland_mu > 0) waiting.push_back(p);
  }
  ASSERT_GT(waiting.size(), 5U);
  ASSERT_LT(waiting.size(), world.land.approval_order.size());
  advance_land(world);
  EXPECT_EQ(world.land.approval_order, waiting);
}

}  // namespace
}  // namespace park
