// SPDX-License-Identifier: MIT
#include "scenario/park_map.hpp"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <set>
#include <sstream>
#include <string>

namespace park {
namespace {

std::string shipped_map() {
  std::ifstream file(PARKSIM_SOURCE_DIR "/scenarios/data/park_map.geojson", std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

/// A square of 0.002 degrees (about 220 m, 74 mu) whose south-west corner lies `step` squares east of
/// 110.05, 22.55.
std::string square(double step = 0) {
  std::ostringstream text;
  text.precision(10);
  const double west = 110.05 + 0.002 * step;
  const double east = west + 0.002;
  text << "[[[" << west << ",22.55],[" << east << ",22.55],[" << east << ",22.552],[" << west << ",22.552],["
       << west << ",22.55]]]";
  return text.str();
}

std::string feature(const std::string& properties, const std::string& coordinates = square(),
                    const std::string& type = "Polygon") {
  return R"({"type":"Feature","properties":{)" + properties + R"(},"geometry":{"type":")" + type +
         R"(","coordinates":)" + coordinates + "}}";
}

std::string parcel(const std::string& id, const std::string& coordinates, const std::string& more = "") {
  const std::string state = more.empty() ? R"("legal_state":"unapproved")" : more;
  return feature(R"("id":")" + id + R"(","kind":"parcel",)" + state, coordinates);
}

