// SPDX-License-Identifier: MIT
#include <algorithm>

#include "indicators/indicators.hpp"
#include "rules/contracts.hpp"

namespace park {
namespace {

constexpr int older_than_months = 24;

void count_tenant(const World& world, const Tenant& tenant, Census& census) {
  const std::size_t stage = index_of(stage_of(tenant.plant.activity));
  census.jobs += tenant.workers;
  census.jobs_by_stage[stage] += tenant.workers;
  census.returnees += tenant.returnees;
  census.land_mu += tenant.plant.plot_mu;
  if (tenant.plant.form != SiteForm::OwnPlot) {
    census.land_mu += tenant.plant.floor_m2 / world.now.structural.block_plot_ratio / m2_per_mu;
  }
  if (!counts_as_firm(tenant.plant)) return;
  census.firms += 1;
  census.firms_by_stage[stage] += 1;
  census.firms_by_form[static_cast<std::size_t>(tenant.plant.form)] += 1;
  census.at_capacity += tenant.at_capacity ? 1 : 0;
  census.light_asset += tenant.plant.is_light_asset ? 1 : 0;
  census.above_scale += 12 * tenant.output_yuan_month > above_scale_yuan_year ? 1 : 0;
  if (world.month - tenant.producing_month <= older_than_months) return;
  census.older += 1;
  census.loss_making += tenant.margin_12 < 0 ? 1 : 0;
}

void count_land(const Land& land, Census& census) {
  std::copy(land.whole_mu.begin(), land.whole_mu.end(), census.land_by_state_mu.begin());
  const auto in = [&](LegalState state) -> double& {
    return census.land_by_state_mu[static_cast<std::size_t>(state)];
  };
  in(LegalState::Expropriated) = land.uses.unsupplied_mu.sum();
  in(LegalState::Supplied) = land.uses.supplied_unused_mu.sum() + land.uses.held_mu.sum();
  in(LegalState::Used) = land.uses.used_mu.sum();
  in(LegalState::Idle) = land.uses.idle_mu.sum();
}

}  // namespace

Census take_census(const World& world) {
  Census census;
  for (const Tenant& tenant : world.tenants) count_tenant(world, tenant, census);
  for (const Project& project : world.projects) {
    census.jobs += project.workers;
    census.jobs_by_stage[index_of(stage_of(project.plant.activity))] += project.workers;
    census.returnees += project.returnees;
  }
  count_land(world.land, census);
  return census;
}

}  // namespace park
