// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/random/normal_distribution.hpp>
#include <cmath>

#include "core/exponential.hpp"
#include "core/logarithm.hpp"
#include "core/random_lanes.hpp"
#include "rules/agglomeration.hpp"
#include "rules/chain_balance.hpp"
#include "rules/clause_benefits.hpp"
#include "rules/location_margin.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

/// A firm's own orders wander about the market's: a first-order process, one step a quarter.
void move_orders(World& world) {
  std::vector<std::uint32_t>& moving = world.scratch;
  moving.clear();
  for (std::size_t i = 0; i < world.tenants.size(); ++i) {
    const bool is_quarter = (world.month - world.tenants[i].producing_month) % 3 == 0;
    if (is_quarter) moving.push_back(static_cast<std::uint32_t>(i));
  }
  const Structural& s = world.now.structural;
  const auto name_of = [&](std::size_t i) {
    return StreamName{world.tenants[moving[i]].plant.who.number(), static_cast<std::uint32_t>(world.month)};
  };
  for_each_stream(
      world.seed, Draw::FirmDemand, moving.size(), name_of, [&](std::size_t i, RandomStream& stream) {
        boost::random::normal_distribution<double> normal;
        double& demand = world.tenants[moving[i]].demand;
        const double deviation = s.orders_persistence * logarithm(demand) + s.orders_sigma * normal(stream);
        demand = exponential(std::clamp(deviation, -1.0, 0.5));
      });
}

/// Hands that lack training slow a line.
double skill_factor(const World& world, const Tenant& tenant) {
  const double wanted = world.traits(tenant.plant.activity).skilled_share * tenant.workers;
  if (wanted <= 0 || tenant.skilled >= wanted) return 1;
  return 1 - world.now.structural.unskilled_loss * (1 - tenant.skilled / wanted);
}

/// Points of interest that the district pays for a plant's loans now.
double discount_in_force(const World& world, const Plant& plant) {
  return world.month < plant.discount_ends ? plant.loan_rate_discount : 0;
}

void run_plant(World& world, Tenant& tenant) {
  const Plant& plant = tenant.plant;
  const ActivityTraits& traits = world.traits(plant.activity);
  const std::size_t stage = index_of(stage_of(plant.activity));
  const double normal = world.now.structural.normal_utilisation;
  tenant.utilisation = std::clamp(world.surroundings.utilisation[index_of(plant.activity)] *
                                      world.chain.market_limit[stage] * tenant.demand,
                                  0.25, 1.05);
  const double busy = tenant.utilisation / normal;
  const double recovered = recovery(world, world.month - tenant.producing_month);
  const double skill = skill_factor(world, tenant);
  tenant.output_yuan_month = tenant.workers * traits.output_per_worker_year / 12 *
                             world.surroundings.output_per_worker_index * recovered *
                             world.chain.agglomeration[stage] * plant.productivity * busy * skill;
  // The class margin holds at normal use and mean recovery; labour and rent are paid for whatever is made.
  const ClassMargin& usual = class_margin(world, plant.activity, plant.region, 1);
  const double pace = plant.productivity * busy * skill * recovered /
                      mean_recovery(world.now.uncertainties.inland_productivity);
  if (are_benefits_due(world, tenant)) pay_benefits(world, tenant);
  const double benefits =
      tenant.output_yuan_month > 0 ? tenant.benefits_last_year_yuan / 12 / tenant.output_yuan_month : 0;
  const double interest = tenant.output_yuan_month > 0 ? plant.loan_yuan * discount_in_force(world, plant) /
                                                             1200 / tenant.output_yuan_month
                                                       : 0;
  tenant.margin = usual.fixed - usual.variable / std::max(0.2, pace) + std::min(0.5, benefits) + interest +
                  plant.margin_luck;
  const double weight = 1.0 / std::min(12, world.month - tenant.producing_month + 1);
  tenant.margin_12 += weight * (std::clamp(tenant.margin, -1.0, 1.0) - tenant.margin_12);
}

/// The district's own firms as one cohort per stage.
void run_district_firms(World& world) {
  ChainState& chain = world.chain;
  const Structural& s = world.now.structural;
  const double now = world.surroundings.utilisation[index_of(Activity::GarmentCmt)] / s.normal_utilisation;
  chain.district_activity = std::clamp(0.85 + 0.15 * now + 0.35 * (now - 1), 0.5, 1.1);
  for (std::size_t stage = 0; stage < stage_count; ++stage) {
    const bool is_garment = stage == index_of(Stage::Garment);
    const double fob = is_garment ? s.district_fob_share : 1;
    const double per_worker = fob * world.chain_table().activities[stage].output_per_worker_year +
                              (1 - fob) * world.traits(Activity::GarmentCmt).output_per_worker_year;
    chain.district_output[stage] = static_cast<double>(world.labour.district_workers[stage]) * per_worker /
                                   12 * s.district_productivity * world.surroundings.output_per_worker_index *
                                   chain.agglomeration[stage] * now;
  }
}

}  // namespace

void produce(World& world) {
  ChainState& chain = world.chain;
  chain.park_output.fill(0);
  chain.park_workers.fill(0);
  move_orders(world);
  for (Tenant& tenant : world.tenants) {
    run_plant(world, tenant);
    const std::size_t stage = index_of(stage_of(tenant.plant.activity));
    chain.park_output[stage] += tenant.output_yuan_month;
    chain.park_workers[stage] += tenant.workers + tenant.festival_away;
    chain.park_output_by_activity[index_of(tenant.plant.activity)] += tenant.output_yuan_month;
  }
  run_district_firms(world);
  balance_chain(world);
}

}  // namespace park
