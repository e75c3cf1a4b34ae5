// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <array>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "scenario/chain.hpp"
#include "scenario/clauses.hpp"
#include "scenario/load.hpp"
#include "scenario/national_places.hpp"
#include "scenario/park_map.hpp"
#include "scenario/places.hpp"
#include "scratch_folder.hpp"
#include "search_schema_documents.hpp"
#include "storyboard_schema_documents.hpp"
#include "study/briefing/storyboard_reader.hpp"
#include "study/plan/study_plan.hpp"
#include "study/search/search_plan.hpp"

namespace park {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

int status_of(const std::string& command) {
  const int status = std::system(command.c_str());
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

struct Case {
  std::string name;
  std::string kind;
  json document;
};

std::string text_of_shipped(const fs::path& name) { return read_file(shipped_data_folder() / name).value(); }

bool loads(const Case& wanted) {
  const std::string bytes = wanted.document.dump();
  if (wanted.kind == "scenario")
    return load_scenario(bytes, wanted.name, shipped_data_folder() / "scenarios").ok();
  const fs::path studies = shipped_data_folder() / "scenarios" / "studies";
  if (wanted.kind == "study") return study::load_study(bytes, wanted.name, studies).ok();
  if (wanted.kind == "search") return study::load_search(bytes, wanted.name, studies).ok();
  if (wanted.kind == "storyboard") {
    const fs::path boards = shipped_data_folder() / "scenarios" / "storyboards";
    return study::load_storyboard(bytes, wanted.name, boards).ok();
  }
  if (wanted.kind == "chain") return load_chain(bytes, wanted.name).ok();
  if (wanted.kind == "places") return load_places(bytes, wanted.name).ok();
  if (wanted.kind == "clauses") return load_clauses(bytes, wanted.name).ok();
  return load_park_map(bytes, wanted.name).ok();
}

/// A shipped file with one value replaced; a null pointer text is the file itself.
Case changed(const std::string& kind, const std::string& file, const std::string& pointer,
             const json& value) {
  Case made{kind + " " + pointer + " = " + value.dump(), kind,
            json::parse(text_of_shipped("scenarios/data/" + file))};
  made.document[json::json_pointer(pointer)] = value;
  return made;
}

/// A generated places file with some destinations more.
Case country_of(std::size_t parks, std::size_t further) {
  Case made{"country of " + std::to_string(parks) + " parks and " + std::to_string(further), "places",
            json::parse(national_places({.parks = parks}))};
  json& destinations = made.document["destinations"];
  for (std::size_t i = 0; i < further; ++i) {
    destinations.push_back(destinations[1]);
    destinations.back()["key"] = "further_" + std::to_string(i);
  }
  return made;
}

/// Scenario files that the loader takes and others that it refuses.
constexpr auto scenario_texts =
    std::to_array<const char*>({R"({})",
                                R"([])",
                                R"(null)",
                                R"({"extra":1})",
                                R"({"schema":"parksim/scenario/2"})",
                                R"({"months":600})",
                                R"({"months":1})",
                                R"({"months":0})",
                                R"({"months":601})",
                                R"({"months":1.5})",
                                R"({"months":12.0})",
                                R"({"months":"12"})",
                                R"({"seed":9007199254740992})",
                                R"({"seed":9007199254740994})",
                                R"({"seed":-1})",
                                R"({"places":"data/places.json"})",
                                R"({"places":""})",
                                R"({"places":1})",
                                R"({"start":"2030-12","months":12})",
                                R"({"start":"2030-13"})",
                                R"({"start":"2020-12"})",
                                R"({"start":"2081-01"})",
                                R"({"start":2030})",
                                R"({"name":""})",
                                R"({"name":"a/b"})",
                                R"({"name":"试点"})",
                                R"({"name":"a\u001bb"})",
                                R"({"labels":{"zh":"a"}})",
                                R"({"labels":{"fr":"a"}})",
                                R"({"labels":"a"})",
                                R"({"about":{"en":"two\nlines"}})",
                                R"({"about":{"en":null}})",
                                R"({"levers":{"agencies":2}})",
                                R"({"levers":{"agencies":2.5}})",
                                R"({"levers":{"agencies":11}})",
                                R"({"levers":{"agencies":null}})",
                                R"({"levers":{"agencis":1}})",
                                R"({"levers":{"build_mode":"build_first"}})",
                                R"({"levers":{"build_mode":2}})",
                                R"({"levers":{"build_mode":3}})",
                                R"({"levers":{"build_mode":"x"}})",
                                R"({"levers":{"build_mode":true}})",
                                R"({"levers":{"agency_paid_on_arrival":true}})",
                                R"({"levers":{"agency_paid_on_arrival":0}})",
                                R"({"levers":{"agency_paid_on_arrival":2}})",
                                R"({"levers":{"agency_paid_on_arrival":"true"}})",
                                R"({"levers":{"home_bias":0.01}})",
                                R"({"uncertainties":{"home_bias":0.01}})",
                                R"({"uncertainties":[]})",
                                R"({"structural":{"pool_weight":2}})",
                                R"({"structural":{"pool_weight":-1}})",
                                R"({"clauses":{"rent_01":2}})",
                                R"({"clauses":{"rent_01":2.1}})",
                                R"({"clauses":{"rent_99":1}})",
                                R"({"clauses":{"rent_01":true}})",
                                R"({"policy":[]})",
                                R"({"policy":{}})",
                                R"({"policy":[{"at":"2027-01","set":{"agencies":1}}]})",
                                R"({"policy":[{"at":3,"set":{"clause.rent_01":0},"ramp_months":6}]})",
                                R"({"policy":[{"at":3,"set":{}}]})",
                                R"({"policy":[{"set":{"agencies":1}}]})",
                                R"({"policy":[{"at":3}]})",
                                R"({"policy":[{"at":601,"set":{"agencies":1}}]})",
                                R"({"policy":[{"at":3,"set":{"home_bias":0}}]})",
                                R"({"policy":[{"at":"2027","set":{"agencies":1}}]})",
                                R"({"policy":[{"at":3,"set":{"agencies":1},"months":3}]})",
                                R"({"policy":[{"at":3,"set":{"agencies":1},"ramp_months":-1}]})",
                                R"({"shocks":[{"at":3,"set":{"tariff_shock":20},"months":12}]})",
                                R"({"shocks":[{"at":3,"set":{"agencies":1}}]})",
                                R"({"base_district":{"firms":{"trade":2},"workers":{"trade":9}}})",
                                R"({"base_district":{"firms":{"trade":2.5}}})",
                                R"({"base_district":{"firms":{"garment_fob":2}}})",
                                R"({"base_district":{"steam_load_t_h":-1}})",
                                R"({"base_district":{"ground_floor_share":1.01}})",
                                R"({"base_district":{"floor":1}})"});

std::vector<Case> scenario_cases() {
  std::vector<Case> cases;
  for (const auto& entry : fs::directory_iterator(shipped_data_folder() / "scenarios")) {
    if (entry.path().extension() != ".json") continue;
    cases.push_back(
        {entry.path().filename().string(), "scenario", json::parse(read_file(entry.path()).value())});
  }
  const Scenario scenario = load_scenario("{}", "default", ".").value();
  cases.push_back({"the default, saved", "scenario", json::parse(to_json(scenario))});
  for (const char* text : scenario_texts) {
    cases.push_back({text, "scenario", json::parse(text)});
  }
  return cases;
}

std::vector<Case> fact_cases() {
  const std::string fibre = "/activities/fibre/";
  std::vector<Case> cases = {changed("chain", "chain.json", "/schema", "parksim/chain/1"),
                             changed("chain", "chain.json", "/schema", "parksim/chain/2"),
                             changed("chain", "chain.json", fibre + "tax_share/value", -0.1),
                             changed("chain", "chain.json", fibre + "tax_share/value", "a"),
                             changed("chain", "chain.json", fibre + "tax_share/source", ""),
                             changed("chain", "chain.json", fibre + "tax_share/extra", 1),
                             changed("chain", "chain.json", fibre + "pollution_class/value", 3),
                             changed("chain", "chain.json", fibre + "extra", 1),
                             changed("chain", "chain.json", "/bought/0/stage", "garment_fob"),
                             changed("places", "places.json", "/schema", "parksim/places/1"),
                             changed("places", "places.json", "/origins/bohai_rim/rent_factor/value", -1),
                             changed("places", "places.json", "/destinations/1/kind", "abroad"),
                             changed("places", "places.json", "/destinations/1/workers", json::array()),
                             changed("places", "places.json", "/destinations/1/extra", 1),
                             changed("places", "places.json", "/destinations/1/known_factor", 1),
                             country_of(fewest_national_parks, 0),
                             country_of(most_national_parks, 0),
                             country_of(most_national_parks, 1),
                             changed("clauses", "clauses.json", "/schema", "parksim/clauses/1"),
                             changed("clauses", "clauses.json", "/clauses/0/form", "gift"),
                             changed("clauses", "clauses.json", "/clauses/0/id", "Rent"),
                             changed("clauses", "clauses.json", "/clauses/0/activities", "none"),
                             changed("clauses", "clauses.json", "/clauses/0/activities", json::array()),
                             changed("clauses", "clauses.json", "/clauses/0/lever", "no_such"),
                             changed("clauses", "clauses.json", "/clauses/0/leaders_only", 1),
                             changed("clauses", "clauses.json", "/clauses/0/duration_months", 601)};
  Case share = changed("clauses", "clauses.json", "/clauses/0/form", "tax_share");
  share.document["clauses"][0]["amount"] = 1.5;
  share.name = "a share beyond 1";
  cases.push_back(share);
  share.document["clauses"][0]["amount"] = 0.5;
  share.name = "a share of a half";
  cases.push_back(share);
  return cases;
}

/// Members that replace those of a sound study file; some make a study, others none.
constexpr auto study_changes = std::to_array<const char*>(
    {R"({})",
     R"({"extra":1})",
     R"({"schema":"parksim/study/2"})",
     R"({"scenarios":[]})",
     R"({"months":0})",
     R"({"months":12})",
     R"({"seed":-1})",
     R"({"seed":0.5})",
     R"({"replications":0})",
     R"({"replications":3})",
     R"({"replications":{"outcome":"jobs","half_width":5}})",
     R"({"replications":{"outcome":"jobs"}})",
     R"({"replications":{"outcome":"jobs","half_width":0}})",
     R"({"replications":{"outcome":"jobs","half_width":5,"min":1}})",
     R"({"factors":[]})",
     R"({"factors":["agency"]})",
     R"({"factors":["clause.rent_01","seed"]})",
     R"({"factors":["clause.rent_99"]})",
     R"({"factors":[{"key":"agencies"}]})",
     R"({"factors":[{}]})",
     R"({"factors":[{"key":"agencies","distribution":{}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"uniform":[0,4]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"uniform":[0]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"uniform":[0,4],"integer":[0,4]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"even":[0,4]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"triangular":[0,1,4]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"triangular":[0,4]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"normal":[2,1]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"normal":[2,1,0]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"normal":[2,1,0,4]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"choice":[]}}]})",
     R"({"factors":[{"key":"build_mode","distribution":{"choice":["build_first",0]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"discrete":[[1,2],[3,4]]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"discrete":[[1,2],[3]]}}]})",
     R"({"factors":[{"key":"agencies","distribution":{"discrete":[[1,-2]]}}]})",
     R"({"design":{}})",
     R"({"design":{"latin_hypercube":{}}})",
     R"({"design":{"latin_hypercube":{"n":1}}})",
     R"({"design":{"sobol":{"n":8}}})",
     R"({"design":{"sobol":{"n":8,"m":8}}})",
     R"({"design":{"sobol":{"n":8},"morris":{"trajectories":4}}})",
     R"({"design":{"random":{}}})",
     R"({"design":{"morris":{"trajectories":4}}})",
     R"({"design":{"morris":{"levels":4}}})",
     R"({"design":{"morris":{"trajectories":4,"levels":5}}})",
     R"({"design":{"one_at_a_time":{}}})",
     R"({"design":{"full_factorial":{"levels":3}}})",
     R"({"design":{"full_factorial":{"levels":1}}})",
     R"({"outcomes":[]})",
     R"({"outcomes":[3]})",
     R"({"outcomes":[{}]})",
     R"({"outcomes":[{"indicator":"jobs"}]})",
     R"({"outcomes":[{"indicator":"jobs","at":12}]})",
     R"({"outcomes":[{"indicator":"jobs","at":"2027-01"}]})",
     R"({"outcomes":[{"indicator":"jobs","at":-1}]})",
     R"({"outcomes":[{"indicator":"jobs","mean":[1,12]}]})",
     R"({"outcomes":[{"indicator":"jobs","mean":true}]})",
     R"({"outcomes":[{"indicator":"jobs","trough":true}]})",
     R"({"outcomes":[{"indicator":"jobs","trough":1}]})",
     R"({"outcomes":[{"name":"","indicator":"jobs","peak_month":[1,12]}]})",
     R"({"outcomes":[{"name":"x","indicator":"jobs","peak_month":[1,12]}]})",
     R"({"outcomes":[{"indicator":"jobs","at":12,"trough":true}]})"});

std::vector<Case> study_cases() {
  std::vector<Case> cases;
  for (const auto& entry : fs::directory_iterator(shipped_data_folder() / "scenarios" / "studies")) {
    const json document = json::parse(read_file(entry.path()).value());
    const bool is_search = document["schema"] == "parksim/search/1";
    cases.push_back({entry.path().filename().string(), is_search ? "search" : "study", document});
  }
  const json base = json::parse(
      R"({"schema":"parksim/study/1","scenarios":["../baseline.json"],"factors":["agencies"],
          "design":{"latin_hypercube":{"n":4}},"outcomes":["jobs"]})");
  for (const char* text : study_changes) {
    Case made{text, "study", base};
    made.document.update(json::parse(text));
    cases.push_back(made);
  }
  for (const char* member : {"schema", "scenarios", "design", "outcomes"}) {
    Case made{std::string("without ") + member, "study", base};
    made.document.erase(member);
    cases.push_back(made);
  }
  return cases;
}

std::vector<Case> map_cases() {
  const json shipped = json::parse(text_of_shipped("scenarios/data/park_map.geojson"));
  std::size_t parcel = 0;
  while (shipped["features"][parcel]["properties"]["kind"] != "parcel") ++parcel;
  const std::string at = "/features/" + std::to_string(parcel);
  const char* file = "park_map.geojson";
  return {{"the shipped map", "map", shipped},
          changed("map", file, "/type", "Feature"),
          changed("map", file, "/features", json::array()),
          changed("map", file, at + "/properties/kind", "field"),
          changed("map", file, at + "/properties/legal_state", nullptr),
          changed("map", file, at + "/properties/farmland", "yes"),
          changed("map", file, at + "/properties/reserved_for", "garment_fob"),
          changed("map", file, at + "/properties/owner", "anybody"),
          changed("map", file, at + "/geometry", nullptr),
          changed("map", file, at + "/geometry/type", "Point"),
          changed("map", file, at + "/geometry/coordinates/0/0/0", 190),
          changed("map", file, at + "/geometry/coordinates/0/0", json::array({1}))};
}

/// Both say the same of every document here; faults that only the loader sees are tested with the loader.
TEST(Schema, AgreesWithTheLoader) {
  if (status_of("command -v npm >/dev/null 2>&1") != 0)
    GTEST_SKIP() << "npm is not installed: schemas are not checked by ajv";
  const fs::path tests = fs::path(PARKSIM_SOURCE_DIR) / "tests";
  const std::string install =
      "cd '" + tests.string() + "' && npm ci --ignore-scripts --no-audit --no-fund >/dev/null 2>&1";
  if (!fs::exists(tests / "node_modules" / "ajv") && status_of(install) != 0) {
    GTEST_SKIP() << "npm cannot fetch ajv: schemas are not checked";
  }
  std::vector<Case> cases = scenario_cases();
  for (const auto& more : {fact_cases(), map_cases(), study_cases()})
    cases.insert(cases.end(), more.begin(), more.end());
  for (const auto& [name, document] : test::search_documents()) cases.push_back({name, "search", document});
  for (const auto& [name, document] : test::storyboard_documents())
    cases.push_back({name, "storyboard", document});
  cases.push_back(
      {"rows", "targets",
       json::parse(
           R"([{"name":"甲","stage":"fibre","region":"bohai_rim","employees":9,"investment":1.5,"leader":1}])")});
  json request = {{"schemas", json::object()}, {"documents", json::array()}};
  for (const char* kind :
       {"scenario", "map", "targets", "chain", "clauses", "places", "study", "search", "storyboard"}) {
    request["schemas"][kind] = json::parse(json_schema(kind));
  }
  for (const Case& wanted : cases)
    request["documents"].push_back({{"kind", wanted.kind}, {"document", wanted.document}});

  const test::ScratchFolder folder;
  const fs::path question = folder.write("request.json", request.dump());
  const fs::path answer = folder.path() / "answer.json";
  const std::string command = "node '" + (tests / "schema_check.mjs").string() + "' '" + question.string() +
                              "' > '" + answer.string() + "'";
  ASSERT_EQ(status_of(command), 0);
  const json verdicts = json::parse(read_file(answer).value());
  ASSERT_EQ(verdicts.size(), cases.size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const bool is_valid = verdicts[i].empty();
    const bool is_loaded = cases[i].kind == "targets" || loads(cases[i]);
    EXPECT_EQ(is_valid, is_loaded) << cases[i].name << "\n" << verdicts[i].dump(1);
  }
}

TEST(Schema, OfAnotherKindIsEmpty) {
  EXPECT_EQ(json_schema("film"), "");
  EXPECT_EQ(json_schema(""), "");
}

}  // namespace
}  // namespace park
