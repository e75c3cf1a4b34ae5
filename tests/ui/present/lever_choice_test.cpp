// SPDX-License-Identifier: MIT
#include "present/lever_choice.hpp"

#include <gtest/gtest.h>

#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

class LeverChoices : public ::testing::Test {
 protected:
  std::shared_ptr<const Scenario> reference_ = park::test::shared(park::test::shipped_scenario("baseline"));
  std::shared_ptr<const Scenario> package_ =
      park::test::shared(park::test::shipped_scenario("whole_package"));
  LeverChoice choice_{package_, reference_, 30};
};

TEST_F(LeverChoices, WhatDiffersFromTheReferenceComesFirst) {
  const auto rows = choice_.rows();
  ASSERT_EQ(rows.size(), lever_rows().size());
  ASSERT_GT(choice_.differing(), 5U);
  ASSERT_LT(choice_.differing(), rows.size());
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const bool differs = rows[k].before != get(reference_->parameters, *rows[k].lever);
    EXPECT_EQ(differs, k < choice_.differing()) << rows[k].lever->key;
  }
}

TEST_F(LeverChoices, KeysMoveWhatTheyHaveSelected) {
  choice_.nudge(1);
  EXPECT_TRUE(choice_.changes().empty()) << "nothing is selected yet";
  choice_.search = "rent_free_months";
  choice_.select_next(1);
  ASSERT_NE(choice_.selected(), nullptr);
  const LeverChoice::Row before = choice_.rows().front();
  choice_.nudge(2);
  const auto changes = choice_.changes();
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes.front(),
            (PolicyChange{before.lever, before.value, before.value + 2 * before.scale.step, 30}));
  choice_.nudge(100000);
  EXPECT_EQ(choice_.rows().front().value, before.scale.max);
  choice_.reset_selected();
  EXPECT_TRUE(choice_.changes().empty());
}

TEST_F(LeverChoices, HoldFromNowOrFromTheStart) {
  EXPECT_TRUE(choice_.holds_from_now());
  const ParameterRow& lever = *choice_.rows().front().lever;
  choice_.set(lever, choice_.rows().front().scale.max);
  EXPECT_EQ(choice_.changes().front().at, 30);
  choice_.hold_from_now(false);
  EXPECT_EQ(choice_.changes().front().at, std::nullopt);
  for (const int month : {0, package_->months}) {
    LeverChoice there(package_, reference_, month);
    EXPECT_FALSE(there.can_hold_from_now());
    there.hold_from_now(true);
    EXPECT_FALSE(there.holds_from_now()) << month;
  }
}

TEST_F(LeverChoices, ASearchThatFindsNothingSelectsNothing) {
  choice_.search = "no such lever";
  EXPECT_TRUE(choice_.rows().empty());
  choice_.select_next(1);
  EXPECT_EQ(choice_.selected(), nullptr);
}

}  // namespace
}  // namespace park::ui
