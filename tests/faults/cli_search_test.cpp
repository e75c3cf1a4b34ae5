// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "faults/cli_process.hpp"

namespace park {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
namespace fs = std::filesystem;

/// Small searches of the real model through the program.
class CliSearch : public ::testing::Test {
 protected:
  [[nodiscard]] std::string search(int generations = 2, const json& more = json::object()) const {
    json document = json::parse(
        R"({"schema":"parksim/search/1","name":"small","labels":{"zh":"小搜索","en":"A small search"},"months":24,
            "factors":[{"key":"agencies","distribution":{"integer":[0,5]}},
                       {"key":"rent_free_months","distribution":{"integer":[0,36]}},
                       "build_mode","clause.rent_01","agency_paid_on_arrival"],
            "outcomes":["firms_signed",{"name":"npv","indicator":"fiscal_npv"}],
            "objectives":[{"outcome":"firms_signed","direction":"maximise","robust":"mean"},
                          {"outcome":"npv","direction":"maximise"}],
            "budget_per_year":80000000,
            "futures":{"n":2,"fresh":3,"factors":["footloose_rate","origin_rent"]},"seed":5})");
    document["scenarios"] = {shipped("baseline")};
    document["design"] = {{"nsga2", {{"population", 8}, {"generations", generations}, {"front", 3}}}};
    document.update(more);
    return scratch_.write("search.json", document.dump());
  }
  [[nodiscard]] std::string file(const std::string& name) const { return scratch_.file(name); }
  [[nodiscard]] std::string exported(const std::string& db) const {
    const std::string folder = file(db + ".csv");
    const Finished run = parksim({"study", "export", file(db), "--csv", folder, "--quiet"});
    EXPECT_EQ(run.code, 0) << run.err;
    std::string all;
    for (const char* part : {"/study.json", "/runs.csv", "/points.csv", "/front.csv"})
      all += text_of(folder + part);
    return all;
  }

  ScratchFolder scratch_;
};

TEST_F(CliSearch, TheSameForAnyJobsAndOnceMoreWithResume) {
  const std::string spec = search();
  const Finished one = parksim({"search", spec, "--out", file("one.db"), "--jobs", "1", "--json"});
  const Finished two = parksim({"search", spec, "--out", file("two.db"), "--jobs", "2", "--json"});
  ASSERT_EQ(one.code, 0) << one.err;
  ASSERT_EQ(two.code, 0) << two.err;
  json first = json::parse(one.out);
  json second = json::parse(two.out);
  EXPECT_EQ(first.erase("out"), 1U);
  second.erase("out");
  EXPECT_EQ(first, second);
  EXPECT_EQ(first["complete"], true);
  EXPECT_EQ(first["measured_in_fresh_futures"], true);
  EXPECT_GE(first["front"].size(), 1U);
  EXPECT_EQ(exported("one.db"), exported("two.db"));
  const Finished again = parksim({"search", spec, "--out", file("one.db"), "--json"});
  EXPECT_EQ(again.code, 2);
  EXPECT_NE(again.err.find("--resume"), std::string::npos) << again.err;
  const Finished resumed = parksim({"search", spec, "--out", file("one.db"), "--resume", "--json"});
  EXPECT_EQ(resumed.out, one.out);
}

TEST_F(CliSearch, CtrlCKeepsWhatIsDoneAndResumeEndsInTheSameBytes) {
  const std::string spec = search(40);
  ASSERT_EQ(parksim({"search", spec, "--out", file("whole.db"), "--quiet"}).code, 0);
  const ParksimProcess process({"search", spec, "--out", file("stopped.db"), "--json"});
  for (int i = 0; i < 300 && !fs::exists(file("stopped.db")); ++i) std::this_thread::sleep_for(10ms);
  process.let_work(0.1);
  process.send(SIGINT);
  const Finished stopped = process.wait();
  ASSERT_EQ(stopped.code, 130) << stopped.err;
  EXPECT_EQ(json::parse(stopped.out)["complete"], false);
  const Finished rest = parksim({"search", spec, "--out", file("stopped.db"), "--resume", "--quiet"});
  ASSERT_EQ(rest.code, 0) << rest.err;
  EXPECT_EQ(exported("stopped.db"), exported("whole.db"));
}

TEST_F(CliSearch, AKilledSearchGoesOnToTheSameResults) {
  const std::string spec = search(40);
  ASSERT_EQ(parksim({"search", spec, "--out", file("whole.db"), "--quiet"}).code, 0);
  for (const auto wait : {30ms, 60ms, 120ms}) {
    const ParksimProcess process({"search", spec, "--out", file("killed.db"), "--quiet", "--resume"});
    std::this_thread::sleep_for(wait);
    process.send(SIGKILL);
    static_cast<void>(process.wait());
  }
  ASSERT_EQ(parksim({"search", spec, "--out", file("killed.db"), "--quiet", "--resume"}).code, 0);
  EXPECT_EQ(exported("killed.db"), exported("whole.db"));
}

