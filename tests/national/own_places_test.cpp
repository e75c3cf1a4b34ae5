// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "scenario/load.hpp"
#include "scenario/national_places.hpp"
#include "shipped_scenario.hpp"
#include "study/same_destinations.hpp"
#include "study/scenario_parts.hpp"
#include "unit/scenario/scratch_folder.hpp"

namespace park {
namespace {

using nlohmann::json;
using test::problem_at;
using test::ScratchFolder;
using test::text_of;

class OwnPlaces : public testing::Test {
 protected:
  static void SetUpTestSuite() { test::find_shipped_data(); }

  /// As many destinations as wanted, our park among them.
  static std::string places_of(std::size_t destinations) {
    json places = json::parse(national_places({.parks = most_national_parks}));
    json& list = places["destinations"];
    while (list.size() < destinations) {
      list.push_back(list[1]);
      list.back()["key"] = "further_" + std::to_string(list.size());
    }
    while (list.size() > destinations) list.erase(list.size() - 1);
    return places.dump();
  }

  ScratchFolder folder_;
};

TEST_F(OwnPlaces, AScenarioMayNameItsOwnAndIsSavedWithThem) {
  folder_.write("places.json", places_of(20));
  const auto loaded = load_scenario(folder_.write("a.json", R"({"places":"places.json"})"));
  ASSERT_TRUE(loaded.ok()) << text_of(loaded.problems());
  EXPECT_EQ(loaded.value().facts->places.destinations.size(), 20U);
  EXPECT_EQ(loaded.value().places_path, (folder_.path() / "places.json").string());
  const ScratchFolder elsewhere;
  const auto again = load_scenario(elsewhere.write("b.json", to_json(loaded.value())));
  ASSERT_TRUE(again.ok()) << text_of(again.problems());
  EXPECT_EQ(again.value().facts->places.destinations.size(), 20U);
  EXPECT_EQ(to_json(again.value()), to_json(loaded.value()));
}

TEST_F(OwnPlaces, AreTakenFromWhatIsExtended) {
  folder_.write("country/places.json", places_of(20));
  folder_.write("country/a.json", R"({"places":"places.json"})");
  const auto child = load_scenario(folder_.write("b.json", R"({"extends":"country/a.json"})"));
  ASSERT_TRUE(child.ok()) << text_of(child.problems());
  EXPECT_EQ(child.value().facts->places.destinations.size(), 20U);
}

TEST_F(OwnPlaces, TheShippedOnesHoldWhereNoneAreNamed) {
  const auto loaded = load_scenario(folder_.write("a.json", "{}"));
  ASSERT_TRUE(loaded.ok());
  EXPECT_TRUE(loaded.value().places_path.empty());
  EXPECT_EQ(to_json(loaded.value()).find("\"places\""), std::string::npos);
}

TEST_F(OwnPlaces, OneDestinationTooManyIsRefusedAndTheLastThatFitsIsNot) {
  EXPECT_TRUE(load_places(places_of(most_destinations), "places.json").ok());
  folder_.write("places.json", places_of(most_destinations + 1));
  const auto loaded = load_scenario(folder_.write("a.json", R"({"places":"places.json"})"));
  ASSERT_FALSE(loaded.ok());
  const Problem problem = problem_at(loaded.problems(), "/destinations");
  EXPECT_EQ(problem.file, (folder_.path() / "places.json").string());
  EXPECT_EQ(problem.expected, "the park and at least one rival, at most 63 places");
  EXPECT_EQ(problem.got, "64");
}

TEST_F(OwnPlaces, FaultsOfBothFilesAreToldTogether) {
  json places = json::parse(places_of(8));
  places["destinations"][1]["known_factor"]["value"] = -1;
  places["destinations"][2]["wage_ratio"].erase("unit");
  folder_.write("places.json", places.dump());
  const auto loaded = load_scenario(folder_.write("a.json", R"({"months":0,"places":"places.json"})"));
  ASSERT_FALSE(loaded.ok());
  problem_at(loaded.problems(), "/months");
  problem_at(loaded.problems(), "/destinations/1/known_factor/value");
  problem_at(loaded.problems(), "/destinations/2/wage_ratio/unit");
}

TEST_F(OwnPlaces, AMissingFileIsAFaultWhereItIsNamed) {
  const auto loaded = load_scenario(folder_.write("a.json", R"({"places":"nowhere.json"})"));
  ASSERT_FALSE(loaded.ok());
  problem_at(loaded.problems(), "/places");
}

TEST_F(OwnPlaces, OtherPlacesCannotBeLaidBesideTheShippedOnes) {
  folder_.write("places.json", places_of(4));
  const Scenario own = load_scenario(folder_.write("a.json", R"({"places":"places.json"})")).value();
  const Scenario shipped = load_scenario(folder_.write("b.json", "{}")).value();
  EXPECT_FALSE(study::other_destination(own, own).has_value());
  const auto differs = study::other_destination(shipped, own);
  ASSERT_TRUE(differs.has_value());
  EXPECT_EQ(differs->expected, "destination 2 inland_hunan");
  EXPECT_EQ(differs->got, "destination 2 inland_01");
  const auto parts = study::differing_parts(shipped, own, "b.json", "a.json");
  ASSERT_FALSE(parts.ok());
  problem_at(parts.problems(), "/places");
}

}  // namespace
}  // namespace park
