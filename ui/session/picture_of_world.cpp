// SPDX-License-Identifier: MIT
#include "session/picture_of_world.hpp"

#include <algorithm>

#include "core/calendar.hpp"
#include "rules/land_supply.hpp"

namespace park::ui {
namespace {

float narrow(double value) { return static_cast<float>(value); }

ParcelSight sight_of_parcel(const World& world, std::size_t p) {
  const Parcel& parcel = world.land.parcels[p];
  const LandUses& uses = world.land.uses;
  ParcelSight sight;
  sight.state = parcel.state;
  sight.reserved_for = parcel.reserved_for;
  sight.is_withheld = is_withheld(world, parcel);
  const auto in = [&](LegalState state) -> float& { return sight.mu[static_cast<std::size_t>(state)]; };
  if (parcel.state < LegalState::Expropriated) {
    in(parcel.state) = narrow(parcel.area_mu);
    return sight;
  }
  in(LegalState::Expropriated) = narrow(uses.unsupplied_mu[p]);
  in(LegalState::Supplied) = narrow(uses.supplied_unused_mu[p] + uses.held_mu[p]);
  in(LegalState::Used) = narrow(uses.used_mu[p]);
  in(LegalState::Idle) = narrow(uses.idle_mu[p]);
  sight.others_mu = narrow(uses.used_mu[p]);
  sight.others_unbuilt_mu = narrow(uses.supplied_unused_mu[p]);
  return sight;
}

/// A plot in use is part of its parcel's used land: what is left is others'.
void take_from_others(ParkPicture& picture, ParcelId parcel, double mu) {
  if (parcel.is_none()) return;
  float& left = picture.parcels[parcel.index()].others_mu;
  left = std::max(0.0F, left - narrow(mu));
}

PlantSight sight_of_plant(const Plant& plant) {
  PlantSight sight;
  sight.form = plant.form;
  sight.floor_m2 = narrow(plant.floor_m2);
  sight.plot_mu = narrow(plant.plot_mu);
  if (!plant.parcel.is_none()) sight.parcel = static_cast<std::uint32_t>(plant.parcel.index());
  for (std::size_t k = 0; k < max_floor_pieces; ++k) {
    const FloorPiece& piece = plant.floor[k];
    if (piece.block.is_none()) continue;
    sight.block[k] = static_cast<std::uint32_t>(piece.block.index());
    sight.block_m2[k] = narrow(piece.ground_m2 + piece.upper_m2);
  }
  return sight;
}

}  // namespace

PlantSight sight_of(const Project& project) {
  PlantSight sight = sight_of_plant(project.plant);
  const bool is_building = project.phase == Phase::Building;
  sight.milestone = is_building ? Milestone::Started : Milestone::Signed;
  sight.has_site = project.has_site;
  sight.workers = project.workers;
  sight.away = project.festival_away;
  if (is_building) {
    sight.built = narrow(1 - std::clamp(project.build_months_left / project.build_months_total, 0.0, 1.0));
  }
  return sight;
}

PlantSight sight_of(const Tenant& tenant) {
  PlantSight sight = sight_of_plant(tenant.plant);
  sight.milestone = tenant.at_capacity ? Milestone::AtCapacity : Milestone::Producing;
  sight.has_site = true;
  sight.workers = tenant.workers;
  sight.away = tenant.festival_away;
  sight.vacancies = std::max(0, tenant.wanted - tenant.workers - tenant.festival_away);
  sight.built = 1;
  sight.output = narrow(tenant.output_yuan_month);
  sight.margin = narrow(tenant.margin_12);
  return sight;
}

void read_land(const World& world, ParkPicture& picture) {
  picture.parcels.reserve(world.land.parcels.size());
  for (std::size_t p = 0; p < world.land.parcels.size(); ++p) {
    picture.parcels.push_back(sight_of_parcel(world, p));
  }
  for (const Block& block : world.factories.blocks) take_from_others(picture, block.parcel, block.land_mu);
  for (const Project& project : world.projects) {
    if (project.phase == Phase::Building)
      take_from_others(picture, project.plant.parcel, project.plant.plot_mu);
  }
  for (const Tenant& tenant : world.tenants) {
    take_from_others(picture, tenant.plant.parcel, tenant.plant.plot_mu);
  }
}

void read_blocks(const World& world, ParkPicture& picture) {
  picture.blocks.reserve(world.factories.blocks.size());
  for (const Block& block : world.factories.blocks) {
    picture.blocks.push_back({narrow(block.floor_m2), narrow(block.finished_m2), narrow(block.occupied_m2),
                              narrow(block.reserved_m2), narrow(block.progress)});
  }
}

void read_utilities(const World& world, ParkPicture& picture) {
  const Utilities& u = world.utilities;
  picture.utilities = {{{narrow(u.wastewater_load_t_day), narrow(u.wastewater_capacity_t_day)},
                        {narrow(u.plating_load_t_day), narrow(u.plating_capacity_t_day)},
                        {narrow(u.steam_permitted_t_h), narrow(u.steam_capacity_t_h)}}};
}

void read_goods(const World& world, ParkPicture& picture) {
  const ChainState& chain = world.chain;
  std::array<double, activity_count> output{};
  for (const Tenant& tenant : world.tenants) {
    output[index_of(tenant.plant.activity)] += tenant.output_yuan_month;
  }
  const auto& bought = world.chain_table().bought;
  for (std::size_t s = 0; s < stage_count; ++s) {
    picture.completeness[s] = narrow(chain.completeness[s]);
    picture.buyable[s] = narrow(chain.buyable[s]);
    const double made_in_park = chain.supply[s] > 0 ? chain.park_output[s] / chain.supply[s] : 0;
    double sold_here = 0;
    for (std::size_t a = 0; a < activity_count; ++a) {
      const double sold = bought[s][a] * output[a] * chain.buyable[s] * made_in_park;
      picture.goods[s][index_of(stage_of(static_cast<Activity>(a)))] += narrow(sold);
      sold_here += sold;
    }
    picture.sold_outside[s] = narrow(std::max(0.0, chain.park_output[s] - sold_here));
  }
}

void read_people(const World& world, ParkPicture& picture) {
  picture.month = world.month;
  const auto add = [&](const Crew& crew) {
    picture.jobs += static_cast<float>(crew.workers);
    picture.away += static_cast<float>(crew.festival_away);
  };
  for (const Tenant& tenant : world.tenants) add(tenant);
  for (const Project& project : world.projects) {
    add(project);
    picture.negotiating += project.phase == Phase::Negotiating ? 1 : 0;
  }
  const Labour& labour = world.labour;
  picture.vacancies = narrow(labour.vacancies_park);
  for (std::size_t s = 0; s < stage_count; ++s) {
    picture.district_jobs += static_cast<float>(labour.district_workers[s]);
    picture.district_away += static_cast<float>(labour.district_away[s]);
  }
  for (std::size_t r = 0; r < region_count; ++r) {
    picture.signed_from[r] = narrow(world.tallies.signed_from[r]);
  }
  const Levers& levers = world.now.levers;
  picture.teams = {narrow(levers.teams_greater_bay_area), narrow(levers.teams_yangtze_delta),
                   narrow(levers.teams_bohai_rim)};
  picture.is_festival = world.month > 0 && is_festival_month(world.calendar_month());
}

void read_money(const World& world, ParkPicture& picture) {
  double policies = 0;
  for (const double cost : world.accounts.cost_this_month) policies += cost;
  picture.money.policies = narrow(policies);
  picture.money.rents = narrow(world.factories.developer.rent_this_month);
  picture.money.taxes = narrow(world.accounts.tax_total_this_month);
  picture.money.land = narrow(world.accounts.land_revenue_this_month);
  picture.money.construction = narrow(std::max(0.0, -world.factories.developer.flow_this_month));
}

}  // namespace park::ui
