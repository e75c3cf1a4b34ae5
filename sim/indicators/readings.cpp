// SPDX-License-Identifier: MIT
#include "indicators/readings.hpp"

namespace park {
double park_output(const World& world) { return sum_of(world.chain.park_output); }

double district_output(const World& world) { return sum_of(world.chain.district_output); }

double district_jobs(const Reading& reading) {
  return reading.census.jobs + sum_of(reading.world.labour.district_workers);
}

double output_per_mu(const Reading& reading) {
  const World& world = reading.world;
  return ratio(sum_of(world.chain.output_last_year) * 12 / std::clamp(world.month, 1, 12),
               reading.census.land_mu);
}

double tax_per_mu(const Reading& reading) {
  const World& world = reading.world;
  return ratio(sum_of(world.accounts.tax_last_year) * 12 / std::clamp(world.month, 1, 12),
               reading.census.land_mu);
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

double policy_cost(const World& world) { return sum_of(world.accounts.cost_this_month); }

double above_scale_share(const Reading& reading) {
  return ratio(reading.census.above_scale, reading.census.firms);
}

double loss_making_share(const Reading& reading) {
  return ratio(reading.census.loss_making, reading.census.older);
}

double origin_moves_year(const World& world) {
  const double firms = static_cast<double>(world.pool->firms.size()) * world.pool->weight;
  return sum_of(world.tallies.moves_ring) / firms;
}

double held_up(const World& world, Cause cause) {
  return sum_of(world.journal.held_up_this_month[static_cast<std::size_t>(cause)]);
}

}  // namespace park
