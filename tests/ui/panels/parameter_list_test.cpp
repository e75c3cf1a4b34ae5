// SPDX-License-Identifier: MIT
#include "panels/parameter_list.hpp"

#include <gtest/gtest.h>

#include "panels/timed_changes.hpp"
#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

/// A dashboard without a window, on a copy of the baseline.
class ParameterLists : public ::testing::Test {
 protected:
  ParameterLists() { session_.open_copy(0, "甲", "A"); }

  static Session::Options options() {
    park::test::find_shipped_data();
    return {.runs = 1, .workers = 1};
  }

  [[nodiscard]] std::vector<ControlGroup> groups() { return lever_groups(dashboard_, texts_, state_); }

  ControlRow row(const std::string& key) {
    for (ControlGroup& group : groups()) {
      for (ControlRow& one : group.rows) {
        if (one.key == key) return one;
      }
    }
    ADD_FAILURE() << key;
    return {};
  }

  void apply(const std::vector<Command>& commands) { EXPECT_TRUE(session_.apply(commands).empty()); }

  Session session_{options()};
  Dashboard dashboard_{session_};
  Texts texts_ = Texts::load(Language::English);
  ParameterListState state_;
};

TEST_F(ParameterLists, EveryLeverStandsInOneOfThreeParts) {
  const auto all = groups();
  ASSERT_EQ(all.size(), 3U);
  std::size_t count = 0;
  for (const ControlGroup& group : all) {
    EXPECT_GT(group.rows.size(), 5U);
    count += group.rows.size();
  }
  EXPECT_EQ(count, lever_count);
  EXPECT_EQ(assumption_groups(dashboard_, texts_, state_).front().rows.size(), uncertainty_count);
}

TEST_F(ParameterLists, SearchLooksAtNamesAndEffectsInBothLanguages) {
  EXPECT_TRUE(matches(*find_parameter("standard_factory_rent"), "RENT factory"));
  EXPECT_TRUE(matches(*find_parameter("standard_factory_rent"), "租金"));
  EXPECT_FALSE(matches(*find_parameter("standard_factory_rent"), "rent dyeing"));
  state_.search = "rent";
  std::size_t found = 0;
  for (const ControlGroup& group : groups()) found += group.rows.size();
  EXPECT_GE(found, 2U);
  EXPECT_LT(found, 15U);
}

TEST_F(ParameterLists, ChangedOnesAreCountedAndFiltered) {
  apply({SetPolicy{"agencies", 2, {}, 0}, SetPolicy{"rent_free_months", 20, 12, 0}});
  state_.only_changed = true;
  std::size_t shown = 0;
  std::size_t changed = 0;
  for (const ControlGroup& group : groups()) {
    shown += group.rows.size();
    changed += group.changed;
  }
  EXPECT_EQ(shown, 2U);
  EXPECT_EQ(changed, 2U) << "a change over time counts too";
}

TEST_F(ParameterLists, ArrowsWalkThroughWhatIsShown) {
  const auto all = groups();
  select_next(state_, all, 1);
  EXPECT_EQ(state_.selected, all[0].rows[0].key);
  select_next(state_, all, -1);
  EXPECT_EQ(state_.selected, all[0].rows[0].key) << "there is nothing before the first";
  state_.folded.insert(all[0].heading);
  select_next(state_, all, 1);
  EXPECT_EQ(state_.selected, all[1].rows[0].key) << "folded groups are passed over";
  EXPECT_EQ(selected_row(state_, all)->key, state_.selected);
}

TEST_F(ParameterLists, AChangeCanBeMadeToBeginLater) {
  apply({SetPolicy{"agencies", 2, {}, 0}});
  const Scheduled first = schedule(row("agencies"), 30, 120);
  apply(first.commands);
  EXPECT_EQ(row("agencies").value, row("agencies").baseline);
  ASSERT_EQ(row("agencies").steps.size(), 1U);
  EXPECT_EQ(row("agencies").steps[0].at, 30);
  EXPECT_EQ(row("agencies").steps[0].value, 2);
  const Scheduled second = schedule(row("agencies"), 30, 120);
  apply(second.commands);
  ASSERT_EQ(row("agencies").steps.size(), 2U);
  EXPECT_EQ(row("agencies").steps[1].at, 42);
  apply(move(row("agencies"), 42, {50, 3, 6}));
  EXPECT_EQ(row("agencies").steps[1].at, 50);
  EXPECT_EQ(row("agencies").steps[1].ramp_months, 6);
  EXPECT_TRUE(move(row("agencies"), 50, {30, 3, 6}).empty()) << "that month has a change of its own";
  apply({remove(row("agencies"), 30)});
  EXPECT_EQ(row("agencies").steps.size(), 1U);
}

}  // namespace
}  // namespace park::ui
