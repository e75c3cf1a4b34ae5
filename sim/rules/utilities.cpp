// SPDX-License-Identifier: MIT
#include "rules/utilities.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "rules/rules.hpp"

namespace park {

double standing_steam(const World& world) {
  const double load = world.scenario->base_district.steam_load_t_h;
  const double wanted = world.scenario->parameters.levers.steam_capacity;
  return std::clamp(wanted, load, std::max(load, world.now.structural.steam_standing));
}

namespace {

/// Orders works up to `wanted` of capacity; what is ordered is finished even if less is wanted later. Pays a
/// part of each month's order for `lead` months. Returns what stands of it now.
double enlarge(World& world, double wanted, int lead, double unit_cost, UtilityWorks& works) {
  PARK_ASSERT(lead > 0 && lead <= UtilityWorks::longest_months);
  const int now = world.months_done();
  works.ordered(now) = std::max(now > 0 ? works.ordered(now - 1) : 0, wanted);
  double built = 0;
  for (int month = now - lead + 1; month <= now; ++month) built += works.ordered(month) / lead;
  if (built > works.paid) {
    world.accounts.spend(CostKind::Utilities, Account::Outside, (built - works.paid) * unit_cost);
    works.paid = built;
  }
  return works.ordered(now - lead);
}

/// What the levers ask for by now of a phase that begins with a month.
double wanted_of(const World& world, double size, double start) {
  return world.months_done() >= static_cast<int>(start) ? size : 0;
}

enum class Utility : std::uint32_t { Wastewater, PlatingPark, Steam };

void raise_to(World& world, Utility utility, double stands, double& capacity) {
  if (stands <= capacity) return;
  world.journal.record(world.month, EventKind::UtilityOpened, {}, static_cast<std::uint32_t>(utility),
                       stands - capacity);
  capacity = stands;
}

/// Capacities never shrink: a lever turned back leaves what stands.
void raise_capacities(World& world) {
  const Levers& levers = world.now.levers;
  const Structural& s = world.now.structural;
  const BaseDistrict& base = world.scenario->base_district;
  Utilities& u = world.utilities;
  const int lead = static_cast<int>(s.utility_build_months);
  const double wastewater =
      enlarge(world, wanted_of(world, levers.wastewater_phase_capacity, levers.wastewater_phase_month), lead,
              s.wastewater_cost_per_t_day, u.wastewater_works);
  const double plating =
      enlarge(world, wanted_of(world, levers.plating_park_capacity, levers.plating_park_month), lead,
              s.plating_cost_per_t_day * s.plating_public_share, u.plating_works);
  const double steam = enlarge(world, std::max(0.0, levers.steam_capacity - standing_steam(world)), lead,
                               s.steam_cost_per_t_h, u.steam_works);
  raise_to(world, Utility::Wastewater, base.wastewater_capacity_t_day + wastewater,
           u.wastewater_capacity_t_day);
  raise_to(world, Utility::PlatingPark, base.plating_capacity_t_day + plating, u.plating_capacity_t_day);
  raise_to(world, Utility::Steam, standing_steam(world) + steam, u.steam_capacity_t_h);
}

bool grant(World& world, Plant& plant) {
  Utilities& u = world.utilities;
  const double pollution_class = world.traits(plant.activity).pollution_class;
  const bool has_central_steam =
      plant.steam_t_h <= 0 || u.steam_permitted_t_h + plant.steam_t_h <= u.steam_capacity_t_h;
  if (!has_central_steam && plant.steam_t_h > world.now.structural.own_steam_limit) return false;
  if (pollution_class >= 2) {
    if (u.plating_permitted_t_day + plant.effluent_t_day > u.plating_capacity_t_day) return false;
    u.plating_permitted_t_day += plant.effluent_t_day;
  } else {
    if (u.wastewater_permitted_t_day + plant.effluent_t_day > u.wastewater_capacity_t_day) return false;
    u.wastewater_permitted_t_day += plant.effluent_t_day;
  }
  if (!has_central_steam) plant.steam_t_h = 0;
  u.steam_permitted_t_h += plant.steam_t_h;
  return true;
}

/// In the order of signing; a small plant may pass a large one that does not fit.
void grant_permits(World& world) {
  for (Project& project : world.projects) {
    if (project.phase != Phase::Signed || project.is_paper || project.has_permit) continue;
    if (world.month - project.plant.signed_month < static_cast<int>(world.now.structural.permit_months))
      continue;
    project.has_permit = grant(world, project.plant);
    if (project.has_permit) world.journal.record(world.month, EventKind::PermitGranted, project.plant.who);
  }
  // Zip and button makers of the district wait for plating too, and take it up as it opens.
  Utilities& u = world.utilities;
  const double room = u.plating_capacity_t_day - u.plating_permitted_t_day;
  const double latent = world.now.structural.latent_plating_demand - u.plating_district_extra_t_day;
  const double taken = std::max(0.0, std::min(0.05 * room, 0.05 * latent));
  u.plating_permitted_t_day += taken;
  u.plating_district_extra_t_day += taken;
}

void measure_load(World& world) {
  Utilities& u = world.utilities;
  const BaseDistrict& base = world.scenario->base_district;
  u.wastewater_load_t_day = base.wastewater_load_t_day * world.chain.district_activity;
  u.plating_load_t_day =
      (base.plating_load_t_day + u.plating_district_extra_t_day) * world.chain.district_activity;
  double wastewater = u.wastewater_load_t_day;
  double plating = u.plating_load_t_day;
  for (const Tenant& tenant : world.tenants) {
    const ActivityTraits& traits = world.traits(tenant.plant.activity);
    const double effluent = tenant.workers * traits.effluent_t_day_per_worker * tenant.utilisation;
    const bool is_plating = traits.pollution_class >= 2;
    plating += is_plating ? effluent : 0;
    wastewater += is_plating ? 0 : effluent;
  }
  u.wastewater_load_t_day = wastewater;
  u.plating_load_t_day = plating;
}

}  // namespace

void advance_utilities(World& world) {
  raise_capacities(world);
  grant_permits(world);
  measure_load(world);
}

}  // namespace park
