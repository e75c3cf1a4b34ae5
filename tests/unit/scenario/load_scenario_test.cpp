// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "scenario/load.hpp"
#include "scratch_folder.hpp"

namespace park {
namespace {

using test::problem_at;
using test::ScratchFolder;
using test::text_of;

Checked<Scenario> load(std::string_view text) { return load_scenario(text, "in.json", "."); }

Problems problems_of(std::string_view text) {
  const Checked<Scenario> scenario = load(text);
  EXPECT_FALSE(scenario.ok()) << text;
  return scenario.ok() ? Problems{} : scenario.problems();
}

TEST(LoadScenario, AnEmptyObjectIsTheDefaultScenario) {
  const Checked<Scenario> loaded = load("{}");
  ASSERT_TRUE(loaded.ok()) << text_of(loaded.problems());
  const Scenario& scenario = loaded.value();
  EXPECT_EQ(scenario.name, "in");
  EXPECT_EQ(scenario.label_zh, "in");
  EXPECT_EQ(scenario.start, (YearMonth{2026, 1}));
  EXPECT_EQ(scenario.months, 120);
  EXPECT_EQ(scenario.seed, 2026U);
  EXPECT_EQ(scenario.parameters.levers.standard_factory_rent, 7);
  EXPECT_EQ(scenario.parameters.clauses[78], 1);
  EXPECT_FALSE(scenario.map->parcels.empty());
  EXPECT_FALSE(scenario.targets->empty());
  EXPECT_TRUE(scenario.policy.empty());
}

TEST(LoadScenario, ReadsEveryPart) {
  const std::string clause = load("{}").value().facts->clauses.clauses[3].id;
  const Checked<Scenario> loaded =
      load(R"({"schema":"parksim/scenario/1","name":"试点","labels":{"zh":"先行区","en":"Pilot"},
    "about":{"zh":"说明\n两行"},"start":"2027-03","months":36,"seed":9007199254740992,
    "base_district":{"firms":{"washing":40},"workers":{"washing":2500},"away":{"bohai_rim":1200},"labour_force":90000},
    "levers":{"build_mode":"build_first","plating_park_capacity":1500,"agency_paid_on_arrival":false,"reuse_existing_buildings":1},
    "clauses":{")" +
           clause + R"(":1.5},"uncertainties":{"footloose_rate":9.5},"structural":{"pool_weight":2},
    "policy":[{"at":"2028-03","set":{"standard_factory_rent":9},"ramp_months":6},{"at":3,"set":{"clause.)" +
           clause + R"(":0}}],
    "shocks":[{"at":24,"set":{"tariff_shock":30},"months":12}]})");
  ASSERT_TRUE(loaded.ok()) << text_of(loaded.problems());
  const Scenario& scenario = loaded.value();
  EXPECT_EQ(scenario.name, "试点");
  EXPECT_EQ(scenario.label_zh, "先行区");
  EXPECT_EQ(scenario.about_zh, "说明\n两行");
  EXPECT_EQ(scenario.seed, 9007199254740992U);
  EXPECT_EQ(scenario.base_district.firms[index_of(Stage::Washing)], 40);
  EXPECT_EQ(scenario.base_district.away[index_of(Region::BohaiRim)], 1200);
  EXPECT_EQ(scenario.parameters.levers.build_mode, 2);
  EXPECT_EQ(scenario.parameters.levers.agency_paid_on_arrival, 0);
  EXPECT_EQ(scenario.parameters.levers.reuse_existing_buildings, 1);
  EXPECT_EQ(scenario.parameters.clauses[3], 1.5);
  EXPECT_EQ(scenario.parameters.uncertainties.footloose_rate, 9.5);
  EXPECT_EQ(scenario.parameters.structural.pool_weight, 2);
  ASSERT_EQ(scenario.policy.size(), 2U);
  EXPECT_EQ(scenario.policy[0].at, 3);  // sorted by month
  EXPECT_EQ(scenario.policy[0].key, (ParameterKey{nullptr, 3}));
  EXPECT_EQ(scenario.policy[1].at, 12);
  EXPECT_EQ(scenario.policy[1].ramp_months, 6);
  ASSERT_EQ(scenario.shocks.size(), 1U);
  EXPECT_EQ(scenario.shocks[0].months, 12);
}

TEST(LoadScenario, ReportsAllFaultsAtOnce) {
  const Problems problems =
      problems_of(R"({"levers":{"standard_factory_rent":"x","standard_factory_ren":1,"agencies":1.5,
    "build_mode":"build_fast","agency_paid_on_arrival":2},"uncertainties":null,"clauses":{"no_such":1},"months":0,"seed":-1,
    "start":"2026-13","name":"a/b","extra":{},"schema":"parksim/scenario/2","labels":{"fr":"x"},"seed":1})");
  for (const char* pointer :
       {"/levers/standard_factory_rent", "/levers/standard_factory_ren", "/levers/agencies",
        "/levers/build_mode", "/levers/agency_paid_on_arrival", "/uncertainties", "/clauses/no_such",
        "/months", "/seed", "/start", "/name", "/extra", "/schema", "/labels/fr"}) {
    EXPECT_EQ(problem_at(problems, pointer).file, "in.json");
  }
  EXPECT_EQ(problems.size(), 15U) << text_of(problems);  // /seed twice: the duplicate and the range
  EXPECT_EQ(problem_at(problems, "/levers/standard_factory_ren").expected,
            "a known key (nearest: standard_factory_rent)");
}

