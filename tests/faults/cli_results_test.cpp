// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "faults/cli_process.hpp"

namespace park {
namespace {

using nlohmann::ordered_json;

std::vector<std::string> keys(const ordered_json& document) {
  std::vector<std::string> result;
  for (const auto& [key, value] : document.items()) result.push_back(key);
  return result;
}

using Keys = std::vector<std::string>;
const Keys s_keys = {"mean", "lo", "hi", "p05", "p50", "p95", "n"};
const Keys d_keys = {"mean", "lo", "hi", "n"};

TEST(CliResults, RunDocumentHasItsShape) {
  const Finished run =
      parksim({"run", shipped("baseline"), "--replications", "3", "--months", "12", "--seed", "5", "--json"});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err, "");
  const auto document = ordered_json::parse(run.out);
  EXPECT_EQ(keys(document), (Keys{"scenario", "replications", "seed", "start", "months", "indicators",
                                  "final", "digest", "complete"}));
  EXPECT_EQ(document["scenario"], "baseline");
  EXPECT_EQ(document["seed"], 5);
  EXPECT_EQ(document["start"], "2026-01");
  EXPECT_EQ(document["complete"], true);
  ASSERT_EQ(document["digest"].size(), 3U);
  for (const auto& digest : document["digest"]) EXPECT_EQ(digest.get<std::string>().size(), 16U);
  const auto& jobs = document["indicators"]["jobs"];
  EXPECT_EQ(keys(jobs),
            (Keys{"unit", "mean", "p05", "p50", "p95", "p025", "p125", "p25", "p75", "p875", "p975"}));
  EXPECT_EQ(jobs["mean"].size(), 13U);
  EXPECT_EQ(keys(document["final"]["jobs"]), s_keys);
  EXPECT_EQ(document["final"]["jobs"]["n"], 3);
  EXPECT_EQ(document["final"]["jobs"]["mean"], jobs["mean"].back());
}

TEST(CliResults, PatternsDocumentHasItsShape) {
  const Finished run = parksim({"patterns", "--replications", "2", "--set", "pool_agents=1000", "--json"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto document = ordered_json::parse(run.out);
  ASSERT_EQ(document.size(), 23U);
  const auto& first = document[0];
  EXPECT_EQ(first["id"], "started_share");
  EXPECT_EQ(first["scope"], "whole_package");
  EXPECT_EQ(first["low"], 0.38);
  EXPECT_EQ(first["high"], 0.55);
  EXPECT_TRUE(first["holds"].is_boolean());
  EXPECT_EQ(keys(first["value"]), s_keys);
  EXPECT_EQ(
      parksim({"patterns", "--replications", "2", "--set", "pool_agents=1000", "--jobs", "1", "--json"}).out,
      run.out);
}

TEST(CliResults, ExplainNamesFirmsToChooseFromAndTellsOfOne) {
  const Finished choice = parksim({"explain", shipped("whole_package"), "--months", "40"});
  EXPECT_EQ(choice.code, 2);
  EXPECT_EQ(choice.out, "");
  const std::size_t first = choice.err.find("events: ");
  ASSERT_NE(first, std::string::npos) << choice.err;
  const std::size_t begin = first + std::string("events: ").size();
  const std::string id = choice.err.substr(begin, choice.err.find(' ', begin) - begin);
  const Finished page =
      parksim({"explain", shipped("whole_package"), "--months", "40", "--firm", id, "--json"});
  ASSERT_EQ(page.code, 0) << page.err;
  const auto document = ordered_json::parse(page.out);
  EXPECT_EQ(document["firm"]["id"], id);
  EXPECT_FALSE(document["events"].empty());
  EXPECT_NE(document["text"]["zh"], document["text"]["en"]);
}

TEST(CliResults, ExplainRefusesUnknownFirmsTogetherWithOtherFaults) {
  const Finished run = parksim({"explain", "nothing.json", "--firm", "x12"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(lines_in(run.err), 2U) << run.err;
  EXPECT_EQ(parksim({"explain", shipped("baseline"), "--months", "2", "--firm", "p999999"}).code, 2);
}

TEST(CliResults, CalibrateWritesAScenarioThatExtendsTheBase) {
  const ScratchFolder folder;
  const std::string targets = folder.write(
      "targets.json", R"({"schema": "parksim/calibration/1", "scenario": ")" + shipped("baseline") +
                          R"(", "parameters": ["local_wage_growth"], "replications": 2, "evaluations": 6,
      "targets": [{"outcome": "wage@120", "low": 5000, "high": 5200}]})");
  const Finished run = parksim({"calibrate", targets, "--out", folder.file("fitted.json"), "--json"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto document = ordered_json::parse(run.out);
  EXPECT_EQ(keys(document), (Keys{"scenario", "replications", "seed", "evaluations", "objective",
                                  "parameters", "targets", "complete"}));
  EXPECT_LT(document["objective"]["after"], document["objective"]["before"]);
  const auto fitted = ordered_json::parse(text_of(folder.file("fitted.json")));
  EXPECT_EQ(fitted["uncertainties"]["local_wage_growth"], document["parameters"][0]["after"]);
  EXPECT_EQ(fitted["uncertainties"].size(), 1U);
  EXPECT_EQ(parksim({"validate", folder.file("fitted.json")}).code, 0);
  EXPECT_EQ(parksim({"validate", targets}).out, targets + ": ok (calibration targets)\n");
}

TEST(CliResults, CalibrateRefusesEverythingWrongAtOnce) {
  const ScratchFolder folder;
  const std::string targets = folder.write(
      "targets.json", R"({"schema": "parksim/calibration/1", "scenario": ")" + shipped("baseline") +
                          R"(", "parameters": ["agencies"], "targets": [{"pattern": "p"}]})");
  const Finished run = parksim({"calibrate", targets, "--jobs", "0"});
  EXPECT_EQ(run.code, 2);
  EXPECT_EQ(lines_in(run.err), 3U) << run.err;
  EXPECT_EQ(parksim({"calibrate"}).code, 2);
  EXPECT_EQ(parksim({"calibrate", folder.file("none.json")}).code, 2);
}

TEST(CliResults, CompareDocumentHasItsShape) {
  const Finished run = parksim({"compare", shipped("baseline"), shipped("whole_package"), shipped("baseline"),
                                "--replications", "3", "--months", "12", "--json"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto document = ordered_json::parse(run.out);
  EXPECT_EQ(keys(document), (Keys{"scenarios", "replications", "seed", "months", "indicators", "final",
                                  "difference_final", "leaders", "pairing", "digest", "complete"}));
  EXPECT_EQ(document["scenarios"], (Keys{"baseline", "whole_package", "baseline_2"}));
  const auto& jobs = document["indicators"]["jobs"];
  EXPECT_EQ(keys(jobs), (Keys{"unit", "values", "difference"}));
  EXPECT_EQ(keys(jobs["values"]), (Keys{"baseline", "whole_package", "baseline_2"}));
  EXPECT_EQ(keys(jobs["difference"]), (Keys{"whole_package", "baseline_2"}));
  EXPECT_EQ(keys(jobs["difference"]["whole_package"]), (Keys{"mean", "lo", "hi"}));
  EXPECT_EQ(keys(document["final"]["jobs"]["baseline"]), s_keys);
  EXPECT_EQ(keys(document["difference_final"]["jobs"]["whole_package"]), d_keys);
  EXPECT_EQ(document["difference_final"]["jobs"]["baseline_2"]["mean"], 0);
  EXPECT_EQ(document["digest"]["baseline"], document["digest"]["baseline_2"]);
  // Twice the same policy: whoever of the two is named, the margin is nought, and pairing spares everything.
  EXPECT_EQ(keys(document["leaders"]["fiscal_npv"]), (Keys{"leader", "runner_up", "margin"}));
  EXPECT_EQ(document["leaders"]["fiscal_npv"]["leader"], "baseline");
  EXPECT_EQ(document["leaders"]["fiscal_npv"]["runner_up"], "baseline_2");
  EXPECT_EQ(document["leaders"]["fiscal_npv"]["margin"]["mean"], 0);
  EXPECT_TRUE(document["pairing"]["fiscal_npv"]["baseline_2"].is_null()) << "infinitely many";
  EXPECT_TRUE(document["pairing"]["fiscal_npv"]["whole_package"].is_number());
}

TEST(CliResults, AreTheSameForAnyNumberOfJobs) {
  const auto run = [](const char* jobs) {
    return parksim(
        {"run", shipped("whole_package"), "--replications", "6", "--months", "24", "--json", "--jobs", jobs});
  };
  EXPECT_EQ(run("1").out, run("3").out);
}

TEST(CliResults, SettingsOfEveryForm) {
  const auto digest = [](const std::vector<std::string>& settings) {
    std::vector<std::string> words = {"run",   shipped("baseline"), "--replications", "1", "--months", "24",
                                      "--json"};
    for (const std::string& setting : settings) {
      words.emplace_back("--set");
      words.push_back(setting);
    }
    const Finished run = parksim(words);
    EXPECT_EQ(run.code, 0) << run.err;
    return ordered_json::parse(run.out)["digest"].dump();
  };
  EXPECT_EQ(digest({"build_mode=build_first"}), digest({"build_mode=2"}));
  EXPECT_EQ(digest({"agency_paid_on_arrival=false"}), digest({"agency_paid_on_arrival=0"}));
  EXPECT_EQ(digest({"agencies@2027-01=5"}), digest({"agencies@12=5"}));
  EXPECT_NE(digest({"agencies@12=5"}), digest({}));
  EXPECT_EQ(digest({"agencies@12=5", "agencies=0"}), digest({"agencies=0"}));
}

TEST(CliResults, FilesAreThere) {
  const ScratchFolder scratch;
  const std::string out = scratch.file("deep/down");
  const Finished run = parksim({"compare", shipped("baseline"), shipped("whole_package"), "--replications",
                                "2", "--months", "24", "--out", out, "--json", "--quiet"});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(text_of(out + "/summary.json"), run.out);
  const auto indicators = ordered_json::parse(run.out)["indicators"].size();
  EXPECT_EQ(lines_in(text_of(out + "/series.csv")), 1 + 2 * 25 * indicators);
  EXPECT_TRUE(text_of(out + "/series.csv").starts_with("scenario,month,indicator,unit,mean,p05,p50,p95,n\n"));
  EXPECT_EQ(lines_in(text_of(out + "/runs.csv")), 1 + 2 * 2);
  EXPECT_TRUE(
      text_of(out + "/runs.csv").starts_with("scenario,replication,seed,status,error,digest,firms_signed,"));
  EXPECT_TRUE(text_of(out + "/events.csv").starts_with("scenario,month,date,event,label,who,place,amount\n"));
  EXPECT_TRUE(text_of(out + "/firms.csv").starts_with("scenario,who,name,stage,region,"));
  EXPECT_GT(lines_in(text_of(out + "/events.csv")), 2U);
  for (const auto& entry : std::filesystem::directory_iterator(out)) {
    EXPECT_FALSE(entry.path().filename().string().starts_with(".")) << entry.path();
  }
}

TEST(CliResults, ConservationHolds) {
  ::setenv("PARKSIM_CHECKS", "1", 1);
  const Finished run =
      parksim({"run", shipped("whole_package"), "--replications", "2", "--months", "60", "--quiet"});
  ::unsetenv("PARKSIM_CHECKS");
  EXPECT_EQ(run.code, 0) << run.err;
}

TEST(CliResults, TablesSpeakTheLanguage) {
  const Finished en = parksim({"run", shipped("baseline"), "--replications", "2", "--months", "6"});
  EXPECT_NE(en.out.find("Jobs in the park"), std::string::npos);
  const Finished zh =
      parksim({"run", shipped("baseline"), "--replications", "2", "--months", "6", "--lang", "zh"});
  EXPECT_NE(zh.out.find("园区就业"), std::string::npos);
}

TEST(CliResults, CompareSaysWhatSharedSeedsSpare) {
  const std::vector<std::string> short_runs = {"--replications", "4", "--months", "24"};
  std::vector<std::string> words = {"compare", shipped("baseline"), shipped("labour_squeeze")};
  words.insert(words.end(), short_runs.begin(), short_runs.end());
  EXPECT_NE(parksim(words).out.find("times as many for intervals as narrow"), std::string::npos);
  // Equal scenarios: the difference never varies, and nothing can be said.
  words[2] = words[1];
  EXPECT_EQ(parksim(words).out.find("times as many"), std::string::npos);
}

TEST(CliResults, CataloguesHaveTheirShapes) {
  for (const std::vector<std::string>& words : {std::vector<std::string>{"levers"},
                                                {"uncertainties"},
                                                {"levers", "--clauses"},
                                                {"uncertainties", "--structural"}}) {
    std::vector<std::string> with_json = words;
    with_json.emplace_back("--json");
    EXPECT_EQ(parksim(words).code, 0);
    const auto rows = ordered_json::parse(parksim(with_json).out);
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(keys(rows[0]), (Keys{"key", "value_kind", "unit", "min", "max", "step", "default", "choices",
                                   "labels", "effect", "source", "system", "expected", "status"}));
  }
  EXPECT_EQ(parksim({"indicators"}).code, 0);
  const auto rows = ordered_json::parse(parksim({"indicators", "--json"}).out);
  EXPECT_EQ(keys(rows[0]), (Keys{"key", "unit", "labels", "better", "system"}));
}

TEST(CliResults, EveryInputHasASchema) {
  for (const char* kind : {"scenario", "map", "targets", "chain", "clauses", "places"}) {
    const Finished run = parksim({"schema", kind});
    EXPECT_EQ(run.code, 0);
    EXPECT_TRUE(ordered_json::parse(run.out).contains("$schema")) << kind;
  }
}

TEST(CliResults, ANewFolderValidatesAndRuns) {
  const ScratchFolder scratch;
  const std::string folder = scratch.file("my park");
  ASSERT_EQ(parksim({"new", folder}).code, 0);
  const Finished validated =
      parksim({"validate", folder + "/scenario.json", folder + "/park_map.geojson", folder + "/targets.csv"});
  EXPECT_EQ(validated.code, 0) << validated.err;
  EXPECT_EQ(lines_in(validated.out), 3U);
  EXPECT_EQ(parksim({"run", folder + "/scenario.json", "--replications", "1", "--months", "6"}).code, 0);
  const auto digests = [](const std::string& file) {
    return ordered_json::parse(parksim({"run", file, "--replications", "1", "--json"}).out)["digest"];
  };
  EXPECT_EQ(digests(folder + "/scenario.json"), digests(shipped("baseline")));
  EXPECT_EQ(parksim({"new", folder}).code, 2);
}

TEST(CliResults, WedgesDocumentHasItsShape) {
  const ScratchFolder scratch;
  const Finished run = parksim({"compare", shipped("baseline"), shipped("build_first"), "--wedges",
                                "--outcome", "firms_signed@6", "--replications", "2", "--months", "6",
                                "--json", "--out", scratch.file("out")});
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(text_of(scratch.file("out") + "/wedges.json"), run.out);
  const auto document = ordered_json::parse(run.out);
  EXPECT_EQ(keys(document), (Keys{"scenarios", "replications", "seed", "months", "outcome", "unit", "total",
                                  "parts", "complete"}));
  EXPECT_EQ(document["scenarios"], (Keys{"baseline", "build_first"}));
  EXPECT_EQ(document["outcome"], "firms_signed@6");
  EXPECT_EQ(document["unit"], "firms");
  EXPECT_EQ(keys(document["total"]), d_keys);
  const auto& parts = document["parts"];
  const auto mode = std::find_if(parts.begin(), parts.end(),
                                 [](const auto& part) { return part["lever"] == "build_mode"; });
  ASSERT_NE(mode, parts.end());
  EXPECT_EQ(keys(*mode), (Keys{"lever", "value", "from", "to"}));
  EXPECT_EQ(keys((*mode)["value"]), d_keys);
  EXPECT_EQ((*mode)["to"], "build_first");
}

TEST(CliResults, ClausesDocumentHasItsShape) {
  const Finished run =
      parksim({"clauses", shipped("baseline"), "--replications", "2", "--months", "3", "--json"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto document = ordered_json::parse(run.out);
  EXPECT_EQ(keys(document),
            (Keys{"scenario", "replications", "seed", "start", "months", "units", "clauses", "complete"}));
  ASSERT_EQ(document["clauses"].size(), 79U);
  const auto& clause = document["clauses"][2];
  EXPECT_EQ(keys(clause), (Keys{"id", "category", "labels", "scales", "users", "cost", "leave_one_out",
                                "add_one_in", "cost_per_job", "cost_per_million_output", "unused"}));
  EXPECT_EQ(keys(clause["users"]), s_keys);
  const Keys gains = {"jobs", "output", "firms_producing", "fiscal_npv", "firms_signed"};
  EXPECT_EQ(keys(clause["leave_one_out"]), gains);
  EXPECT_EQ(keys(clause["add_one_in"]), gains);
  EXPECT_EQ(keys(clause["add_one_in"]["jobs"]), d_keys);
}

TEST(CliResults, BottlenecksDocumentHasItsShape) {
  const Finished run =
      parksim({"bottlenecks", shipped("whole_package"), "--replications", "2", "--months", "24", "--json"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto document = ordered_json::parse(run.out);
  EXPECT_EQ(keys(document), (Keys{"scenario", "replications", "seed", "start", "months", "units",
                                  "project_months", "usual_months", "shadow_prices", "complete"}));
  ASSERT_FALSE(document["project_months"].empty());
  EXPECT_EQ(keys(document["project_months"][0]), (Keys{"cause", "stage", "year", "value"}));
  EXPECT_EQ(keys(document["project_months"][0]["value"]), s_keys);
  EXPECT_EQ(keys(document["usual_months"][0]), (Keys{"stage", "year", "value"}));
  const auto& price = document["shadow_prices"][0];
  EXPECT_EQ(keys(price), (Keys{"constraint", "step", "unit", "labels", "direction", "gain"}));
  EXPECT_EQ(price["constraint"], "land_quota_per_year");
  EXPECT_EQ(price["step"], 100);
  EXPECT_EQ(keys(price["gain"]), (Keys{"jobs", "output", "firms_producing", "fiscal_npv"}));
}

TEST(CliResults, SweepDocumentHasItsShape) {
  const Finished run =
      parksim({"sweep", shipped("whole_package"), "--replications", "2", "--months", "6", "--levels", "2",
               "--kinds", "uncertainties", "--outcome", "jobs@3", "--outcome", "mean(output,1-6)", "--json"});
  ASSERT_EQ(run.code, 0) << run.err;
  const auto document = ordered_json::parse(run.out);
  EXPECT_EQ(keys(document), (Keys{"scenario", "replications", "seed", "start", "months", "left_out",
                                  "outcomes", "complete"}));
  ASSERT_EQ(document["outcomes"].size(), 2U);
  const auto& outcome = document["outcomes"][1];
  EXPECT_EQ(keys(outcome), (Keys{"outcome", "unit", "policy_effect", "factors"}));
  EXPECT_EQ(outcome["outcome"], "mean(output,1-6)");
  EXPECT_EQ(keys(outcome["policy_effect"]), d_keys);
  EXPECT_EQ(outcome["factors"].size(), ordered_json::parse(parksim({"uncertainties", "--json"}).out).size());
  const auto& factor = outcome["factors"][0];
  EXPECT_EQ(keys(factor),
            (Keys{"key", "group", "unit", "labels", "status", "own", "largest", "exceeds_policy", "levels"}));
  EXPECT_EQ(factor["group"], "uncertainty");
  ASSERT_EQ(factor["levels"].size(), 2U);
  EXPECT_EQ(keys(factor["levels"][0]), (Keys{"value", "effect"}));
  EXPECT_EQ(keys(factor["levels"][0]["effect"]), d_keys);
}

TEST(CliResults, ExplanationsArePrintedForPeopleInBothLanguages) {
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"compare", shipped("baseline"), shipped("build_first"), "--wedges"},
        {"clauses", shipped("whole_package")},
        {"bottlenecks", shipped("whole_package")},
        {"sweep", shipped("whole_package"), "--kinds", "uncertainties,levers"}}) {
    for (const char* language : {"zh", "en"}) {
      std::vector<std::string> all = words;
      all.insert(all.end(), {"--replications", "2", "--months", "3", "--lang", language});
      const Finished run = parksim(all);
      EXPECT_EQ(run.code, 0) << run.err;
      EXPECT_GE(lines_in(run.out), 8U) << run.out;
      EXPECT_EQ(run.out.find(" nan"), std::string::npos) << run.out;
    }
  }
}

}  // namespace
}  // namespace park
