// SPDX-License-Identifier: MIT
#include "session/session.hpp"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace park::ui