TEST(LoadScenario, TakesSwitchesAndChoicesAsPeopleWriteThem) {
  EXPECT_EQ(load(R"({"levers":{"build_mode":1}})").value().parameters.levers.build_mode, 1);
  EXPECT_EQ(
      load(R"({"levers":{"agency_paid_on_arrival":0}})").value().parameters.levers.agency_paid_on_arrival, 0);
  for (const char* bad : {R"("1")", "3", "-1", "0.5", "true", "null", "[]", R"("Build_first")"}) {
    EXPECT_EQ(problems_of(R"({"levers":{"build_mode":)" + std::string(bad) + "}}").size(), 1U) << bad;
  }
  for (const char* bad : {R"("true")", "0.5", "2", "null", "{}"}) {
    EXPECT_EQ(problems_of(R"({"levers":{"agency_paid_on_arrival":)" + std::string(bad) + "}}").size(), 1U)
        << bad;
  }
}

TEST(LoadScenario, OpeningStocksMustNotContradictEachOther) {
  const Problems problems = problems_of(R"({"base_district":{"firms":{"washing":5,"garment":0,"trade":2.5},
    "workers":{"washing":4,"garment":9},"labour_force":5000,"seekers_unskilled":4000,"seekers_skilled":1000,
    "wastewater_load_t_day":100001,"plating_load_t_day":2001,"standard_floor_let_share":1.1,"steam_load_t_h":-1}})");
  EXPECT_EQ(problem_at(problems, "/base_district/workers/garment").expected, "0, as there are no firms");
  EXPECT_EQ(problem_at(problems, "/base_district/workers/washing").expected,
            "at least one worker for each of 5 firms");
  EXPECT_EQ(problem_at(problems, "/base_district/labour_force").expected,
            "at least workers and seekers together, 5013");
  for (const char* pointer : {"/firms/trade", "/wastewater_load_t_day", "/plating_load_t_day",
                              "/standard_floor_let_share", "/steam_load_t_h"}) {
    problem_at(problems, std::string("/base_district") + pointer);
  }
  EXPECT_EQ(problems.size(), 8U) << text_of(problems);
}

TEST(LoadScenario, TheFestivalCalendarBoundsTheHorizon) {
  EXPECT_TRUE(load(R"({"start":"2031-12","months":588})").ok());
  const Problems problems = problems_of(R"({"start":"2031-12","months":589})");
  EXPECT_EQ(problem_at(problems, "/months").got, "2081-01");
  problem_at(problems_of(R"({"start":"2071-01"})"), "/start");
  problem_at(problems_of(R"({"start":"2020-12"})"), "/start");
}

