// SPDX-License-Identifier: MIT
#include "rules/chain_balance.hpp"

#include <algorithm>

#include "rules/agglomeration.hpp"

namespace park {
namespace {

constexpr std::array<Stage, 3> ends = {Stage::Spinning, Stage::Weaving, Stage::Trade};
constexpr std::array<Stage, 2> middle = {Stage::Washing, Stage::Garment};

double output_of(const World& world, Activity activity) {
  const ChainState& chain = world.chain;
  const std::size_t stage = index_of(stage_of(activity));
  double district = chain.district_output[stage];
  if (stage == index_of(Stage::Garment)) {
    const double fob = world.now.structural.district_fob_share *
                       world.traits(Activity::GarmentFob).output_per_worker_year;
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

}  // namespace

void balance_chain(World& world) {
  ChainState& chain = world.chain;
  std::array<double, activity_count> output{};
  for (std::size_t a = 0; a < activity_count; ++a) output[a] = output_of(world, static_cast<Activity>(a));
  double sourced = 0;
  double needed = 0;
  double complete = 0;
  for (std::size_t s = 0; s < stage_count; ++s) {
    chain.supply[s] = chain.district_output[s] + chain.park_output[s];
    double demand = 0;
    for (std::size_t a = 0; a < activity_count; ++a) demand += world.chain_table().bought[s][a] * output[a];
    // Garments go to buyers outside; their number grows with the market.
    if (s == index_of(Stage::Garment)) {
      demand += chain.opening_supply[s] * world.chain_table().outside_demand[s] *
                world.surroundings.utilisation[index_of(Activity::GarmentFob)] / world.now.structural.normal_utilisation *
                world.surroundings.output_per_worker_index;
    }
    chain.local_demand[s] = demand;
    const double ratio = demand > 0 ? chain.supply[s] / demand : 1;
    chain.completeness[s] = std::min(1.0, ratio);
    // Part of what is made here is bespoke for buyers elsewhere.
    chain.buyable[s] = std::min(1.0, world.now.structural.local_offer_share * ratio);
    if (s != index_of(Stage::Garment)) {
      needed += demand;
      sourced += demand * chain.buyable[s];
    }
    complete += chain.completeness[s];
  }
  chain.park_output_by_activity.fill(0);
  chain.completeness_all = complete / static_cast<double>(stage_count);
  const double in_the_middle = mean_completeness(world, middle);
  chain.balance = in_the_middle > 0 ? std::min(1.0, mean_completeness(world, ends) / in_the_middle) : 0;
  chain.local_sourcing = needed > 0 ? sourced / needed : 0;
  std::array<double, stage_count> workers{};
  double in_textiles = 0;
  for (std::size_t s = 0; s < stage_count; ++s) {
    workers[s] = chain.park_workers[s] + static_cast<double>(world.labour.district_workers[s] + world.labour.district_away[s]);
    in_textiles += workers[s];
  }
  agglomerate(world, workers, chain.opening_workers, chain.agglomeration);
  chain.cluster_index = in_textiles / world.scenario->base_district.labour_force / world.now.structural.national_textile_share;
}

}  // namespace park
