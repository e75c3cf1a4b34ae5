// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <map>

#include "shipped_scenario.hpp"
#include "simulation.hpp"

namespace park {
namespace {

/// Each further signing of a firm drew anew whether it was paper, so that of those who had already come in
/// earnest almost half came back on paper. With the chance of paper constant over time (no agencies, teams as
/// they are) a firm is serious always or never.
TEST(Seriousness, IsTheFirmsOwnAndNotTheSignings) {
  const auto scenario = test::shared(
      test::shipped_scenario("whole_package", {"agencies=0", "footloose_rate=14", "branch_share=0.85",
                                               "pool_weight=1", "largest_reach=1", "word_of_mouth_year=10"}));
  int came_again = 0;
  int serious = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    std::map<std::uint32_t, bool> is_paper;       // by firm
    std::map<std::uint64_t, std::uint32_t> seen;  // plants
    World world = start(scenario, seed);
    while (world.month < scenario->months) {
      step(world);
      for (const Project& project : world.projects) {
        if (project.plant.origin != Origin::Relocated) continue;
        if (!seen.emplace(project.plant.who.number(), project.plant.firm).second) continue;
        const auto [first, is_new] = is_paper.try_emplace(project.plant.firm, project.is_paper);
        if (is_new) continue;
        ++came_again;
        serious += project.is_paper ? 0 : 1;
        EXPECT_EQ(project.is_paper, first->second) << "firm " << project.plant.firm << ", seed " << seed;
      }
    }
  }
  EXPECT_GT(came_again, 30) << "too few firms sign twice to tell";
  EXPECT_GT(serious, 10);
  EXPECT_LT(serious, came_again);
}

}  // namespace
}  // namespace park