TEST(LoadScenario, AChildStatesOnlyTheDifference) {
  const ScratchFolder folder;
  folder.write("base/base.json", R"({"name":"base","labels":{"zh":"基准"},"months":60,"targets":"list.csv",
    "levers":{"agencies":3,"standard_factory_rent":8},"base_district":{"firms":{"washing":5},"workers":{"washing":50}},
    "policy":[{"at":"2027-01","set":{"agencies":4}}],"shocks":[{"at":6,"set":{"interest_rate":5}}]})");
  folder.write("base/list.csv", "name,stage,region,employees,investment,leader\n甲,fibre,bohai_rim,9,1,0\n");
  const auto child = folder.write("child.json", R"({"extends":"base/base.json","levers":{"agencies":5},
    "base_district":{"workers":{"washing":60}},"policy":[{"at":12,"set":{"standard_factory_rent":9}}]})");
  const Checked<Scenario> loaded = load_scenario(child);
  ASSERT_TRUE(loaded.ok()) << text_of(loaded.problems());
  const Scenario& scenario = loaded.value();
  EXPECT_EQ(scenario.name, "child");
  EXPECT_EQ(scenario.label_zh, "child");
  EXPECT_EQ(scenario.months, 60);
  EXPECT_EQ(scenario.parameters.levers.agencies, 5);
  EXPECT_EQ(scenario.parameters.levers.standard_factory_rent, 8);
  EXPECT_EQ(scenario.base_district.firms[index_of(Stage::Washing)], 5);
  EXPECT_EQ(scenario.base_district.workers[index_of(Stage::Washing)], 60);
  ASSERT_EQ(scenario.policy.size(), 1U);  // the child's list replaces the parent's
  EXPECT_EQ(scenario.policy[0].key.row->key, "standard_factory_rent");
  EXPECT_EQ(scenario.shocks.size(), 1U);
  ASSERT_EQ(scenario.targets->size(), 1U);  // relative to the file that states it
  EXPECT_EQ(scenario.targets->front().name, "甲");
}

TEST(LoadScenario, InheritedDatesFollowTheChildsStart) {
  const ScratchFolder folder;
  folder.write("base.json", R"({"policy":[{"at":"2027-01","set":{"agencies":4}}]})");
  EXPECT_EQ(load_scenario(folder.write("a.json", R"({"extends":"base.json","start":"2026-07"})"))
                .value()
                .policy[0]
                .at,
            6);
  const Checked<Scenario> late =
      load_scenario(folder.write("b.json", R"({"extends":"base.json","start":"2028-01"})"));
  ASSERT_FALSE(late.ok());
  EXPECT_EQ(problem_at(late.problems(), "/policy/0/at").file, (folder.path() / "base.json").string());
}

TEST(LoadScenario, FaultsOfEveryFileInTheChainAreNamed) {
  const ScratchFolder folder;
  folder.write("base.json", R"({"levers":{"agencies":-1},"base_district":{"workers":{"trade":7}}})");
  const Checked<Scenario> loaded = load_scenario(
      folder.write("child.json", R"({"extends":"base.json","map":"none.geojson","targets":"base.json"})"));
  ASSERT_FALSE(loaded.ok());
  const std::string base = (folder.path() / "base.json").string();
  EXPECT_EQ(problem_at(loaded.problems(), "/levers/agencies").file, base);
  EXPECT_EQ(problem_at(loaded.problems(), "/base_district/workers/trade").file, base);
  EXPECT_TRUE(problem_at(loaded.problems(), "/map").got.ends_with("none.geojson: No such file or directory"));
  problem_at(loaded.problems(), "/1/1");  // the CSV reader on a JSON file
}

TEST(LoadScenario, CirclesAndEndlessChainsAreRefused) {
  const ScratchFolder folder;
  folder.write("a.json", R"({"extends":"sub/../b.json"})");
  const Checked<Scenario> circle = load_scenario(folder.write("b.json", R"({"extends":"a.json"})"));
  ASSERT_FALSE(circle.ok());
  EXPECT_EQ(problem_at(circle.problems(), "/extends").file, (folder.path() / "a.json").string());
  EXPECT_FALSE(load_scenario(folder.write("self.json", R"({"extends":"self.json"})")).ok());
  for (int i = 1; i <= 17; ++i) {
    folder.write("c" + std::to_string(i) + ".json",
                 i == 1 ? "{}" : R"({"extends":"c)" + std::to_string(i - 1) + R"(.json"})");
  }
  EXPECT_TRUE(load_scenario(folder.path() / "c16.json").ok());
  EXPECT_FALSE(load_scenario(folder.path() / "c17.json").ok());
  EXPECT_FALSE(load_scenario(folder.write("no.json", R"({"extends":"missing.json"})")).ok());
  EXPECT_FALSE(load_scenario(folder.write("n2.json", R"({"extends":7})")).ok());
}

TEST(LoadScenario, ShippedScenariosAreValid) {
  for (const auto& entry : std::filesystem::directory_iterator(shipped_data_folder() / "scenarios")) {
    if (entry.path().extension() != ".json") continue;
    const Checked<Scenario> loaded = load_scenario(entry.path());
    EXPECT_TRUE(loaded.ok()) << text_of(loaded.problems());
  }
}

}  // namespace
}  // namespace park
