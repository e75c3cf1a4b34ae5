// SPDX-License-Identifier: MIT
#include "session/session.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "core/digest.hpp"
#include "faults/cli_process.hpp"
#include "session/same_scenario.hpp"
#include "shipped_scenario.hpp"
#include "unit/scenario/scratch_folder.hpp"

namespace park::ui {
namespace {

Session::Options few_runs() {
  test::find_shipped_data();
  return {.runs = 4, .workers = 2};
}

std::filesystem::path shipped(const std::string& name) {
  return std::filesystem::path(PARKSIM_SOURCE_DIR) / "scenarios" / (name + ".json");
}

TEST(Session, StartsWithTheBaselineWhichCannotBeEdited) {
  Session session(few_runs());
  ASSERT_EQ(session.tab_count(), 1U);
  EXPECT_FALSE(session.apply(SetPolicy{"agencies", 2, {}, 0}).empty());
  EXPECT_EQ(session.wait()->scenario_count(), 1U);
}

TEST(Session, AnEditAsksAnewAndUndoGoesBack) {
  Session session(few_runs());
  session.open_copy(0, "我的方案", "My policy");
  const auto before = session.wait();
  ASSERT_EQ(before->scenario_count(), 2U);
  EXPECT_TRUE(session.apply(SetPolicy{"agencies", 2, {}, 0}).empty());
  const auto after = session.wait();
  EXPECT_GT(after->generation(), before->generation());
  EXPECT_TRUE(session.active_tab().is_modified());
  session.undo();
  EXPECT_FALSE(session.active_tab().is_modified());
  EXPECT_EQ(session.wait()->new_runs, 0U);
}

TEST(Session, ABadFileLeavesEverythingAsItWas) {
  Session session(few_runs());
  (void)session.open(shipped("whole_package"));
  const test::ScratchFolder folder;
  const auto file =
      folder.write("bad.json", R"({"schema": "parksim/scenario/1", "levers": {"agencies": 99, "x": 1}})");
  const auto tabs = session.tab_count();
  const auto opened = session.open(file);
  ASSERT_FALSE(opened.ok());
  EXPECT_GE(opened.problems().size(), 2U);
  EXPECT_EQ(session.tab_count(), tabs);
  EXPECT_EQ(session.active(), tabs - 1);
}

/// The digests that the command line gives for a file.
std::string digests_of(const std::filesystem::path& file, int replications) {
  const Finished run =
      parksim({"run", file.string(), "--json", "--quiet", "--replications", std::to_string(replications)});
  EXPECT_EQ(run.code, 0) << run.err;
  const auto document = nlohmann::json::parse(run.out, nullptr, false);
  return document.is_object() ? document["digest"].dump() : std::string();
}

TEST(Session, WhatIsSavedReplaysOnTheCommandLineToTheSameDigests) {
  Session session(few_runs());
  ASSERT_TRUE(session.open(shipped("whole_package")).ok());
  EXPECT_TRUE(session.apply(SetPolicy{"standard_factory_rent", 9.3, 24, 6}).empty());
  EXPECT_TRUE(session.apply(SetPolicy{"agencies", 1, {}, 0}).empty());
  EXPECT_TRUE(session.apply(SetPolicy{"clause.rent_01", 0.4, 13, 0}).empty());
  EXPECT_TRUE(session.apply(SetAssumption{"origin_rent", 21, 30, 12}).empty());
  EXPECT_TRUE(session.apply(SetSeed{77}).empty());
  EXPECT_TRUE(session.apply(SetMonths{60}).empty());
  const auto futures = session.wait();
  const park::test::ScratchFolder folder;
  session.save(folder.path() / "mine.json");
  std::string wanted = "[";
  for (const std::uint64_t digest : futures->fan(1).digests) {
    wanted += (wanted.size() > 1 ? ",\"" : "\"") + to_hex(digest) + "\"";
  }
  EXPECT_EQ(digests_of(folder.path() / "mine.json", 4), wanted + "]");
  EXPECT_FALSE(session.active_tab().is_modified());
}

TEST(Session, ThePicturesAreOfTheSameLife) {
  Session session(few_runs());
  ASSERT_TRUE(session.open(shipped("whole_package")).ok());
  const auto futures = session.wait();
  for (std::size_t place = 0; place < 2; ++place) {
    const auto chronicle = session.chronicles().wait(place);
    ASSERT_TRUE(chronicle);
    EXPECT_EQ(chronicle->digest(), futures->fan(place).digests.front());
  }
}

TEST(Session, NothingIsSimulatedBeforeItBegins) {
  Session::Options options = few_runs();
  options.waits_to_begin = true;
  Session session(options);
  ASSERT_TRUE(session.open(shipped("whole_package")).ok());
  EXPECT_FALSE(session.is_busy());
  EXPECT_EQ(session.snapshot(), nullptr);
  session.begin();
  EXPECT_EQ(session.wait()->new_runs, 8U) << "the active scenario's and the baseline's";
}

TEST(Session, ComparesUpToFourPairedScenarios) {
  // None of them has lived when they are compared, however long a file takes to open.
  Session::Options options = few_runs();
  options.waits_to_begin = true;
  Session session(options);
  for (const char* name : {"build_first", "recruit_first", "chain_first", "whole_package"}) {
    ASSERT_TRUE(session.open(shipped(name)).ok());
  }
  session.set_compared({1, 2, 3});
  session.begin();
  const auto futures = session.wait();
  ASSERT_EQ(futures->scenario_count(), Session::max_futures);
  EXPECT_EQ(session.tab_of(futures->owner(0)), 0U);
  EXPECT_EQ(session.tab_of(futures->owner(1)), 4U) << "the active one";
  EXPECT_EQ(session.tab_of(futures->owner(2)), 1U);
  EXPECT_EQ(session.tab_of(futures->owner(3)), 2U);
  session.close(1);
  EXPECT_EQ(session.tab_of(futures->owner(2)), std::nullopt);
  EXPECT_EQ(session.active(), 3U);
  EXPECT_EQ(session.wait()->new_runs, 4U) << "only the one that moved up is new";
}

TEST(Session, TheReferenceLivesInTheParkOfTheActiveScenario) {
  Session session(few_runs());
  session.open_copy(0, "甲", "A");
  EXPECT_EQ(session.reference(), session.tab(0).now()) << "nothing differs: the baseline itself";
  EXPECT_TRUE(session.apply(SetMonths{36}).empty());
  EXPECT_EQ(session.reference()->months, 36);
  EXPECT_TRUE(session.apply(SetAssumption{"origin_rent", 21, {}, 0}).empty());
  EXPECT_EQ(session.reference()->parameters.uncertainties.origin_rent, 16);
  session.set_shares_assumptions(true);
  EXPECT_EQ(session.reference()->parameters.uncertainties.origin_rent, 21);
  EXPECT_TRUE(session.apply(SetPolicy{"agencies", 3, {}, 0}).empty());
  EXPECT_EQ(session.reference()->parameters.levers.agencies, 0);
  EXPECT_EQ(session.wait()->months(), 36U);
}

TEST(Session, AnalysesAreWhatTheStudyGivesAndStaleOnesAreGivenUp) {
  Session session(few_runs());
  session.open_copy(0, "甲", "A");
  EXPECT_TRUE(session.apply(SetMonths{24}).empty());
  EXPECT_TRUE(session.apply(SetPolicy{"agencies", 3, {}, 0}).empty());
  EXPECT_TRUE(session.apply(SetPolicy{"stay_subsidy", 30, {}, 0}).empty());
  (void)session.wait();
  session.want_wedges("jobs");
  const auto found = session.analyses().wedges().wait();
  ASSERT_TRUE(found);
  EXPECT_EQ(found->subject.scenario, session.active_tab().now());
  ASSERT_EQ(found->found.parts.size(), 2U);
  EXPECT_NEAR(found->found.values[0].mean + found->found.values[1].mean, found->found.total.mean, 1e-6);
  session.want_clause_values();
  EXPECT_TRUE(session.apply(SetPolicy{"agencies", 2, {}, 0}).empty());
  EXPECT_FALSE(session.analyses().clause_values().is_busy());
  EXPECT_EQ(session.analyses().clause_values().answer(), nullptr);
  EXPECT_EQ(session.analyses().wedges().answer(), found)
      << "what was found before stays until there is newer";
}

TEST(Session, AnalysesAreOfTheTabThatIsLookedAt) {
  Session session(few_runs());
  ASSERT_TRUE(session.open(shipped("build_first")).ok());
  session.set_compared({1});
  session.activate(0);
  EXPECT_EQ(session.analyses().subject().scenario, session.reference()) << "the baseline";
  session.activate(1);  // the futures stay the same
  EXPECT_EQ(session.analyses().subject().scenario, session.tab(1).now());
}

TEST(Session, AnotherTabBecomesTheBaseline) {
  Session session(few_runs());
  ASSERT_TRUE(session.open(shipped("build_first")).ok());
  ASSERT_TRUE(session.open(shipped("recruit_first")).ok());
  const auto old_baseline = session.tab(0).now();
  const auto new_baseline = session.tab(1).now();
  session.make_baseline(1);
  EXPECT_EQ(session.tab(0).now(), new_baseline);
  EXPECT_EQ(session.tab(1).now(), old_baseline);
  EXPECT_EQ(session.active(), 2U) << "what was active stays so";
  EXPECT_EQ(session.active_tab().baseline(), new_baseline);
  EXPECT_FALSE(is_same(*session.reference(), *old_baseline));
  EXPECT_TRUE(is_same(*session.reference(), *new_baseline));
  const auto futures = session.wait();
  EXPECT_EQ(futures->shared_scenario(0), session.reference());
  EXPECT_EQ(futures->shared_scenario(1), session.active_tab().now());
  session.activate(1);
  EXPECT_TRUE(session.apply(SetPolicy{"agencies", 2, {}, 0}).empty()) << "the old baseline may be edited";
  session.activate(0);
  EXPECT_FALSE(session.apply(SetPolicy{"agencies", 2, {}, 0}).empty());
}

TEST(Session, ACodeOpensATabThatIsNotSaved) {
  Session session(few_runs());
  ASSERT_TRUE(session.open(shipped("whole_package")).ok());
  EXPECT_TRUE(session.apply(SetPolicy{"agencies", 1, {}, 0}).empty());
  const auto code = code_of(*session.active_tab().now());
  const auto opened = session.open_code(std::get<std::string>(code));
  ASSERT_TRUE(std::holds_alternative<std::size_t>(opened));
  EXPECT_TRUE(is_same(*session.active_tab().now(), *session.tab(1).now()));
  EXPECT_TRUE(session.active_tab().is_modified());
  EXPECT_TRUE(std::holds_alternative<CodeFault>(session.open_code("nonsense")));
}

}  // namespace
}  // namespace park::ui
