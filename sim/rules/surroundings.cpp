// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <boost/random/normal_distribution.hpp>
#include <cmath>

#include "core/random.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

double yearly(double percent, double months) { return std::pow(1 + percent / 100, months / 12); }

void move_demand(World& world) {
  const Uncertainties& uncertain = world.now.uncertainties;
  Surroundings& here = world.surroundings;
  RandomStream stream{world.seed, Draw::ExportDemand, 0, static_cast<std::uint32_t>(world.month)};
  boost::random::normal_distribution<double> normal;
  // A monthly step of a yearly rate: drift / 12, spread / sqrt(12).
  const double spread = uncertain.export_volatility / 100 / std::sqrt(12.0);
  const double drift = std::log1p(uncertain.export_growth / 100) / 12 - 0.5 * spread * spread;
  here.export_index *= std::exp(drift + spread * normal(stream));
  here.home_index = yearly(world.now.structural.home_demand_growth, world.month);
  here.capacity_index = yearly(world.now.structural.industry_capacity_growth, world.month);
  const bool has_tariff = world.months_done() >= static_cast<int>(uncertain.tariff_shock_month);
  here.tariff_points = has_tariff ? uncertain.tariff_shock : 0;
  const double after_tariff = here.export_index * std::max(0.2, 1 - world.now.structural.tariff_demand_loss *
                                                                        here.tariff_points / 100);
  const std::array<ActivityTraits, activity_count>& activities = world.chain_table().activities;
  for (std::size_t a = 0; a < activity_count; ++a) {
    const double exported = activities[a].export_share;
    // Activities that export the same share are alike, and half of them do.
    std::size_t alike = 0;
    while (activities[alike].export_share != exported) ++alike;
    if (alike < a) {
      here.utilisation[a] = here.utilisation[alike];
      continue;
    }
    const double demand = exported * after_tariff + (1 - exported) * here.home_index;
    const double relative = demand / here.capacity_index;
    here.utilisation[a] = std::clamp(world.now.structural.normal_utilisation *
                                         std::pow(relative, world.now.structural.demand_pass_through),
                                     0.3, 1.05);
  }
}

void move_prices(World& world) {
  const Uncertainties& uncertain = world.now.uncertainties;
  Surroundings& here = world.surroundings;
  here.interest_rate = uncertain.interest_rate / 100;
  here.relocation_orders = uncertain.origin_environmental_pressure / 100;
  here.output_per_worker_index = yearly(world.now.structural.output_per_worker_growth, world.month);
  const double wages = yearly(uncertain.origin_wage_growth, world.month);
  const double rents = yearly(world.now.structural.origin_rent_growth, world.month);
  for (std::size_t r = 0; r < region_count; ++r) {
    const OriginTraits& origin = world.places().origins[r];
    here.origin_wage_yuan_month[r] = origin.wage_yuan_month * wages;
    here.origin_rent_yuan_m2_month[r] = uncertain.origin_rent * origin.rent_factor * rents;
  }
  world.labour.guangdong_wage_yuan_month = world.scenario->base_district.guangdong_wage_yuan_month * wages;
  world.labour.wage_trend =
      world.scenario->base_district.wage_yuan_month * yearly(uncertain.local_wage_growth, world.month);
}

}  // namespace

void move_surroundings(World& world) {
  move_demand(world);
  move_prices(world);
  world.accounts.cost_this_month.fill(0);
  world.accounts.income_this_month = 0;
  world.accounts.land_revenue_this_month = 0;
  world.accounts.tax_total_this_month = 0;
  for (auto& cause : world.journal.held_up_this_month) cause.fill(0);
  world.journal.usual_this_month.fill(0);
}

}  // namespace park
