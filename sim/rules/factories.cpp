// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "rules/developer.hpp"
#include "rules/floor_allocation.hpp"
#include "rules/land_supply.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

enum class BuildMode : int { RecruitFirst = 0, BuildWhileRecruiting = 1, BuildFirst = 2 };

BuildMode mode_of(const World& world) {
  return static_cast<BuildMode>(std::lround(world.now.levers.build_mode));
}

void raise_blocks(World& world) {
  Developer& developer = world.factories.developer;
  for (std::size_t b = 0; b < world.factories.blocks.size(); ++b) {
    Block& block = world.factories.blocks[b];
    if (block.progress >= 1) continue;
    const double before = block.progress;
    block.progress = std::min(1.0, before + 1.0 / block.build_months);
    if (block.progress > 1 - 1e-9) block.progress = 1;
    const double cost = (block.progress - before) * block.floor_m2 * world.now.uncertainties.build_cost;
    world.accounts.ledger.pay(Account::Developer, Account::Outside, cost);
    developer.flow_this_month -= cost;
    developer.invested_yuan += cost;
    // The frame takes the first half; then floors are finished one by one from below.
    const double storeys_done = std::floor(std::max(0.0, block.progress - 0.5) / 0.5 * block.storeys + 1e-9);
    block.finished_m2 = block.floor_m2 * storeys_done / block.storeys;
    if (block.progress < 1) continue;
    block.finished_m2 = block.floor_m2;
    world.factories.built_total_m2 += block.floor_m2;
    const double grant = world.now.levers.factory_grant * block.floor_m2;
    world.accounts.spend(CostKind::FactoryGrant, Account::Developer, grant);
    developer.flow_this_month += grant;
    world.journal.record(world.month, EventKind::BlockFinished, {}, static_cast<std::uint32_t>(b),
                         block.floor_m2);
  }
}

bool start_block(World& world, double floor_m2, bool is_tailor_made) {
  const Structural& s = world.now.structural;
  const double land_mu = floor_m2 / s.block_plot_ratio / m2_per_mu;
  const double cost = floor_m2 * world.now.uncertainties.build_cost + land_mu * s.land_price_per_mu;
  if (uncommitted_funds(world) < cost) return false;
  const ParcelId parcel = supply_land(world, land_mu, stage_count, Account::Developer, {});
  if (parcel.is_none()) return false;
  world.factories.developer.flow_this_month -= land_mu * s.land_price_per_mu;
  use_land(world, parcel, land_mu);
  Block block;
  block.parcel = parcel;
  block.floor_m2 = floor_m2;
  block.land_mu = land_mu;
  block.ground_m2 = floor_m2 * world.now.levers.ground_floor_share;
  block.storeys = std::clamp(static_cast<int>(std::lround(1 / world.now.levers.ground_floor_share)), 1, 6);
  block.free_ground_m2 = block.ground_m2;
  block.free_upper_m2 = floor_m2 - block.ground_m2;
  block.started_month = world.month;
  block.build_months = static_cast<int>(world.now.levers.block_build_months);
  block.progress = 0;
  block.is_tailor_made = is_tailor_made;
  world.factories.blocks.push_back(block);
  world.journal.record(world.month, EventKind::BlockStarted, {},
                       static_cast<std::uint32_t>(world.factories.blocks.size() - 1), floor_m2);
  return true;
}

/// Free floor that anyone may take, finished or rising.
double floor_on_offer(const World& world) {
  double floor = 0;
  for (const Block& block : world.factories.blocks) {
    if (!block.is_tailor_made) floor += block.free_ground_m2 + block.free_upper_m2;
  }
  return floor;
}

