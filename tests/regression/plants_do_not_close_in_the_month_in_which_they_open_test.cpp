// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <map>

#include "shipped_scenario.hpp"
#include "simulation.hpp"

namespace park {
namespace {

/// A rival drew plants away in the very month in which they opened: the hazard ran from the opening on,
/// before anything was made.
TEST(Closing, ComesAtTheEarliestTheMonthAfterTheOpening) {
  const auto scenario = test::shared(test::shipped_scenario("whole_package", {"leaves_for_rival_year=0.05"}));
  int opened = 0;
  int closed_within_a_year = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    World world = start(scenario, seed, nullptr, JournalMode::Full);
    while (world.month < scenario->months) step(world);
    std::map<std::uint64_t, int> opening;
    for (const Event& event : world.journal.events) {
      const std::uint64_t who = event.who.number();
      if (event.kind == EventKind::Producing) opening[who] = event.month;
      if (event.kind != EventKind::Closed) continue;
      EXPECT_GT(event.month, opening.at(who)) << "seed " << seed;
      closed_within_a_year += event.month <= opening.at(who) + 12 ? 1 : 0;
    }
    opened += static_cast<int>(opening.size());
  }
  EXPECT_GT(opened, 500) << "too few plants to tell";
  EXPECT_GT(closed_within_a_year, 20) << "too few young plants close to tell";
}

}  // namespace
}  // namespace park
