// SPDX-License-Identifier: MIT
#include "scenario/national_places.hpp"

#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

#include "policy/structural.hpp"
#include "scenario/load.hpp"
#include "shipped_scenario.hpp"
#include "unit/scenario/scratch_folder.hpp"

namespace park {
namespace {

using nlohmann::json;

/// The shipped data must be found before the first plan is drawn.
class NationalPlaces : public testing::Test {
 protected:
  static void SetUpTestSuite() { test::find_shipped_data(); }

  static Places drawn(const NationalPlan& plan) {
    Checked<Places> places = load_places(national_places(plan), "places.json");
    EXPECT_TRUE(places.ok()) << test::text_of(places.problems());
    return places.ok() ? std::move(places).value() : Places{};
  }
  static Places shipped() {
    return load_places(read_file(shipped_data_folder() / "scenarios" / "data" / "places.json").value(),
                       "places.json")
        .value();
  }
  /// Sum over the destinations of a kind.
  static double sum(const Places& places, DestinationKind kind,
                    const std::function<double(const DestinationTraits&)>& number) {
    double all = 0;
    for (const DestinationTraits& place : places.destinations) {
      if (place.kind == kind) all += number(place);
    }
    return all;
  }
};

TEST_F(NationalPlaces, EveryNumberOfParksGivesAValidFileWithThatMany) {
  for (std::size_t parks = fewest_national_parks; parks <= most_national_parks; ++parks) {
    const Places places = drawn({.parks = parks});
    std::map<DestinationKind, std::size_t> count;
    std::set<std::string> names;
    for (const DestinationTraits& place : places.destinations) {
      ++count[place.kind];
      names.insert(place.zh);
      names.insert(place.en);
    }
    EXPECT_EQ(count[DestinationKind::Park], 1U);
    EXPECT_EQ(count[DestinationKind::Periphery], (parks - 1) / 4);
    EXPECT_EQ(count[DestinationKind::Inland], parks - 1 - (parks - 1) / 4);
    EXPECT_EQ(count[DestinationKind::Overseas], 1U);
    EXPECT_EQ(names.size(), 2 * places.destinations.size()) << "a name is used twice among " << parks;
  }
}

TEST_F(NationalPlaces, TheSameSeedGivesTheSameBytesAndAnotherSeedOthers) {
  const NationalPlan plan{.parks = 50, .seed = 7};
  EXPECT_EQ(national_places(plan), national_places(plan));
  EXPECT_NE(national_places(plan), national_places({.parks = 50, .seed = 8}));
}

TEST_F(NationalPlaces, NumbersLieInTheRangesOfTheShippedRivalsAndSpread) {
  const json places = json::parse(national_places({.parks = 50}));
  const json shipped =
      json::parse(read_file(shipped_data_folder() / "scenarios" / "data" / "places.json").value());
  for (const char* key : {"wage_ratio", "rent_yuan_m2_month", "electricity_yuan_kwh", "subsidy_factor"}) {
    std::map<std::string, std::pair<double, double>> range;
    for (const json& place : shipped["destinations"]) {
      auto& [low, high] = range.try_emplace(place["kind"], 1e9, -1e9).first->second;
      low = std::min(low, place[key]["low"].get<double>());
      high = std::max(high, place[key]["high"].get<double>());
    }
    std::set<double> values;
    for (const json& place : places["destinations"]) {
      const auto value = place[key]["value"].get<double>();
      const auto& [low, high] = range.at(place["kind"]);
      EXPECT_GE(value, low) << place["key"] << " " << key;
      EXPECT_LE(value, high) << place["key"] << " " << key;
      if (place["kind"] == "inland") values.insert(value);
    }
    EXPECT_GT(values.size(), 30U) << key;
  }
}

TEST_F(NationalPlaces, AKindSharesOutTheMoversAndTheAttentionOfTheShippedOnes) {
  const Places before = shipped();
  const Places after = drawn({.parks = 50});
  const auto expected = [](const DestinationTraits& place) { return place.expected_share; };
  const Structural knows;
  for (const DestinationKind kind : {DestinationKind::Inland, DestinationKind::Periphery}) {
    EXPECT_NEAR(sum(after, kind, expected), sum(before, kind, expected), 1e-3);
    const double share = kind == DestinationKind::Inland ? knows.knows_inland_rival : knows.knows_periphery;
    const auto without = [&](const Places& places) {
      double none = 1;
      for (const DestinationTraits& place : places.destinations)
        none *= place.kind == kind ? 1 - share * place.known_factor : 1;
      return none;
    };
    EXPECT_NEAR(without(after), without(before), 1e-3);
  }
}

TEST_F(NationalPlaces, ThePeripherysWorkersAreDividedAndInlandParksAreOrdinaryOnes) {
  const Places before = shipped();
  const Places after = drawn({.parks = 62});
  const auto workers = [](const DestinationTraits& place) {
    return std::accumulate(place.workers.begin(), place.workers.end(), 0.0);
  };
  const auto mean = [&](const Places& places, DestinationKind kind) {
    return sum(places, kind, workers) / sum(places, kind, [](const auto&) { return 1.0; });
  };
  // Sizes are log-normal with a sigma of 0.5: of 15 the mean's standard error is 14 %, of 46 it is 8 %; the
  // triangles lie 1 to 10 % off their modes.
  const double periphery = sum(after, DestinationKind::Periphery, workers);
  EXPECT_NEAR(periphery / sum(before, DestinationKind::Periphery, workers), 1.05, 0.5);
  EXPECT_NEAR(mean(after, DestinationKind::Inland) / mean(before, DestinationKind::Inland), 1.05, 0.3);
}

TEST_F(NationalPlaces, AsManyFirmsAsOfTheShippedPoolHearOfTheParkByThemselves) {
  const Places before = shipped();
  const Places after = drawn({.firms = 480'000});
  const Places small = drawn({.firms = 6000});
  for (std::size_t r = 0; r < region_count; ++r) {
    const double share = before.origins[r].passive_awareness_year;
    EXPECT_NEAR(after.origins[r].passive_awareness_year, share / 10, 1e-12);
    EXPECT_EQ(small.origins[r].passive_awareness_year, share);
    EXPECT_EQ(after.origins[r].pool_share, before.origins[r].pool_share);
  }
}

}  // namespace
}  // namespace park
