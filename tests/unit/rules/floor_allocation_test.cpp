// SPDX-License-Identifier: MIT
#include "rules/floor_allocation.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

Block block(double ground_m2, double upper_m2) {
  Block result;
  result.floor_m2 = result.finished_m2 = ground_m2 + upper_m2;
  result.ground_m2 = result.free_ground_m2 = ground_m2;
  result.free_upper_m2 = upper_m2;
  return result;
}

Project waiting(std::uint32_t root, double floor_m2, int signed_month = 1) {
  Project project;
  project.phase = Phase::Signed;
  project.plant.who = {Identity::Kind::Pool, root, 0};
  project.plant.floor_m2 = floor_m2;
  project.plant.signed_month = signed_month;
  return project;
}

World world_with(std::vector<Block> blocks, std::vector<Project> projects) {
  World world = test::opened_world();
  world.month = 2;
  world.factories.blocks = std::move(blocks);
  world.projects = std::move(projects);
  return world;
}

TEST(FloorAllocation, OneLargeFirmDoesNotBlockSmallOnes) {
  World world =
      world_with({block(1000, 3000)}, {waiting(1, 50000, 1), waiting(2, 1500, 2), waiting(3, 2000, 2)});
  allocate_sites(world);
  EXPECT_FALSE(world.projects[0].has_site);
  EXPECT_TRUE(world.projects[1].has_site);
  EXPECT_TRUE(world.projects[2].has_site);
  EXPECT_DOUBLE_EQ(world.factories.waiting_demand_m2, 50000);
  const Block& after = world.factories.blocks[0];
  EXPECT_DOUBLE_EQ(after.reserved_m2, 3500);
  EXPECT_DOUBLE_EQ(after.free_ground_m2 + after.free_upper_m2, 500);
  for (const FloorPiece& piece : world.projects[0].plant.floor) EXPECT_TRUE(piece.block.is_none());
}

TEST(FloorAllocation, WhoSignedFirstIsServedFirst) {
  World world = world_with({block(0, 1000)}, {waiting(1, 800, 2), waiting(2, 800, 1)});
  allocate_sites(world);
  EXPECT_FALSE(world.projects[0].has_site);
  EXPECT_TRUE(world.projects[1].has_site);
}

TEST(FloorAllocation, TiesGoByDrawnPriorityThenIdentityNotByOrder) {
  for (const bool is_reversed : {false, true}) {
    std::vector<Project> projects = {waiting(1, 800), waiting(2, 800), waiting(3, 800)};
    projects[0].priority = 9;
    projects[1].priority = 5;
    projects[2].priority = 5;
    if (is_reversed) std::reverse(projects.begin(), projects.end());
    World world = world_with({block(0, 1000)}, projects);
    allocate_sites(world);
    for (const Project& project : world.projects) EXPECT_EQ(project.has_site, project.plant.who.root == 2);
  }
}

TEST(FloorAllocation, HeavyMachinesNeedTheGroundFloor) {
  World world = world_with({block(500, 5000)}, {waiting(1, 800), waiting(2, 400)});
  Activity heavy = Activity::Count;
  for (std::size_t a = 0; a < activity_count; ++a) {
    if (world.traits(static_cast<Activity>(a)).ground_floor_only >= 0.5) heavy = static_cast<Activity>(a);
  }
  ASSERT_NE(heavy, Activity::Count);
  for (Project& project : world.projects) project.plant.activity = heavy;
  allocate_sites(world);
  EXPECT_FALSE(world.projects[0].has_site);
  EXPECT_TRUE(world.projects[1].has_site);
  EXPECT_DOUBLE_EQ(world.factories.blocks[0].free_ground_m2, 100);
  EXPECT_DOUBLE_EQ(world.factories.blocks[0].free_upper_m2, 5000);
}

TEST(FloorAllocation, APlantMaySpreadOverBlocks) {
  World world = world_with({block(200, 300), block(100, 900)}, {waiting(1, 1200)});
  allocate_sites(world);
  ASSERT_TRUE(world.projects[0].has_site);
  double floor = 0;
  for (const FloorPiece& piece : world.projects[0].plant.floor) floor += piece.ground_m2 + piece.upper_m2;
  EXPECT_DOUBLE_EQ(floor, 1200);
}

TEST(FloorAllocation, PaperProjectsAndRisingBlocksWait) {
  World world = world_with({block(200, 300)}, {waiting(1, 100), waiting(2, 100)});
  world.now.levers.build_mode = 0;
  world.projects[1].is_paper = true;
  world.factories.blocks[0].progress = 0.4;
  allocate_sites(world);
  EXPECT_FALSE(world.projects[0].has_site) << "recruit first promises no place before the frame stands";
  world.now.levers.build_mode = 1;
  allocate_sites(world);
  EXPECT_TRUE(world.projects[0].has_site);
  EXPECT_FALSE(world.projects[1].has_site);
}

TEST(FloorAllocation, MovingInAndGivingUpKeepTheFloor) {
  World world = world_with({block(200, 800)}, {waiting(1, 600)});
  allocate_sites(world);
  Plant& plant = world.projects[0].plant;
  const Block& where = world.factories.blocks[0];
  move_in(world, plant);
  EXPECT_DOUBLE_EQ(where.occupied_m2, 600);
  EXPECT_DOUBLE_EQ(where.reserved_m2, 0);
  give_up_site(world, plant, true);
  EXPECT_DOUBLE_EQ(where.occupied_m2, 0);
  EXPECT_DOUBLE_EQ(where.free_ground_m2, 200);
  EXPECT_DOUBLE_EQ(where.free_upper_m2, 800);
}

TEST(FloorAllocation, ABuyerPaysWhenItMovesIn) {
  World world = world_with({block(200, 800)}, {waiting(1, 600)});
  world.now.levers.sale_price = 2500;
  allocate_sites(world);
  Plant& plant = world.projects[0].plant;
  plant.form = SiteForm::Purchase;
  const double before = world.accounts.ledger.balance_yuan(Account::Developer);
  move_in(world, plant);
  EXPECT_DOUBLE_EQ(world.accounts.ledger.balance_yuan(Account::Developer), before + 1.5e6);
  EXPECT_DOUBLE_EQ(world.factories.developer.flow_this_month, 1.5e6);
  EXPECT_DOUBLE_EQ(world.factories.blocks[0].sold_m2, 600);
  EXPECT_EQ(world.accounts.ledger.sum_fen(), 0);
}

}  // namespace
}  // namespace park
