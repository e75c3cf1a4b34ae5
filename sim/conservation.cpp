// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <span>

#include "rules/labour.hpp"
#include "simulation.hpp"

namespace park {
namespace {

constexpr double slack = 1e-6;

bool is_close(double a, double b) { return std::abs(a - b) <= slack * (1 + std::abs(a) + std::abs(b)); }

void check_land(const World& world) {
  double total = 0;
  double whole = 0;
  const LandUses& uses = world.land.uses;
  for (std::size_t p = 0; p < world.land.parcels.size(); ++p) {
    const Parcel& parcel = world.land.parcels[p];
    const std::array parts = {uses.unsupplied_mu[p], uses.supplied_unused_mu[p], uses.held_mu[p],
                              uses.used_mu[p], uses.idle_mu[p]};
    PARK_ASSERT(*std::min_element(parts.begin(), parts.end()) >= -slack);
    const bool is_whole = parcel.state < LegalState::Expropriated;
    PARK_ASSERT(is_close(is_whole ? 0 : parcel.area_mu, std::accumulate(parts.begin(), parts.end(), 0.0)));
    whole += is_whole ? parcel.area_mu : 0;
    total += parcel.area_mu;
  }
  const std::span<const double> by_state = world.land.whole_mu;
  PARK_ASSERT(is_close(std::accumulate(by_state.begin(), by_state.end(), 0.0), whole));
  PARK_ASSERT(is_close(total, world.land.total_mu));
  PARK_ASSERT(world.land.farmland_quota_mu >= -slack && world.land.construction_quota_mu >= -slack);
}

void check_floor(const World& world) {
  double reserved = 0;
  double occupied = world.factories.base_let_m2;
  for (const Block& block : world.factories.blocks) {
    PARK_ASSERT(is_close(block.floor_m2,
                         block.free_ground_m2 + block.free_upper_m2 + block.reserved_m2 + block.occupied_m2));
    PARK_ASSERT(block.free_ground_m2 >= -slack && block.free_upper_m2 >= -slack &&
                block.reserved_m2 >= -slack && block.occupied_m2 >= -slack);
    reserved -= block.reserved_m2;
    occupied -= block.occupied_m2;
  }
  const auto held = [](const Plant& plant) {
    double area = 0;
    for (const FloorPiece& piece : plant.floor) area += piece.ground_m2 + piece.upper_m2;
    return area;
  };
  for (const Project& project : world.projects)
    (project.phase == Phase::Building ? occupied : reserved) += held(project.plant);
  for (const Tenant& tenant : world.tenants) occupied += held(tenant.plant);
  PARK_ASSERT(std::abs(reserved) < 1e-3 && std::abs(occupied) < 1e-3);
}

template <class Plant_>
void check_crew(const Plant_& plant) {
  PARK_ASSERT(plant.workers >= 0 && plant.skilled >= 0 && plant.returnees >= 0 && plant.festival_away >= 0);
  PARK_ASSERT(plant.skilled <= plant.workers && plant.returnees <= plant.skilled);
}

void check_people(const World& world) {
  const Labour& labour = world.labour;
  PARK_ASSERT(people_total(world) == labour.opening_total);
  PARK_ASSERT(labour.seekers_unskilled >= 0 && labour.seekers_skilled >= 0 && labour.seekers_returned >= 0);
  PARK_ASSERT(labour.other_sector >= 0);
  for (const std::int64_t away : labour.away) PARK_ASSERT(away >= 0);
  for (const Tenant& tenant : world.tenants) check_crew(tenant);
  for (const Project& project : world.projects) check_crew(project);
}

void check_permits(const World& world) {
  const Utilities& u = world.utilities;
  double plating = world.scenario->base_district.plating_load_t_day + u.plating_district_extra_t_day;
  double wastewater = world.scenario->base_district.wastewater_load_t_day;
  const auto add = [&](const Plant& plant) {
    (world.traits(plant.activity).pollution_class >= 2 ? plating : wastewater) += plant.effluent_t_day;
  };
  for (const Tenant& tenant : world.tenants) add(tenant.plant);
  for (const Project& project : world.projects) {
    if (project.has_permit) add(project.plant);
  }
  PARK_ASSERT(is_close(plating, u.plating_permitted_t_day) &&
              is_close(wastewater, u.wastewater_permitted_t_day));
  PARK_ASSERT(u.plating_permitted_t_day <= u.plating_capacity_t_day + slack);
  PARK_ASSERT(u.wastewater_permitted_t_day <= u.wastewater_capacity_t_day + slack);
}

}  // namespace

void check_conservation(const World& world) {
  PARK_ASSERT(world.accounts.ledger.sum_fen() == 0);
  check_land(world);
  check_floor(world);
  check_people(world);
  check_permits(world);
}

}  // namespace park