std::string map_of(const std::string& features) {
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

Problems map_problems(const std::string& text) {
  const auto map = load_park_map(text, "map.geojson");
  return map.ok() ? Problems{} : map.problems();
}

/// The only problem of a map, which must have exactly one.
Problem only_problem(const std::string& text) {
  const Problems problems = map_problems(text);
  EXPECT_EQ(problems.size(), 1U);
  for (const Problem& problem : problems) SCOPED_TRACE(to_string(problem));
  return problems.empty() ? Problem{} : problems.front();
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST(ParkMap, ShippedMapLoads) {
  const auto map = load_park_map(shipped_map(), "park_map.geojson");
  for (const Problem& problem : map.ok() ? Problems{} : map.problems()) ADD_FAILURE() << to_string(problem);
  ASSERT_TRUE(map.ok());
  EXPECT_GE(map.value().parcels.size(), 170U);
  EXPECT_NEAR(map.value().centre_lon, 110.05, 0.02);
  EXPECT_NEAR(map.value().centre_lat, 22.55, 0.02);
  std::set<FeatureKind> kinds;
  for (const MapFeature& other : map.value().features) kinds.insert(other.kind);
  EXPECT_EQ(kinds.size(), static_cast<std::size_t>(FeatureKind::Count) - 1);  // all but parcels
}

TEST(ParkMap, ShippedMapHasTheOpeningStockOfLand) {
  const auto map = load_park_map(shipped_map(), "park_map.geojson");
  ASSERT_TRUE(map.ok());
  std::array<double, static_cast<std::size_t>(LegalState::Count)> mu{};
  double total = 0;
  double farmland = 0;
  double reserve = 0;
  for (const ParcelShape& parcel : map.value().parcels) {
    EXPECT_GE(parcel.area_mu, 15) << parcel.id;
    EXPECT_LE(parcel.area_mu, 120) << parcel.id;
    total += parcel.area_mu;
    mu[static_cast<std::size_t>(parcel.legal_state)] += parcel.area_mu;
    if (parcel.is_farmland) farmland += parcel.area_mu;
    if (parcel.in_reserve) reserve += parcel.area_mu;
    for (const auto& date : {parcel.approved, parcel.expropriated, parcel.supplied, parcel.used}) {
      EXPECT_TRUE(!date || *date < (YearMonth{2026, 1})) << parcel.id;
    }
  }
  const auto in = [&](LegalState state) { return mu[static_cast<std::size_t>(state)]; };
  EXPECT_NEAR(total, 10'000, 1000);
  EXPECT_NEAR(in(LegalState::Used), 2600, 100);
  EXPECT_NEAR(in(LegalState::Supplied), 350, 60);
  EXPECT_NEAR(in(LegalState::Idle), 450, 60);
  EXPECT_NEAR(in(LegalState::Expropriated), 500, 60);
  EXPECT_NEAR(in(LegalState::Approved), 600, 60);
  EXPECT_NEAR(farmland / in(LegalState::Unapproved), 0.40, 0.02);
  EXPECT_NEAR(reserve, 900, 60);
  EXPECT_GT(in(LegalState::Protected), 0);
}

TEST(ParkMap, AreaOfASquareByHand) {
  // 0.01 degrees across the equator: (6371008.8 m * pi / 180 * 0.01)^2 = 1111.950802 m squared = 1854.65 mu.
  const std::string ring = "[[[110,-0.005],[110.01,-0.005],[110.01,0.005],[110,0.005],[110,-0.005]]]";
  const auto map = load_park_map(map_of(parcel("a", ring)), "map");
  ASSERT_TRUE(map.ok());
  const ParcelShape& square = map.value().parcels.front();
  const double side = 1111.950802;
  EXPECT_NEAR(square.area_mu, side * side * 15 / 10'000, 0.001);
  EXPECT_NEAR(square.centre.east, 0, 1e-6);
  EXPECT_NEAR(square.centre.north, 0, 1e-6);
  EXPECT_NEAR(square.rings[0][0].east, -side / 2, 1e-3);
  EXPECT_NEAR(square.rings[0][0].north, -side / 2, 1e-3);
}

TEST(ParkMap, EastWestShrinksWithLatitude) {
  // At 60 degrees a degree of longitude is half as long.
  const std::string ring = "[[[110,59.995],[110.01,59.995],[110.01,60.005],[110,60.005],[110,59.995]]]";
  const auto map = load_park_map(map_of(parcel("a", ring)), "map");
  ASSERT_TRUE(map.ok());
  EXPECT_NEAR(map.value().parcels.front().area_mu, 1111.950802 * 1111.950802 / 2 * 15 / 10'000, 0.001);
}

TEST(ParkMap, HolesAreTakenOffAndRingsAreTurned) {
  const std::string clockwise_with_hole =
      "[[[110,-0.005],[110,0.005],[110.01,0.005],[110.01,-0.005],[110,-0.005]],"
      "[[110.0025,-0.0025],[110.0075,-0.0025],[110.0075,0.0025],[110.0025,0.0025],[110.0025,-0.0025]]]";
  const auto map = load_park_map(map_of(parcel("a", clockwise_with_hole)), "map");
  ASSERT_TRUE(map.ok());
  const ParcelShape& shape = map.value().parcels.front();
  EXPECT_NEAR(shape.area_mu, 1111.950802 * 1111.950802 * 0.75 * 15 / 10'000, 0.001);
  ASSERT_EQ(shape.rings.size(), 2U);
  EXPECT_GT(shape.rings[0][1].east, 0);  // east first: counter-clockwise from the south-west corner
}

TEST(ParkMap, PropertiesOfAParcelAreRead) {
  const std::string properties =
      R"("id":"k7","kind":"parcel","zone":"upstream","farmland":true,"reserve":true,)"
      R"("reserved_for":"spinning",)"
      R"("legal_state":"expropriated","name":"x",)"
      R"("dates":{"approved":"2023-04","expropriated":"2024-02","supplied":null})";
  const auto map = load_park_map(map_of(feature(properties)), "map");
  ASSERT_TRUE(map.ok());
  const ParcelShape& shape = map.value().parcels.front();
  EXPECT_EQ(shape.id, "k7");
  EXPECT_EQ(shape.zone, "upstream");
  EXPECT_TRUE(shape.is_farmland);
  EXPECT_TRUE(shape.in_reserve);
  EXPECT_EQ(shape.reserved_for, Stage::Spinning);
  EXPECT_EQ(shape.legal_state, LegalState::Expropriated);
  EXPECT_EQ(shape.approved, (YearMonth{2023, 4}));
  EXPECT_EQ(shape.expropriated, (YearMonth{2024, 2}));
  EXPECT_FALSE(shape.supplied);
}

TEST(ParkMap, OtherFeaturesKeepTheirShapes) {
  const std::string road =
      feature(R"("id":"r","kind":"road")", "[[110.05,22.55],[110.06,22.55]]", "LineString");
  const std::string ponds =
      feature(R"("id":"w","kind":"water")", "[" + square(2) + "," + square(4) + "]", "MultiPolygon");
  const auto map = load_park_map(map_of(parcel("a", square()) + "," + road + "," + ponds), "map");
  ASSERT_TRUE(map.ok());
  ASSERT_EQ(map.value().features.size(), 2U);
  EXPECT_EQ(map.value().features[0].shapes[0].size(), 2U);
  EXPECT_EQ(map.value().features[0].area_mu, 0);
  EXPECT_EQ(map.value().features[1].shapes.size(), 2U);
  EXPECT_NEAR(map.value().features[1].area_mu, 2 * map.value().parcels[0].area_mu, 1e-6);
}

TEST(ParkMap, NeighboursMayShareAnEdge) {
  EXPECT_TRUE(map_problems(map_of(parcel("a", square(0)) + "," + parcel("b", square(1)))).empty());
}

TEST(ParkMap, OverlapIsNamedWithBothParcelsAndItsArea) {
  const Problem problem = only_problem(map_of(parcel("a", square(0)) + "," + parcel("b", square(0.5))));
  EXPECT_EQ(problem.pointer, "/features/1/geometry");
  EXPECT_TRUE(says(problem.expected, "\"a\"")) << problem.expected;
  // Half of a square of 0.002 degrees: 222.39 m * 222.39 m * cos(22.551 deg) / 2 = 22839 m2.
  EXPECT_TRUE(says(problem.got, "22838") || says(problem.got, "22839")) << problem.got;
}

TEST(ParkMap, DrawingErrorsAreNoOverlap) {
  EXPECT_TRUE(map_problems(map_of(parcel("a", square(0)) + "," + parcel("b", square(0.999)))).empty());
}

TEST(ParkMap, CrossingEdgesAreNamed) {
  const std::string bow_tie =
      "[[[110.05,22.55],[110.052,22.552],[110.052,22.55],[110.05,22.552],[110.05,22.55]]]";
  const Problem problem = only_problem(map_of(parcel("a", bow_tie)));
  EXPECT_EQ(problem.pointer, "/features/0/geometry/coordinates/0/0");
  EXPECT_TRUE(says(problem.got, "crosses the one from point 2")) << problem.got;
}

TEST(ParkMap, RingWithoutAreaIsNamed) {
  const std::string flat = "[[[110.05,22.55],[110.052,22.55],[110.051,22.55],[110.05,22.55]]]";
  EXPECT_EQ(only_problem(map_of(parcel("a", flat))).pointer, "/features/0/geometry/coordinates/0");
}

TEST(ParkMap, HoleOutsideIsNamed) {
  const std::string outside = square(0).substr(0, square(0).size() - 1) + "," + square(3).substr(1);
  EXPECT_TRUE(says(only_problem(map_of(parcel("a", outside))).got, "hole outside"));
}

TEST(ParkMap, OpenRingNamesThePointThatShouldCloseIt) {
  const std::string open = "[[[110.05,22.55],[110.052,22.55],[110.052,22.552],[110.05,22.552]]]";
  const Problem problem = only_problem(map_of(parcel("a", open)));
  EXPECT_EQ(problem.pointer, "/features/0/geometry/coordinates/0/3");
  EXPECT_TRUE(says(problem.expected, "[110.05, 22.55]")) << problem.expected;
}

TEST(ParkMap, TooFewPointsAreNamed) {
  const Problem problem =
      only_problem(map_of(parcel("a", "[[[110.05,22.55],[110.052,22.55],[110.05,22.55]]]")));
  EXPECT_EQ(problem.pointer, "/features/0/geometry/coordinates/0");
  EXPECT_EQ(problem.got, "3");
}

TEST(ParkMap, CoordinatesOutsideWgs84AreNamed) {
  const std::string metres = "[[[610000,22.55],[110.052,95],[110.052,22.552],[610000,22.55]]]";
  const Problems problems = map_problems(map_of(parcel("a", metres)));
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].pointer, "/features/0/geometry/coordinates/0/0/0");
  EXPECT_EQ(problems[1].pointer, "/features/0/geometry/coordinates/0/1/1");
}

TEST(ParkMap, OverflowingCoordinateIsNamedOnce) {
  const std::string huge = "[[[1e999,22.55],[110.052,22.55],[110.052,22.552],[110.05,22.55]]]";
  EXPECT_EQ(only_problem(map_of(parcel("a", huge))).pointer, "/features/0/geometry/coordinates/0/0/0");
}

TEST(ParkMap, WrongTypesOfGeometryAreNamed) {
  const std::string point =
      feature(R"("id":"a","kind":"parcel","legal_state":"unapproved")", "[110,22]", "Point");
  EXPECT_EQ(only_problem(map_of(point)).pointer, "/features/0/geometry/type");
  const std::string none =
      R"({"type":"Feature","properties":{"id":"a","kind":"parcel","legal_state":"unapproved"},)"
      R"("geometry":null})";
  EXPECT_EQ(only_problem(map_of(none)).pointer, "/features/0/geometry");
}

TEST(ParkMap, UnknownKindNamesTheNearest) {
  const std::string typo = feature(R"("id":"b","kind":"wastewater_plnt")", square(3));
  const Problem problem = only_problem(map_of(parcel("a", square()) + "," + typo));
  EXPECT_EQ(problem.pointer, "/features/1/properties/kind");
  EXPECT_TRUE(says(problem.expected, "nearest: wastewater_plant")) << problem.expected;
}

TEST(ParkMap, MissingIdAndKindAreNamed) {
  const Problems problems = map_problems(map_of(parcel("a", square()) + "," + feature("", square(3))));
  ASSERT_EQ(problems.size(), 2U);
  EXPECT_EQ(problems[0].pointer, "/features/1/properties/id");
  EXPECT_EQ(problems[1].pointer, "/features/1/properties/kind");
}

TEST(ParkMap, IdMayStandBesideTheProperties) {
  std::string text = map_of(feature(R"("kind":"parcel","legal_state":"unapproved")"));
  text.insert(text.find(R"("properties")"), R"("id":17,)");
  const auto map = load_park_map(text, "map");
  ASSERT_TRUE(map.ok());
  EXPECT_EQ(map.value().parcels.front().id, "17");
}

TEST(ParkMap, DuplicateIdNamesBothFeatures) {
  const Problem problem = only_problem(map_of(parcel("a", square(0)) + "," + parcel("a", square(3))));
  EXPECT_EQ(problem.pointer, "/features/1/properties/id");
  EXPECT_TRUE(says(problem.got, "/features/0")) << problem.got;
}

TEST(ParkMap, AbsurdSizesAreNamed) {
  const std::string tiny = "[[[110.05,22.55],[110.0501,22.55],[110.0501,22.5501],[110.05,22.55]]]";
  EXPECT_TRUE(says(only_problem(map_of(parcel("a", tiny))).got, "mu"));
  const std::string huge = "[[[110,22.5],[110.1,22.5],[110.1,22.6],[110,22.5]]]";
  EXPECT_EQ(only_problem(map_of(parcel("a", huge))).pointer, "/features/0/geometry");
}

TEST(ParkMap, MapTooLargeNamesTheStrayFeature) {
  const std::string stray = parcel("c", "[[[10,22.55],[10.002,22.55],[10.002,22.552],[10,22.55]]]");
  const Problem problem =
      only_problem(map_of(parcel("a", square(0)) + "," + stray + "," + parcel("b", square(2))));
  EXPECT_EQ(problem.pointer, "/features/1/geometry");
  EXPECT_TRUE(says(problem.expected, "60 km")) << problem.expected;
}

TEST(ParkMap, OneStrayPointNamesItsFeature) {
  const std::string stray = parcel("c", "[[[110.05,22.55],[119,22.55],[110.052,22.552],[110.05,22.55]]]");
  EXPECT_EQ(only_problem(map_of(parcel("a", square(3)) + "," + stray)).pointer, "/features/1/geometry");
}

TEST(ParkMap, MapWithoutParcelsIsNamed) {
  EXPECT_EQ(only_problem(map_of("")).pointer, "/features");
  EXPECT_EQ(only_problem(map_of(feature(R"("id":"w","kind":"water")"))).pointer, "/features");
}

TEST(ParkMap, NotAFeatureCollection) {
  EXPECT_FALSE(map_problems("[]").empty());
  EXPECT_FALSE(map_problems("").empty());
  EXPECT_FALSE(map_problems("{").empty());
  EXPECT_FALSE(map_problems("{}").empty());
  EXPECT_EQ(only_problem(R"({"type":"Topology","features":[)" + parcel("a", square()) + "]}").pointer,
            "/type");
  EXPECT_FALSE(map_problems(R"({"type":"FeatureCollection","features":{}})").empty());
  EXPECT_FALSE(map_problems(map_of("7")).empty());
}

TEST(ParkMap, OtherReferenceSystemsAreNamed) {
  const auto with_crs = [](const std::string& name) {
    std::string text = map_of(parcel("a", square()));
    return text.insert(1, R"("crs":{"type":"name","properties":{"name":")" + name + R"("}},)");
  };
  EXPECT_TRUE(map_problems(with_crs("urn:ogc:def:crs:OGC:1.3:CRS84")).empty());
  EXPECT_TRUE(map_problems(with_crs("urn:ogc:def:crs:EPSG::4490")).empty());
  EXPECT_EQ(only_problem(with_crs("urn:ogc:def:crs:EPSG::3857")).pointer, "/crs");
}

TEST(ParkMap, LegalStateMustBeKnown) {
  const Problem problem = only_problem(map_of(parcel("a", square(), R"("legal_state":"aproved")")));
  EXPECT_EQ(problem.pointer, "/features/0/properties/legal_state");
  EXPECT_TRUE(says(problem.expected, "nearest: approved")) << problem.expected;
  EXPECT_EQ(only_problem(map_of(parcel("a", square(), R"("zone":"x")"))).pointer,
            "/features/0/properties/legal_state");
}

TEST(ParkMap, ReservedForMustBeAStage) {
  const std::string typo = R"("legal_state":"unapproved","reserved_for":"spining")";
  EXPECT_EQ(only_problem(map_of(parcel("a", square(), typo))).pointer, "/features/0/properties/reserved_for");
}

TEST(ParkMap, DatesMustBelongToTheState) {
  const auto place = [](const std::string& state, const std::string& dates) {
    return only_problem(
               map_of(parcel("a", square(), R"("legal_state":")" + state + R"(","dates":{)" + dates + "}")))
        .pointer.substr(std::string("/features/0/properties/dates/").size());
  };
  EXPECT_EQ(place("expropriated", R"("approved":"2020-01")"), "expropriated");
  EXPECT_EQ(place("unapproved", R"("approved":"2020-01")"), "approved");
  EXPECT_EQ(place("approved", R"("approved":"2020-13")"), "approved");
  EXPECT_EQ(place("approved", R"("approved":202001)"), "approved");
  EXPECT_EQ(place("expropriated", R"("approved":"2020-02","expropriated":"2020-01")"), "expropriated");
  EXPECT_EQ(place("approved", R"("approved":"2020-02","aproved":"2020-02")"), "aproved");
}

TEST(ParkMap, IdleLandMayHaveBeenUsed) {
  const std::string supplied = R"("approved":"2015-01","expropriated":"2015-06","supplied":"2016-01")";
  const std::string idle = R"("legal_state":"idle","dates":{)" + supplied;
  EXPECT_TRUE(map_problems(map_of(parcel("a", square(), idle + "}"))).empty());
  EXPECT_TRUE(map_problems(map_of(parcel("a", square(), idle + R"(,"used":"2017-01"})"))).empty());
}

TEST(ParkMap, AllFaultsAtOnce) {
  const std::string text =
      map_of(parcel("a", square(0)) + "," + parcel("a", square(0.5), R"("legal_state":"sold")") + "," +
             feature(R"("kind":"lake")", square(4)));
  EXPECT_EQ(map_problems(text).size(), 5U);  // id twice, state, overlap; id missing, kind
}

}  // namespace
}  // namespace park
