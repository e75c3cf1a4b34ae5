// SPDX-License-Identifier: MIT
#include "indicators/readings.hpp"

namespace park {
namespace {

constexpr double above_scale_yuan_year = 20e6;  ///< national statistics bureau's threshold

/// Land the park's firms stand on: own plots, and their part of the blocks' plots.
double land_of_tenants(const World& world) {
  double mu = 0;
  for (const Tenant& tenant : world.tenants) {
    mu += tenant.plant.plot_mu;
    if (tenant.plant.form == SiteForm::OwnPlot) continue;
    mu += tenant.plant.floor_m2 / world.now.structural.block_plot_ratio / m2_per_mu;
  }
  return mu;
}

}  // namespace

double park_output(const World& world) { return sum_of(world.chain.park_output); }

double district_output(const World& world) { return sum_of(world.chain.district_output); }

double park_jobs(const World& world) {
  double jobs = 0;
  for (const Tenant& tenant : world.tenants) jobs += tenant.workers;
  for (const Project& project : world.projects) jobs += project.workers;
  return jobs;
}

double district_jobs(const World& world) { return park_jobs(world) + sum_of(world.labour.district_workers); }

double returned_migrants(const World& world) {
  double people = 0;
  for (const Tenant& tenant : world.tenants) people += tenant.returnees;
  for (const Project& project : world.projects) people += project.returnees;
  return people;
}

double output_per_mu(const World& world) {
  return ratio(sum_of(world.chain.output_last_year) * 12 / std::clamp(world.month, 1, 12),
               land_of_tenants(world));
}

double tax_per_mu(const World& world) {
  return ratio(sum_of(world.accounts.tax_last_year) * 12 / std::clamp(world.month, 1, 12),
               land_of_tenants(world));
}

double floor_built(const World& world) {
  double floor = 0;
  for (const Block& block : world.factories.blocks) floor += block.progress >= 1 ? block.floor_m2 : 0;
  return floor;
}

double floor_occupied(const World& world) {
  double floor = 0;
  for (const Block& block : world.factories.blocks) floor += block.occupied_m2;
  return floor;
}

double vacancy(const World& world) {
  double built = 0;
  double empty = 0;
  for (const Block& block : world.factories.blocks) {
    if (block.progress < 1) continue;
    built += block.floor_m2;
    empty += block.floor_m2 - block.occupied_m2;
  }
  return ratio(empty, built);
}

double payback_month(const World& world) {
  const int month = world.factories.developer.payback_month;
  return month >= 0 ? month : no_value;
}

double land_in(const World& world, LegalState state) {
  double mu = 0;
  for (const Parcel& parcel : world.land.parcels) {
    switch (state) {
      case LegalState::Expropriated:
        mu += parcel.unsupplied_mu;
        break;
      case LegalState::Supplied:
        mu += parcel.supplied_unused_mu + parcel.held_mu;
        break;
      case LegalState::Used:
        mu += parcel.used_mu;
        break;
      case LegalState::Idle:
        mu += parcel.idle_mu;
        break;
      default:
        mu += parcel.state == state ? parcel.area_mu : 0;
    }
  }
  return mu;
}

double policy_cost(const World& world) { return sum_of(world.accounts.cost_this_month); }

double above_scale_share(const World& world) {
  const double all = count_firms(world, [](const Tenant&) { return true; });
  return ratio(
      count_firms(world, [](const Tenant& t) { return 12 * t.output_yuan_month > above_scale_yuan_year; }),
      all);
}

double loss_making_share(const World& world) {
  const auto is_old = [&](const Tenant& t) { return world.month - t.producing_month > 24; };
  return ratio(count_firms(world, [&](const Tenant& t) { return is_old(t) && t.margin_12 < 0; }),
               count_firms(world, is_old));
}

double origin_moves_year(const World& world) {
  const double firms = static_cast<double>(world.pool->firms.size()) * world.pool->weight;
  return sum_of(world.tallies.moves_ring) / firms;
}

double held_up(const World& world, Cause cause) {
  return sum_of(world.journal.held_up_this_month[static_cast<std::size_t>(cause)]);
}

}  // namespace park
