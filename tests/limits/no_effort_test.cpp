// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "limits/limit_scenario.hpp"

namespace park {
namespace {

/// Nobody tells a firm of the park, so it hears only by itself: passive_awareness_year is 0.006, 0.002 and
/// 0.001 a year (places.json), an agent stands for 8 firms and remembers 18 months, so H = 12 * 0.006 =
/// 0.072, 0.024 and 0.012. reach = 8 * 0.0625 = 0.5. A firm that decides knows the park with 0.5 (1 - exp(-H
/// / 0.5)):
constexpr std::array<double, region_count> knows_by_hand = {
    0.0670564,  // 0.5 (1 - exp(-0.144))
    0.0234331,  // 0.5 (1 - exp(-0.048))
    0.0118572,  // 0.5 (1 - exp(-0.024))
};

struct Awareness {
  std::array<double, region_count> decided{};
  std::array<double, region_count> knew{};
  double arrived = 0;
  double expected_arrivals = 0;
  double variance_of_arrivals = 0;
};

/// Firms with a ripe search whose uniform lies below the chance worked by hand.
void foretell(const World& world, std::set<std::uint32_t>& knowing) {
  knowing.clear();
  for (const Search& search :
       world.pursuit.searches[static_cast<std::size_t>(world.month % (longest_search_months + 1))]) {
    const PoolFirm& firm = world.pool->firms[search.firm];
    if (!firm.is_target && search.knowledge < knows_by_hand[index_of(firm.region)])
      knowing.insert(search.firm);
  }
}

void count(const World& world, std::size_t& from, const std::set<std::uint32_t>& foretold, Awareness& all) {
  std::set<std::uint32_t> knowing;
  for (; from < world.journal.decisions.size(); ++from) {
    const DecisionTerm& term = world.journal.decisions[from];
    if (term.who.kind != Identity::Kind::Pool) continue;
    const std::size_t region = index_of(world.pool->firms[term.who.root].region);
    if (term.destination == 0) all.decided[region] += 1;
    if (term.destination != 1) continue;
    all.knew[region] += 1;
    all.arrived += term.chosen ? 1 : 0;
    all.expected_arrivals += term.probability;
    all.variance_of_arrivals += term.probability * (1 - term.probability);
    knowing.insert(term.who.root);
  }
  EXPECT_EQ(knowing, foretold) << "month " << world.month;
}

Awareness live() {
  const auto scenario = test::limit_scenario("no_effort");
  Awareness all;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    World world = start(scenario, seed, nullptr, JournalMode::Full);
    std::set<std::uint32_t> foretold;
    std::size_t from = 0;
    while (world.month < scenario->months) {
      test::step_looking_before(world, "relocation", [&](const World& now) { foretell(now, foretold); });
      count(world, from, foretold, all);
    }
  }
  return all;
}

TEST(NoEffort, OnlyThoseComeWhoHeardByThemselves) {
  const Awareness all = live();
  for (std::size_t region = 0; region < region_count; ++region) {
    const double expected = all.decided[region] * knows_by_hand[region];
    EXPECT_GT(expected, 50) << "too few decisions to tell";
    EXPECT_NEAR(all.knew[region], expected, 4 * std::sqrt(expected * (1 - knows_by_hand[region])))
        << "region " << region;
  }
  EXPECT_GT(all.arrived, 20) << "too few arrivals to tell";
  EXPECT_NEAR(all.arrived, all.expected_arrivals, 4 * std::sqrt(all.variance_of_arrivals));
}

}  // namespace
}  // namespace park