bool wants_next_block(const World& world) {
  const Levers& levers = world.now.levers;
  const Factories& factories = world.factories;
  const double on_offer = floor_on_offer(world);
  switch (mode_of(world)) {
    case BuildMode::RecruitFirst:
      return factories.waiting_demand_m2 - on_offer >=
             world.now.structural.presold_share * levers.block_floor_area;
    case BuildMode::BuildWhileRecruiting: {
      const double expected = factories.expected_take_up_m2_month * levers.block_build_months;
      return on_offer - factories.waiting_demand_m2 <
             levers.build_coverage * expected + 0.25 * levers.block_floor_area;
    }
    case BuildMode::BuildFirst: {
      const double ahead = world.now.structural.build_first_floor;
      const double plan = ahead * std::min(1.0, world.month / world.now.structural.build_first_months);
      double begun = 0;
      for (const Block& block : factories.blocks) begun += block.is_district_owned ? 0 : block.floor_m2;
      const double expected = factories.expected_take_up_m2_month * levers.block_build_months;
      return begun < plan || on_offer < factories.waiting_demand_m2 + 0.5 * expected;
    }
  }
  return false;
}

/// Large tenants' own blocks, as long as they stay within the share of new floor meant for them.
void build_to_suit(World& world) {
  double ordinary = 0;
  double to_suit = 0;
  for (const Block& block : world.factories.blocks) {
    if (block.is_district_owned) continue;
    (block.is_tailor_made ? to_suit : ordinary) += block.floor_m2;
  }
  double free = 0;
  for (const Block& block : world.factories.blocks) {
    if (block.is_tailor_made) free += block.free_ground_m2 + block.free_upper_m2;
  }
  const double share = world.now.levers.tailor_made_share;
  for (const Project& project : world.projects) {
    const bool waits = project.phase == Phase::Signed && !project.is_paper && !project.has_site &&
                       project.plant.form == SiteForm::TailorMade;
    if (!waits) continue;
    if (free >= project.plant.floor_m2) {
      free -= project.plant.floor_m2;
      continue;
    }
    const double floor = std::clamp(project.plant.floor_m2 - free, 4000.0, 40000.0);
    const double allowed = share * (ordinary + to_suit + floor) + world.now.levers.block_floor_area;
    if (to_suit + floor > allowed || !start_block(world, floor, true)) continue;
    to_suit += floor;
    free = 0;
  }
}

/// Idle buildings become standard floor at the district's cost.
void refit_idle_buildings(World& world) {
  Factories& factories = world.factories;
  Block& refitted = factories.blocks[1];
  const double area = std::min(factories.idle_buildings_m2, world.now.levers.reuse_existing_buildings / 12);
  if (area <= 0) return;
  factories.idle_buildings_m2 -= area;
  refitted.floor_m2 += area;
  refitted.finished_m2 += area;
  refitted.ground_m2 += 0.4 * area;
  refitted.free_ground_m2 += 0.4 * area;
  refitted.free_upper_m2 += 0.6 * area;
  world.accounts.spend(CostKind::Land, Account::Outside, area * world.now.structural.refit_cost);
}

/// Own funds can be added to along the way and are never taken out.
void pay_in_equity(World& world) {
  Developer& developer = world.factories.developer;
  const double added = world.now.levers.developer_equity * 1e6 - developer.equity_yuan;
  if (added <= 0) return;
  developer.equity_yuan += added;
  world.accounts.ledger.pay(Account::Outside, Account::Developer, added);
}

}  // namespace

void advance_factories(World& world) {
  Factories& factories = world.factories;
  pay_in_equity(world);
  factories.expected_take_up_m2_month +=
      (factories.demand_this_month_m2 - factories.expected_take_up_m2_month) /
      world.now.structural.take_up_memory_months;
  factories.demand_this_month_m2 = 0;
  raise_blocks(world);
  refit_idle_buildings(world);
  allocate_sites(world);
  build_to_suit(world);
  factories.free_finished_m2 = factories.free_finished_ground_m2 = 0;
  for (const Block& block : factories.blocks) {
    if (block.progress < 1) continue;
    factories.free_finished_m2 += block.free_ground_m2 + block.free_upper_m2;
    factories.free_finished_ground_m2 += block.free_ground_m2;
  }
  for (int begun = 0; begun < 3 && wants_next_block(world); ++begun) {
    if (!start_block(world, world.now.levers.block_floor_area, false)) break;
  }
}

}  // namespace park
