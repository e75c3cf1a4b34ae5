// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <boost/random/normal_distribution.hpp>
#include <cmath>

#include "core/exponential.hpp"
#include "core/logarithm.hpp"
#include "core/random.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

/// What yearly rates in percent make of 1 in so many months.
DoubleLane grown(DoubleVector percent, double months) {
  return power(1 + percent / 100, months / 12 + DoubleVector{});
}

/// Use of capacity by activity, four at a time: home and export demand in the activity's shares, against the
/// industry's capacity.
void use_capacity(World& world, double after_tariff) {
  const Structural& s = world.now.structural;
  Surroundings& here = world.surroundings;
  std::array<double, (activity_count + 3) / 4 * 4> exported{};
  for (std::size_t a = 0; a < activity_count; ++a)
    exported[a] = world.chain_table().activities[a].export_share;
  for (std::size_t first = 0; first < activity_count; first += 4) {
    const DoubleVector share = four_from(exported, first);
    const DoubleVector demand = share * after_tariff + (1 - share) * here.home_index;
    const DoubleLane passed = power(demand / here.capacity_index, s.demand_pass_through + DoubleVector{});
    for (std::size_t k = 0; k < 4 && first + k < activity_count; ++k) {
      here.utilisation[first + k] = std::clamp(s.normal_utilisation * passed[k], 0.3, 1.05);
    }
  }
}

void move_demand(World& world) {
  const Uncertainties& uncertain = world.now.uncertainties;
  Surroundings& here = world.surroundings;
  RandomStream stream{world.seed, Draw::ExportDemand, 0, static_cast<std::uint32_t>(world.month)};
  boost::random::normal_distribution<double> normal;
  // A monthly step of a yearly rate: drift / 12, spread / sqrt(12).
  const double spread = uncertain.export_volatility / 100 / std::sqrt(12.0);
  const double drift = std::log1p(uncertain.export_growth / 100) / 12 - 0.5 * spread * spread;
  here.export_index *= exponential(drift + spread * normal(stream));
  const bool has_tariff = world.months_done() >= static_cast<int>(uncertain.tariff_shock_month);
  here.tariff_points = has_tariff ? uncertain.tariff_shock : 0;
  const double kept = std::max(0.2, 1 - world.now.structural.tariff_demand_loss * here.tariff_points / 100);
  use_capacity(world, here.export_index * kept);
}

/// Trends of demand, wages and rents since the start.
void follow_trends(World& world) {
  const Uncertainties& uncertain = world.now.uncertainties;
  const Structural& s = world.now.structural;
  const BaseDistrict& base = world.scenario->base_district;
  Surroundings& here = world.surroundings;
  const DoubleLane industry = grown(DoubleVector{s.home_demand_growth, s.industry_capacity_growth,
                                                 s.output_per_worker_growth, s.origin_rent_growth},
                                    world.month);
  const DoubleLane pay =
      grown(DoubleVector{uncertain.origin_wage_growth, uncertain.local_wage_growth}, world.month);
  here.home_index = industry[0];
  here.capacity_index = industry[1];
  here.output_per_worker_index = industry[2];
  for (std::size_t r = 0; r < region_count; ++r) {
    const OriginTraits& origin = world.places().origins[r];
    here.origin_wage_yuan_month[r] = origin.wage_yuan_month * pay[0];
    here.origin_rent_yuan_m2_month[r] = uncertain.origin_rent * origin.rent_factor * industry[3];
  }
  world.labour.guangdong_wage_yuan_month = base.guangdong_wage_yuan_month * pay[0];
  world.labour.wage_trend = base.wage_yuan_month * pay[1];
}

}  // namespace

void move_surroundings(World& world) {
  world.surroundings.interest_rate = world.now.uncertainties.interest_rate / 100;
  world.surroundings.relocation_orders = world.now.uncertainties.origin_environmental_pressure / 100;
  follow_trends(world);
  move_demand(world);
  world.accounts.cost_this_month.fill(0);
  world.accounts.income_this_month = 0;
  world.accounts.land_revenue_this_month = 0;
  world.accounts.tax_total_this_month = 0;
  for (auto& cause : world.journal.held_up_this_month) cause.fill(0);
  world.journal.usual_this_month.fill(0);
}

}  // namespace park
