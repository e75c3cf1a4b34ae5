// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "shipped_scenario.hpp"
#include "simulation.hpp"

namespace park {
namespace {

/// The firms of the target list are one firm each; once they were counted with the weight of the pool's
/// agents, so that results depended on how many agents carried the same population.
TEST(Regression, ANamedFirmThatMovesIsOneFirm) {
  const auto scenario = test::shared(test::shipped_scenario(
      "whole_package",
      {"pool_agents=500", "pool_weight=50", "target_list_leaders_per_stage=10", "footloose_rate=14"}));
  World world = start(scenario, 1, nullptr, JournalMode::Full);
  while (world.month < scenario->months) {
    const double before = world.tallies.origin_moves_agents;
    const std::size_t events_before = world.journal.events.size();
    step(world);
    int named = 0;
    int others = 0;
    for (std::size_t e = events_before; e < world.journal.events.size(); ++e) {
      const Event& event = world.journal.events[e];
      const bool is_move = event.kind == EventKind::ChosePark || event.kind == EventKind::ChoseRival ||
                           event.kind == EventKind::ChoseOverseas;
      if (is_move) ++(event.who.kind == Identity::Kind::Target ? named : others);
    }
    if (others == 0) {
      ASSERT_DOUBLE_EQ(world.tallies.origin_moves_agents - before, named) << "month " << world.month;
    }
  }
}

}  // namespace
}  // namespace park
