// SPDX-License-Identifier: MIT
#include "rules/land_supply.hpp"

#include <gtest/gtest.h>

#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

constexpr std::size_t dyeing = index_of(Stage::Dyeing);
constexpr std::size_t garment = index_of(Stage::Garment);

/// Only the given parcels of land, all expropriated and ready in month 1.
World world_with_land(std::vector<Parcel> parcels) {
  World world = test::opened_world();
  world.month = 1;
  world.land = {};
  world.land.uses.assign(parcels.size());
  for (Parcel& parcel : parcels) {
    parcel.state = LegalState::Expropriated;
    world.land.uses.unsupplied_mu[world.land.parcels.size()] = parcel.area_mu;
    parcel.spell = static_cast<std::uint32_t>(world.land.spells.size());
    world.land.spells.push_back({});
    world.land.approval_to_supply.enter(0, 0);
    world.land.total_mu += parcel.area_mu;
    world.land.parcels.push_back(parcel);
  }
  return world;
}

Parcel parcel(double area_mu) {
  Parcel result;
  result.area_mu = area_mu;
  return result;
}

ParcelId supply(World& world, double mu, std::size_t stage) {
  return supply_land(world, mu, stage, Account::ParkFirms, {});
}

TEST(LandSupply, TakesTheFirstParcelThatIsLargeEnough) {
  World world = world_with_land({parcel(20), parcel(50), parcel(60)});
  EXPECT_EQ(supply(world, 40, garment), ParcelId{1});
  EXPECT_EQ(supply(world, 15, garment), ParcelId{0});
  EXPECT_EQ(supply(world, 40, garment), ParcelId{2});
  EXPECT_TRUE(supply(world, 40, garment).is_none());
  EXPECT_DOUBLE_EQ(world.land.supplied_total_mu, 95);
  EXPECT_DOUBLE_EQ(world.land.uses.held_mu[1], 40);
  EXPECT_DOUBLE_EQ(world.land.uses.unsupplied_mu[1], 10);
  EXPECT_EQ(world.land.parcels[1].state, LegalState::Supplied);
  EXPECT_EQ(world.land.spells[1].supplied_month, 1);
}

TEST(LandSupply, TheBuyerPaysTheListingPrice) {
  World world = world_with_land({parcel(20)});
  world.now.structural.land_price_per_mu = 200000;
  const double firms = world.accounts.ledger.balance_yuan(Account::ParkFirms);
  const double treasury = world.accounts.ledger.balance_yuan(Account::Treasury);
  ASSERT_FALSE(supply(world, 10, garment).is_none());
  EXPECT_DOUBLE_EQ(world.accounts.ledger.balance_yuan(Account::ParkFirms), firms - 2e6);
  EXPECT_DOUBLE_EQ(world.accounts.ledger.balance_yuan(Account::Treasury), treasury + 2e6);
}

TEST(LandSupply, LandThatIsNotReadyWaits) {
  World world = world_with_land({parcel(20)});
  world.land.parcels[0].ready_month = 3;
  EXPECT_TRUE(supply(world, 10, garment).is_none());
  world.month = 3;
  EXPECT_FALSE(supply(world, 10, garment).is_none());
}

TEST(LandSupply, AParcelOfOneStageIsForThatStageOnly) {
  World world = world_with_land({parcel(20)});
  world.land.parcels[0].reserved_for = static_cast<std::int8_t>(dyeing);
  EXPECT_TRUE(supply(world, 10, garment).is_none());
  EXPECT_TRUE(supply(world, 10, stage_count).is_none());
  EXPECT_FALSE(supply(world, 10, dyeing).is_none());
}

TEST(LandSupply, PartOfTheReserveIsForWeakStagesOnly) {
  World world = world_with_land({parcel(100), parcel(100)});
  Land& land = world.land;
  land.unapproved_at_start_mu = 1000;
  world.now.levers.reserved_land_share = 0.4;
  world.now.levers.reserved_for_weak_stages = 0.5;  // of 400 mu the 200 that are released first
  land.parcels[0].reserve_tail_mu = 250;
  land.parcels[1].reserve_tail_mu = 150;
  world.chain.completeness.fill(1);
  world.chain.completeness[dyeing] = 0.3;
  EXPECT_EQ(supply(world, 80, garment), ParcelId{1});
  EXPECT_TRUE(supply(world, 80, garment).is_none()) << "garment making is not short of anything";
  EXPECT_TRUE(supply(world, 80, stage_count).is_none());
  EXPECT_EQ(supply(world, 80, dyeing), ParcelId{0});
}

TEST(LandSupply, UseAndAbandonKeepTheArea) {
  World world = world_with_land({parcel(100)});
  const ParcelId id = supply(world, 60, garment);
  use_land(world, id, 40);
  const LandUses& uses = world.land.uses;
  EXPECT_DOUBLE_EQ(uses.held_mu[0], 20);
  EXPECT_DOUBLE_EQ(uses.used_mu[0], 40);
  abandon_land(world, id, 20, 40);
  EXPECT_DOUBLE_EQ(uses.idle_mu[0], 60);
  EXPECT_DOUBLE_EQ(uses.unsupplied_mu[0] + uses.supplied_unused_mu[0] + uses.held_mu[0] + uses.used_mu[0] +
                       uses.idle_mu[0],
                   100);
}

}  // namespace
}  // namespace park
