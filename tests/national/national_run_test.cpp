// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <numeric>

#include "indicators/indicators.hpp"
#include "scenario/national_places.hpp"
#include "shipped_scenario.hpp"
#include "simulation.hpp"
#include "unit/scenario/scratch_folder.hpp"

namespace park {
namespace {

/// The shipped whole package in a country of parks; an agent stands for eight firms.
class NationalRun : public testing::Test {
 protected:
  static void SetUpTestSuite() { test::find_shipped_data(); }

  static std::shared_ptr<const Scenario> country(std::size_t parks, std::uint64_t firms = 48'000) {
    const test::ScratchFolder folder;
    folder.write("places.json", national_places({.parks = parks, .firms = firms}));
    const auto file = folder.write("a.json", R"({"extends":")" PARKSIM_SOURCE_DIR
                                             R"(/scenarios/whole_package.json","places":"places.json"})");
    return test::shared(test::value_or_throw(
        with_settings(test::value_or_throw(load_scenario(file)),
                      std::vector<std::string>{"pool_agents=" + std::to_string(firms / 8)})));
  }
};

TEST_F(NationalRun, FiftyParksConserveAndTheSharesOfTheRivalsAddUp) {
  const auto scenario = country(50);
  const auto columns = indicator_columns(*scenario);
  const std::size_t whole = find_column(columns, "share_lost_to_rivals").value();
  std::vector<double> row(columns.size());
  World world = start(scenario, 3);
  while (world.month < scenario->months) {
    step(world);
    check_conservation(world);
    record(world, columns, row);
    double lost = 0;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].key.starts_with("share_lost_to_rivals.")) lost += row[c];
    }
    if (world.tallies.knew_park_moved > 0) {
      EXPECT_NEAR(lost, row[whole], 1e-9) << "month " << world.month;
    }
  }
  EXPECT_GT(row[whole], 0.1);
  EXPECT_EQ(std::ranges::count_if(
                columns, [](const auto& column) { return column.key.starts_with("share_lost_to_rivals."); }),
            50);
}

/// A set of places fills both words of its draws, and the last place can be chosen.
TEST_F(NationalRun, ProbabilitiesAddUpAndEveryPlaceIsKnownAndChosen) {
  const auto scenario = country(most_national_parks);
  const std::size_t places = scenario->facts->places.destinations.size() + 1;
  ASSERT_EQ(places, most_places);
  std::vector<double> known(places);
  std::vector<double> expected(places);
  std::vector<double> chosen(places);
  std::size_t decisions = 0;
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    World world = start(scenario, seed, nullptr, JournalMode::Full);
    while (world.month < scenario->months) step(world);
    const std::vector<DecisionTerm>& terms = world.journal.decisions;
    for (std::size_t first = 0; first < terms.size();) {
      double sum = 0;
      std::size_t last = first;
      do {
        sum += terms[last].probability;
        known[terms[last].destination] += 1;
        expected[terms[last].destination] += terms[last].probability;
        chosen[terms[last].destination] += terms[last].chosen ? 1 : 0;
        ++last;
      } while (last < terms.size() && terms[last].destination != 0);
      ASSERT_NEAR(sum, 1, 1e-9);
      ++decisions;
      first = last;
    }
  }
  const Structural& s = scenario->parameters.structural;
  for (std::size_t place = 2; place < places; ++place) {
    const DestinationTraits& there = scenario->facts->places.destinations[place - 1];
    const double share =
        there.known_factor * (there.kind == DestinationKind::Overseas    ? s.knows_overseas
                              : there.kind == DestinationKind::Periphery ? s.knows_periphery
                                                                         : s.knows_inland_rival);
    const auto all = static_cast<double>(decisions);
    EXPECT_NEAR(known[place] / all, share, 4 * std::sqrt(share * (1 - share) / all) + 1.0 / 65536)
        << there.key;
    EXPECT_GT(chosen[place], 0) << there.key;
    // A choice's variance is at most its probability.
    EXPECT_NEAR(chosen[place], expected[place], 4 * std::sqrt(expected[place])) << there.key;
  }
}

TEST_F(NationalRun, TheSameSeedLivesTheSameCountryAndAnotherSeedAnother) {
  const auto scenario = country(50);
  const auto digest_of = [&](std::uint64_t seed) {
    World world = start(scenario, seed);
    while (world.month < 24) step(world);
    return digest(world);
  };
  EXPECT_EQ(digest_of(5), digest_of(5));
  EXPECT_NE(digest_of(5), digest_of(6));
}

/// Our park's teams and the word of it reach as many firms whatever the country's size, so in ten times the
/// firms it has a tenth of those who move.
TEST_F(NationalRun, InALargerCountryOursIsASmallerPartOfAllMoves) {
  const auto share_of_ours = [](std::uint64_t firms) {
    const auto scenario = country(50, firms);
    double ours = 0;
    double all = 0;
    for (std::uint64_t seed = 1; seed <= 4; ++seed) {
      World world = start(scenario, seed);
      while (world.month < 60) step(world);
      ours += world.tallies.firms_signed;
      all += world.tallies.origin_moves_agents;
    }
    return ours / all;
  };
  const double ratio = share_of_ours(480'000) / share_of_ours(48'000);
  EXPECT_GT(ratio, 0.05);
  EXPECT_LT(ratio, 0.2);
}

}  // namespace
}  // namespace park
