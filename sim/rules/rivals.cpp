// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <numeric>

#include "rules/agglomeration.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

double last_year(const std::array<double, 12>& ring) {
  return std::accumulate(ring.begin(), ring.end(), 0.0);
}

/// A rival that wins less than its expected share of the movers who compare it with our park, over twelve
/// months, raises its subsidy by the part it lost.
void react(World& world, std::size_t d, double contested_last_year) {
  const DestinationTraits& traits = world.places().destinations[d];
  Rival& rival = world.rivals[d];
  const double base = traits.subsidy_factor * world.now.uncertainties.rival_subsidy;
  double wanted = base;
  if (contested_last_year >= 1 && traits.expected_share > 0 && world.months_done() >= 12) {
    const double won = last_year(rival.contested_in) / contested_last_year;
    const double lost = std::clamp(1 - won / traits.expected_share, 0.0, 1.0);
    wanted += world.now.uncertainties.rival_reaction * lost * world.now.structural.rival_reaction_yuan;
  }
  // What was promised once is withdrawn slowly.
  const double step = wanted > rival.subsidy_yuan_m2_month ? 0.25 : 0.05;
  rival.subsidy_yuan_m2_month += step * (wanted - rival.subsidy_yuan_m2_month);
  if (world.month == 1) rival.subsidy_yuan_m2_month = base;
}

}  // namespace

void move_rivals(World& world) {
  const std::vector<DestinationTraits>& places = world.places().destinations;
  const double contested_last_year = last_year(world.tallies.contested_ring);
  const double wage_growth = world.labour.wage_trend / world.scenario->base_district.wage_yuan_month;
  const bool new_year = world.months_done() % 12 == 0;
  for (std::size_t d = 1; d < places.size(); ++d) {
    Rival& rival = world.rivals[d];
    if (places[d].kind != DestinationKind::Overseas) react(world, d, contested_last_year);
    rival.wage_yuan_month =
        places[d].wage_ratio * world.scenario->base_district.guangdong_wage_yuan_month * wage_growth;
    rival.rent_yuan_m2_month = places[d].rent_yuan_m2_month;
    // Rivals' clusters move slowly: once a year is exact enough and spares most of the powers.
    if (new_year) agglomerate(world, rival.workers, places[d].workers, rival.agglomeration);
  }
  const auto slot = static_cast<std::size_t>(world.month % 12);
  for (Rival& rival : world.rivals) rival.movers_in[slot] = rival.contested_in[slot] = 0;
  world.tallies.contested_ring[slot] = 0;
  world.tallies.moves_ring[slot] = 0;
  world.tallies.inland_ring[slot] = 0;
  world.tallies.overseas_ring[slot] = 0;
}

}  // namespace park
