// SPDX-License-Identifier: MIT
#include "session/autosave.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "session/same_scenario.hpp"
#include "session/session.hpp"
#include "shipped_scenario.hpp"
#include "unit/scenario/scratch_folder.hpp"

namespace park::ui {
namespace {

namespace fs = std::filesystem;
using park::test::ScratchFolder;

Session::Options options_in(const fs::path& folder) {
  test::find_shipped_data();
  return {.runs = 1, .workers = 1, .state_folder = folder};
}

/// Runs in a process of its own that ends as if it had crashed.
template <class Work>
void crash_after(const Work& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(9);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 9);
}

TEST(Autosave, WhatWasNotSavedIsThereAfterACrash) {
  const ScratchFolder folder;
  const fs::path file = folder.path() / "mine.json";
  crash_after([&] {
    auto* session = new Session(options_in(folder.path() / "state"));  // never destroyed: a crash
    session->open_copy(0, "甲", "A");
    (void)session->apply(SetPolicy{"agencies", 4, {}, 0});
    session->save(file);
    (void)session->apply(SetPolicy{"agencies", 7, {}, 0});
    session->open_copy(0, "乙", "B");
    (void)session->apply(SetPolicy{"rent_free_months", 30, 12, 3});
    session->flush();
  });
  Session session(options_in(folder.path() / "state"));
  ASSERT_EQ(session.left_behind().size(), 2U);
  EXPECT_EQ(session.left_behind()[0].file, file);
  EXPECT_TRUE(session.left_behind()[1].file.empty());
  EXPECT_TRUE(session.recover().empty());
  ASSERT_EQ(session.tab_count(), 3U);
  EXPECT_EQ(session.tab(1).file(), file);
  EXPECT_EQ(session.tab(1).now()->parameters.levers.agencies, 7);
  EXPECT_EQ(session.tab(1).saved()->parameters.levers.agencies, 4);
  EXPECT_TRUE(session.tab(1).is_modified());
  EXPECT_EQ(session.tab(2).now()->label_zh, "乙");
  ASSERT_EQ(session.tab(2).now()->policy.size(), 1U);
  EXPECT_TRUE(session.tab(2).is_modified());
  EXPECT_TRUE(session.left_behind().empty());
}

TEST(Autosave, ACleanEndLeavesNothingBehind) {
  const ScratchFolder folder;
  {
    Session session(options_in(folder.path()));
    session.open_copy(0, "甲", "A");
    (void)session.apply(SetPolicy{"agencies", 4, {}, 0});
    session.flush();
    EXPECT_FALSE(fs::is_empty(folder.path()));
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
  EXPECT_TRUE(Session(options_in(folder.path())).left_behind().empty());
}

TEST(Autosave, ANeighbourThatRunsIsLeftAlone) {
  const ScratchFolder folder;
  Session neighbour(options_in(folder.path()));
  neighbour.open_copy(0, "甲", "A");
  (void)neighbour.apply(SetPolicy{"agencies", 4, {}, 0});
  neighbour.flush();
  EXPECT_TRUE(Session(options_in(folder.path())).left_behind().empty());
}

TEST(Autosave, SavedTabsAreNoLongerPutBy) {
  const ScratchFolder folder;
  crash_after([&] {
    auto* session = new Session(options_in(folder.path() / "state"));
    session->open_copy(0, "甲", "A");
    (void)session->apply(SetPolicy{"agencies", 4, {}, 0});
    session->flush();
    session->save(folder.path() / "mine.json");
    session->flush();
  });
  Session session(options_in(folder.path() / "state"));
  EXPECT_TRUE(session.left_behind().empty());
  EXPECT_EQ(session.recent().files().front(), folder.path() / "mine.json");
}

TEST(Autosave, ABrokenFileIsToldAndKept) {
  const ScratchFolder folder;
  crash_after([&] {
    auto* session = new Session(options_in(folder.path()));
    session->open_copy(0, "甲", "A");
    (void)session->apply(SetPolicy{"agencies", 4, {}, 0});
    session->flush();
  });
  fs::path kept;
  {
    Session session(options_in(folder.path()));
    ASSERT_EQ(session.left_behind().size(), 1U);
    kept = session.left_behind().front().kept;
    std::ofstream(kept, std::ios::app) << "}";
    EXPECT_FALSE(session.recover().empty());
    EXPECT_EQ(session.tab_count(), 1U);
  }
  EXPECT_TRUE(fs::exists(kept));
}

TEST(Autosave, WithoutAWritableFolderItGoesOnAndSaysSo) {
  const ScratchFolder folder;
  const fs::path blocked =
      folder.write("a_file", "") / "parksim";  // root may write anywhere but below a file
  Session session(options_in(blocked));
  EXPECT_NE(session.state_fault(), "");
  session.open_copy(0, "甲", "A");
  EXPECT_TRUE(session.apply(SetPolicy{"agencies", 4, {}, 0}).empty());
  session.flush();
  EXPECT_EQ(session.tab_count(), 2U);
}

TEST(Autosave, AFolderThatTurnsUnwritableIsSaid) {
  const ScratchFolder folder;
  const fs::path state = folder.path() / "state";
  Session session(options_in(state));
  EXPECT_EQ(session.state_fault(), "");
  fs::remove_all(state);
  std::ofstream(state) << "in the way";
  session.open_copy(0, "甲", "A");
  EXPECT_TRUE(session.apply(SetPolicy{"agencies", 4, {}, 0}).empty());
  session.flush();
  EXPECT_NE(session.state_fault(), "");
}

TEST(RecentFiles, LatestFirstEachOnceAndNotTooMany) {
  RecentFiles recent;
  for (int i = 0; i < 20; ++i) recent.add("/files/" + std::to_string(i));
  recent.add("/files/10");
  ASSERT_EQ(recent.files().size(), RecentFiles::most);
  EXPECT_EQ(recent.files()[0], "/files/10");
  EXPECT_EQ(recent.files()[1], "/files/19");
  const ScratchFolder folder;
  EXPECT_EQ(RecentFiles::read(folder.write("list", recent.text())).files(), recent.files());
  EXPECT_TRUE(RecentFiles::read(folder.path() / "none").files().empty());
}

}  // namespace
}  // namespace park::ui
