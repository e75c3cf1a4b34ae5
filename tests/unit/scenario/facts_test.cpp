// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <bit>
#include <nlohmann/json.hpp>

#include "scenario/chain.hpp"
#include "scenario/clauses.hpp"
#include "scenario/load.hpp"
#include "scenario/places.hpp"
#include "scratch_folder.hpp"

namespace park {
namespace {

using nlohmann::json;
using test::problem_at;
using test::text_of;

json shipped(const char* name) {
  return json::parse(read_file(shipped_data_folder() / "scenarios" / "data" / name).value());
}

TEST(Facts, TheShippedFilesHold) {
  const Checked<ChainTable> chain = load_chain(shipped("chain.json").dump(), "chain.json");
  EXPECT_TRUE(chain.ok()) << text_of(chain.problems());
  const Checked<Places> places = load_places(shipped("places.json").dump(), "places.json");
  EXPECT_TRUE(places.ok()) << text_of(places.problems());
  const Checked<ClauseCatalogue> clauses = load_clauses(shipped("clauses.json").dump(), "clauses.json");
  EXPECT_TRUE(clauses.ok()) << text_of(clauses.problems());
}

TEST(Chain, ReadsValuesByKey) {
  json document = shipped("chain.json");
  document["activities"]["garment_cmt"]["floor_m2_per_worker"] = {
      {"value", 12.5},      {"low", 10}, {"high", 15}, {"unit", "m2/worker"}, {"source", "assumed: a test"},
      {"status", "assumed"}};
  document["bought"] = {{{"stage", "weaving"},
                         {"by", "garment_fob"},
                         {"share",
                          {{"value", 0.4},
                           {"low", 0.4},
                           {"high", 0.4},
                           {"unit", "x"},
                           {"source", "y"},
                           {"status", "measured"}}}}};
  const Checked<ChainTable> chain = load_chain(document.dump(), "chain.json");
  ASSERT_TRUE(chain.ok()) << text_of(chain.problems());
  EXPECT_EQ(chain.value().activities[index_of(Activity::GarmentCmt)].floor_m2_per_worker, 12.5);
  EXPECT_EQ(chain.value().bought[index_of(Stage::Weaving)][index_of(Activity::GarmentFob)], 0.4);
  EXPECT_EQ(chain.value().bought[index_of(Stage::Weaving)][index_of(Activity::GarmentCmt)], 0);
}

TEST(Chain, FaultsAreNamedAllAtOnce) {
  json document = shipped("chain.json");
  json& fibre = document["activities"]["fibre"];
  fibre["tax_share"]["value"] = 1.5;
  fibre["energy_share"]["low"] = 0.9;
  fibre["energy_share"]["source"] = "";
  fibre["pollution_class"]["value"] = 0.5;
  fibre.erase("floor_m2_per_worker");
  fibre["floor_per_worker"] = 1;
  document["activities"].erase("trade");
  document["outside_demand"]["sales"] = 1;
  document["schema"] = "parksim/chain/2";
  const Checked<ChainTable> chain = load_chain(document.dump(), "chain.json");
  ASSERT_FALSE(chain.ok());
  for (const char* pointer :
       {"/activities/fibre/tax_share/value", "/activities/fibre/energy_share/low",
        "/activities/fibre/energy_share/source", "/activities/fibre/pollution_class/value",
        "/activities/fibre/floor_m2_per_worker", "/activities/fibre/floor_per_worker", "/activities/trade",
        "/activities", "/outside_demand/sales", "/schema"}) {
    problem_at(chain.problems(), pointer);
  }
}

TEST(Facts, AStatusThatTheSourceDoesNotSupportIsAFault) {
  json document = shipped("chain.json");
  json& fibre = document["activities"]["fibre"];
  fibre["tax_share"]["status"] = "measured";  // its source says that it is assumed
  fibre["energy_share"]["status"] = "guessed";
  fibre["materials_share"].erase("status");
  const Checked<ChainTable> chain = load_chain(document.dump(), "chain.json");
  ASSERT_FALSE(chain.ok());
  for (const char* key : {"tax_share", "energy_share", "materials_share"}) {
    problem_at(chain.problems(), "/activities/fibre/" + std::string(key) + "/status");
  }
}

TEST(Clauses, OneThatScalesALeverRestsOnWhatTheLeverDoes) {
  const Checked<ClauseCatalogue> clauses = load_clauses(shipped("clauses.json").dump(), "clauses.json");
  ASSERT_TRUE(clauses.ok());
  for (const PolicyClause& clause : clauses.value().clauses) {
    EXPECT_NE(clause.status, ParameterStatus::Unstated) << clause.id;
    if (clause.lever.empty()) continue;
    EXPECT_EQ(clause.status, find_parameter(clause.lever)->status) << clause.id;
  }
}

TEST(Chain, WhatIsBoughtIsPartOfMaterials) {
  json document = shipped("chain.json");
  const double materials = document["activities"]["spinning"]["materials_share"]["value"];
  const json share = {{"value", materials}, {"low", 0},      {"high", 1},
                      {"unit", "x"},        {"source", "y"}, {"status", "measured"}};
  document["bought"] = {{{"stage", "fibre"}, {"by", "spinning"}, {"share", share}}};
  EXPECT_TRUE(load_chain(document.dump(), "chain.json").ok());
  document["bought"].push_back({{"stage", "machinery"}, {"by", "spinning"}, {"share", share}});
  const Checked<ChainTable> chain = load_chain(document.dump(), "chain.json");
  ASSERT_FALSE(chain.ok());
  problem_at(chain.problems(), "/bought");
  document["bought"][1]["stage"] = "fibre";
  const Checked<ChainTable> twice = load_chain(document.dump(), "chain.json");
  ASSERT_FALSE(twice.ok());
  problem_at(twice.problems(), "/bought/1");
}

TEST(Places, TheParkComesFirstAndOnce) {
  json document = shipped("places.json");
  std::swap(document["destinations"][0], document["destinations"][1]);
  const Checked<Places> places = load_places(document.dump(), "places.json");
  ASSERT_FALSE(places.ok());
  problem_at(places.problems(), "/destinations/0/kind");
  problem_at(places.problems(), "/destinations/1/kind");
}

TEST(Places, SharesSumAndKeysAreUnique) {
  json document = shipped("places.json");
  document["origins"]["bohai_rim"]["pool_share"]["value"] = 0;
  document["origins"]["bohai_rim"]["pool_share"]["low"] = 0;
  document["destinations"][2]["key"] = document["destinations"][1]["key"];
  document["destinations"][1].erase("wage_ratio");
  document["destinations"][1]["km_from"].erase("bohai_rim");
  const Checked<Places> places = load_places(document.dump(), "places.json");
  ASSERT_FALSE(places.ok());
  for (const char* pointer : {"/origins", "/destinations/2/key", "/destinations/1/wage_ratio",
                              "/destinations/1/km_from/bohai_rim"}) {
    problem_at(places.problems(), pointer);
  }
}

TEST(Clauses, EligibilityIsABitPerActivity) {
  json document = shipped("clauses.json");
  document["clauses"][0]["activities"] = {"fibre", "garment_cmt"};
  document["clauses"][1]["activities"] = "all";
  const ClauseCatalogue catalogue = load_clauses(document.dump(), "clauses.json").value();
  EXPECT_EQ(catalogue.clauses[0].activities, (1U << 0U) | (1U << 13U));
  EXPECT_EQ(std::popcount(catalogue.clauses[1].activities), 14);
}

TEST(Clauses, FaultsAreNamedAllAtOnce) {
  json document = shipped("clauses.json");
  json& list = document["clauses"];
  list[0]["id"] = list[1]["id"];
  list[2]["form"] = "equipment_share";
  list[2]["amount"] = 1.5;
  list[3]["lever"] = "rent_free_month";
  list[4]["min_workers"] = 50;
  list[4]["max_workers"] = 20;
  list[5]["category"] = "no_such";
  list[6]["activities"] = {"garment"};
  list[7]["leaders_only"] = 1;
  list[8]["id"] = "Rent 01";
  document["categories"].erase(0);
  list.erase(78);
  const Checked<ClauseCatalogue> clauses = load_clauses(document.dump(), "clauses.json");
  ASSERT_FALSE(clauses.ok());
  for (const char* pointer : {"/clauses/1/id", "/clauses/2/amount", "/clauses/3/lever",
                              "/clauses/4/max_workers", "/clauses/5/category", "/clauses/6/activities/0",
                              "/clauses/7/leaders_only", "/clauses/8/id", "/categories", "/clauses"}) {
    problem_at(clauses.problems(), pointer);
  }
  EXPECT_NE(problem_at(clauses.problems(), "/clauses/3/lever").expected.find("nearest: rent_free_months"),
            std::string::npos);
}

}  // namespace
}  // namespace park