/// A saved policy, run under the assumptions of one of the search's futures and its seed, gives that run.
TEST_F(CliSearch, ASavedPolicyReproducesItsRuns) {
  const Finished found =
      parksim({"search", search(4), "--out", file("a.db"), "--save", file("saved"), "--json"});
  ASSERT_EQ(found.code, 0) << found.err;
  const json document = json::parse(found.out);
  ASSERT_GE(document["saved"].size(), 1U);
  static_cast<void>(exported("a.db"));
  std::istringstream runs(text_of(file("a.db.csv") + "/runs.csv"));
  std::string line;
  std::getline(runs, line);
  const auto cells_of = [](const std::string& text) {
    std::vector<std::string> cells;
    std::istringstream parts(text);
    for (std::string cell; std::getline(parts, cell, ',');) cells.push_back(cell);
    return cells;
  };
  const std::vector<std::string> heads = cells_of(line);
  const auto column = [&](const std::string& head) {
    return static_cast<std::size_t>(std::find(heads.begin(), heads.end(), head) - heads.begin());
  };
  const auto candidate = document["front"][0]["candidate"].get<std::uint64_t>();
  std::size_t compared = 0;
  while (std::getline(runs, line)) {
    const std::vector<std::string> cells = cells_of(line);
    if (std::stoull(cells[column("point")]) / 5 != candidate) continue;  // two futures and three fresh ones
    const Finished run =
        parksim({"run", document["saved"][0].get<std::string>(), "--replications", "1", "--seed",
                 cells[column("run_seed")], "--set", "footloose_rate=" + cells[column("footloose_rate")],
                 "--set", "origin_rent=" + cells[column("origin_rent")], "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    const json result = json::parse(run.out);
    EXPECT_EQ(result["digest"][0], cells[column("digest")]);
    EXPECT_EQ(result["final"]["firms_signed"]["mean"], std::stod(cells[column("firms_signed")]));
    ++compared;
  }
  EXPECT_EQ(compared, 5U);
}

TEST_F(CliSearch, ASavedPolicyDropsTheTimelineOfTheLeversItSets) {
  const std::string base =
      scratch_.write("base.json", json{{"schema", "parksim/scenario/1"},
                                       {"extends", shipped("baseline")},
                                       {"policy",
                                        {{{"at", "2026-06"}, {"set", {{"agencies", 2}}}},
                                         {{"at", "2027-01"}, {"set", {{"sale_price", 2000}}}}}}}
                                      .dump());
  const Finished found = parksim({"search", search(2, {{"scenarios", {base}}}), "--out", file("a.db"),
                                  "--save", file("saved"), "--json"});
  ASSERT_EQ(found.code, 0) << found.err;
  const json document = json::parse(found.out);
  std::size_t with_agencies = 0;
  for (std::size_t p = 0; p < document["saved"].size(); ++p) {
    const json& changes = document["front"][p]["changes"];
    const json saved = json::parse(text_of(document["saved"][p].get<std::string>()));
    EXPECT_FALSE(saved["labels"]["zh"].get<std::string>().empty());
    EXPECT_FALSE(saved["labels"]["en"].get<std::string>().empty());
    EXPECT_EQ(parksim({"validate", document["saved"][p].get<std::string>()}).code, 0);
    if (!changes.contains("agencies")) {
      EXPECT_FALSE(saved.contains("policy"));
      continue;
    }
    ++with_agencies;
    EXPECT_TRUE(changes["agencies"]["from"].is_null());  // it changes over time
    ASSERT_EQ(saved["policy"].size(), 1U);
    EXPECT_TRUE(saved["policy"][0]["set"].contains("sale_price"));
    EXPECT_EQ(saved["levers"]["agencies"], changes["agencies"]["to"]);
  }
  EXPECT_GE(with_agencies, 1U);
}

TEST_F(CliSearch, FaultsAreSaidBeforeAnythingIsWritten) {
  const std::string spec = search(2, {{"budget_per_year", -1}});
  const Finished run = parksim({"search", spec, "--out", file("a.db"), "--jobs", "x", "--save", spec});
  EXPECT_EQ(run.code, 2);
  for (const char* part : {"/budget_per_year: ", "/--jobs: ", "/--save: expected a folder"})
    EXPECT_NE(run.err.find(part), std::string::npos) << part << "\n" << run.err;
  EXPECT_FALSE(fs::exists(file("a.db")));
  EXPECT_EQ(parksim({"search"}).code, 2);
  EXPECT_EQ(parksim({"search", file("no.json")}).code, 2);
}

TEST_F(CliSearch, AStoreOfAnotherSearchIsRefused) {
  ASSERT_EQ(parksim({"search", search(), "--out", file("a.db"), "--quiet"}).code, 0);
  const Finished run = parksim(
      {"search", search(2, {{"budget_per_year", 7e7}}), "--out", file("a.db"), "--resume", "--quiet"});
  EXPECT_EQ(run.code, 2);
  EXPECT_NE(run.err.find("/budget_per_year: "), std::string::npos) << run.err;
}

TEST_F(CliSearch, WithoutThePluginItSaysWhatToDo) {
  const fs::path copy = fs::path(file("elsewhere")) / "parksim";
  fs::create_directories(copy.parent_path());
  fs::copy_file(PARKSIM_BINARY, copy);
  const Finished run = run_program(copy.string(), {"search", search(), "--out", file("a.db")});
  EXPECT_EQ(run.code, 1);
  EXPECT_NE(run.err.find("a search needs pagmo's NSGA-II, and its plug-in"), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("libpagmo-dev"), std::string::npos) << run.err;
}

TEST_F(CliSearch, TellsThePoliciesInWords) {
  const Finished run = parksim({"search", search(4), "--out", file("a.db"), "--lang", "zh"});
  ASSERT_EQ(run.code, 0) << run.err;
  for (const char* part : {"小搜索", "目标 1", "第三方招商机构数 0 → ", "搜索没有用过的未来"})
    EXPECT_NE(run.out.find(part), std::string::npos) << part << "\n" << run.out;
}

}  // namespace
}  // namespace park
