// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <numeric>

#include "rules/agglomeration.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

double last_year(const std::array<double, 12>& ring) { return std::accumulate(ring.begin(), ring.end(), 0.0); }

/// A rival that lost part of its expected share of the inland movers raises its subsidy by the same part.
void react(World& world, std::size_t d, double movers_last_year) {
  const DestinationTraits& traits = world.places().destinations[d];
  Rival& rival = world.rivals[d];
  const double base = traits.subsidy_factor * world.now.uncertainties.rival_subsidy;
  double wanted = base;
  if (movers_last_year > 0 && traits.expected_share > 0 && world.months_done() >= 12) {
    const double lost = std::clamp(1 - last_year(rival.movers_in) / movers_last_year / traits.expected_share, 0.0, 1.0);
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
  double movers_last_year = 0;
  for (std::size_t d = 0; d < places.size(); ++d) {
    if (places[d].kind != DestinationKind::Overseas) movers_last_year += last_year(world.rivals[d].movers_in);
  }
  const double wage_growth = world.labour.wage_trend / world.scenario->base_district.wage_yuan_month;
  const bool new_year = world.months_done() % 12 == 0;
  for (std::size_t d = 1; d < places.size(); ++d) {
    Rival& rival = world.rivals[d];
    if (places[d].kind != DestinationKind::Overseas) react(world, d, movers_last_year);
    rival.wage_yuan_month =
        places[d].wage_ratio * world.scenario->base_district.guangdong_wage_yuan_month * wage_growth;
    rival.rent_yuan_m2_month = places[d].rent_yuan_m2_month;
    // Rivals' clusters move slowly: once a year is exact enough and spares most of the powers.
    if (new_year) agglomerate(world, rival.workers, places[d].workers, rival.agglomeration);
  }
  const std::size_t slot = static_cast<std::size_t>(world.month % 12);
  for (Rival& rival : world.rivals) rival.movers_in[slot] = 0;
  world.tallies.moves_ring[slot] = 0;
  world.tallies.inland_ring[slot] = 0;
  world.tallies.overseas_ring[slot] = 0;
}

}  // namespace park
