// SPDX-License-Identifier: MIT
#include "rules/chain_balance.hpp"

#include <algorithm>

#include "rules/agglomeration.hpp"

namespace park {
namespace {

/// Buyers before sellers; plating and accessories, machinery and logistics form cycles and use last month.
constexpr std::array<Stage, stage_count> topological = {
    Stage::Garment, Stage::Trade,     Stage::Sales,       Stage::Design,   Stage::Weaving,
    Stage::Dyeing,  Stage::Washing,   Stage::Accessories, Stage::Spinning, Stage::Plating,
    Stage::Fibre,   Stage::Machinery, Stage::Logistics};

constexpr std::array<Stage, 3> ends = {Stage::Spinning, Stage::Weaving, Stage::Trade};
constexpr std::array<Stage, 2> middle = {Stage::Washing, Stage::Garment};

double output_of(const World& world, Activity activity) {
  const ChainState& chain = world.chain;
  const std::size_t stage = index_of(stage_of(activity));
  double district = chain.district_output[stage];
  if (stage == index_of(Stage::Garment)) {
    const double fob =
        world.now.structural.district_fob_share * world.traits(Activity::GarmentFob).output_per_worker_year;
    const double cmt = (1 - world.now.structural.district_fob_share) *
                       world.traits(Activity::GarmentCmt).output_per_worker_year;
    district *= (activity == Activity::GarmentFob ? fob : cmt) / (fob + cmt);
  }
  return district + chain.park_output_by_activity[index_of(activity)];
}

template <std::size_t Count>
double mean_completeness(const World& world, const std::array<Stage, Count>& stages) {
  double sum = 0;
  for (const Stage stage : stages) sum += world.chain.completeness[index_of(stage)];
  return sum / static_cast<double>(Count);
}

/// What the district's garments would need from every stage if all of it were made here, whoever owns the
/// cloth: a CMT workshop's fee stands for a garment worth several times as much.
void find_requirements(World& world, const std::array<double, activity_count>& output) {
  ChainState& chain = world.chain;
  const auto& bought = world.chain_table().bought;
  const double garments = output[index_of(Activity::GarmentFob)] +
                          output[index_of(Activity::GarmentCmt)] / world.now.structural.cmt_fee_share;
  chain.required[index_of(Activity::GarmentFob)] = garments;
  chain.required[index_of(Activity::GarmentCmt)] = 0;
  for (const Stage stage : topological) {
    const std::size_t s = index_of(stage);
    double needed = 0;
    for (std::size_t a = 0; a < activity_count; ++a) needed += bought[s][a] * chain.required[a];
    chain.local_demand[s] = needed;
    if (stage != Stage::Garment) chain.required[s] = std::max(output[s], needed);
  }
  // The district's own order book is what garment makers can count on.
  const double market = world.surroundings.utilisation[index_of(Activity::GarmentFob)] /
                        world.now.structural.normal_utilisation * world.surroundings.output_per_worker_index;
  chain.local_demand[index_of(Stage::Garment)] += chain.opening_supply[index_of(Stage::Garment)] * market;
}

/// Newcomers bring most of their buyers along; the rest of their goods competes for orders from the district
/// and from the outside buyers it had at the opening.
double market_limit(const World& world, std::size_t stage, double local_orders) {
  const ChainState& chain = world.chain;
  const double outside = chain.opening_supply[stage] * world.chain_table().outside_demand[stage] *
                         world.surroundings.output_per_worker_index;
  const double brought =
      world.now.structural.brings_customers * chain.park_output[stage] / chain.market_limit[stage];
  const double orders = local_orders + outside + brought;
  // What the plants could make: last month's limit held the park's output down already.
  const double able = chain.district_output[stage] + chain.park_output[stage] / chain.market_limit[stage];
  return able > 0 ? std::clamp(orders / able, 0.5, 1.0) : 1;
}

}  // namespace

std::array<double, activity_count> missing_inputs(const ChainTable& table,
                                                  const std::array<double, stage_count>& buyable) {
  std::array<double, activity_count> missing{};
  for (std::size_t s = 0; s < stage_count; ++s) {
    for (std::size_t a = 0; a < activity_count; ++a) missing[a] += table.bought[s][a] * (1 - buyable[s]);
  }
  return missing;
}

void balance_chain(World& world) {
  ChainState& chain = world.chain;
  const ChainTable& table = world.chain_table();
  std::array<double, activity_count> output{};
  for (std::size_t a = 0; a < activity_count; ++a) output[a] = output_of(world, static_cast<Activity>(a));
  find_requirements(world, output);
  double sourced = 0;
  double needed = 0;
  double complete = 0;
  for (std::size_t s = 0; s < stage_count; ++s) {
    chain.supply[s] = chain.district_output[s] + chain.park_output[s];
    double bought = 0;
    for (std::size_t a = 0; a < activity_count; ++a) bought += table.bought[s][a] * output[a];
    chain.completeness[s] =
        chain.local_demand[s] > 0 ? std::min(1.0, chain.supply[s] / chain.local_demand[s]) : 1;
    // Part of what is made here is bespoke for buyers elsewhere.
    const double on_offer = world.now.structural.local_offer_share * chain.supply[s];
    chain.buyable[s] = bought > 0 ? std::min(1.0, on_offer / bought) : 1;
    chain.market_limit[s] = market_limit(world, s, bought);
    needed += bought;
    sourced += bought * chain.buyable[s];
    complete += chain.completeness[s];
  }
  chain.missing_inputs[0] = missing_inputs(table, chain.buyable);
  chain.park_output_by_activity.fill(0);
  chain.completeness_all = complete / static_cast<double>(stage_count);
  const double in_the_middle = mean_completeness(world, middle);
  chain.balance = in_the_middle > 0 ? std::min(1.0, mean_completeness(world, ends) / in_the_middle) : 0;
  chain.local_sourcing = needed > 0 ? sourced / needed : 0;
  std::array<double, stage_count> workers{};
  double in_textiles = 0;
  for (std::size_t s = 0; s < stage_count; ++s) {
    workers[s] = chain.park_workers[s] +
                 static_cast<double>(world.labour.district_workers[s] + world.labour.district_away[s]);
    in_textiles += workers[s];
  }
  agglomerate(world, workers, chain.opening_workers, chain.agglomeration);
  chain.cluster_index =
      in_textiles / world.scenario->base_district.labour_force / world.now.structural.national_textile_share;
}

}  // namespace park
