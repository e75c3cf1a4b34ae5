// SPDX-License-Identifier: MIT
#include "present/callouts.hpp"

#include <gtest/gtest.h>

#include "made_futures.hpp"

namespace park::ui {
namespace {

const PairedChange more = {12, 9, 15, 64};
const PairedChange less = {-12, -15, -9, 64};
const PairedChange unsure = {2, -1, 5, 64};

std::vector<Callout> called(const MadeFutures& made, std::vector<std::string> keys = {"jobs"}) {
  return callouts(made.made(), keys);
}

TEST(Callouts, ComeInTheFirstOfSixSignificantMonths) {
  MadeFutures made({"baseline", "whole_package"}, 24);
  EXPECT_TRUE(called(made).empty());
  made.change_from(1, 0, "jobs", unsure);
  EXPECT_TRUE(called(made).empty());
  made.change_from(1, 10, "jobs", more);
  const auto found = called(made);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].month, 10);
  EXPECT_EQ(found[0].scenario, 1U);
  EXPECT_EQ(found[0].change.mean, 12);
}

TEST(Callouts, FiveMonthsAreChance) {
  MadeFutures made({"baseline", "whole_package"}, 24);
  made.change_from(1, 20, "jobs", more);  // 20 to 24
  EXPECT_TRUE(called(made).empty());
  made.change_from(1, 19, "jobs", more);
  EXPECT_EQ(called(made).at(0).month, 19);
}

TEST(Callouts, AMonthThatIsNotSureOrHasTheOtherSignBeginsAnew) {
  MadeFutures made({"baseline", "whole_package"}, 24);
  made.change_from(1, 3, "jobs", more);
  made.change(1, 6, "jobs") = unsure;
  EXPECT_EQ(called(made).at(0).month, 7);
  made.change(1, 9, "jobs") = less;
  EXPECT_EQ(called(made).at(0).month, 10);
  made.change_from(1, 12, "jobs", less);
  EXPECT_EQ(called(made).at(0).month, 12);
  EXPECT_LT(called(made).at(0).change.hi, 0);
}

TEST(Callouts, WhatDiffersAtTheOpeningHasNotComeAbout) {
  MadeFutures made({"baseline", "whole_package"}, 24);
  made.change_from(1, 0, "jobs", more);
  EXPECT_TRUE(called(made).empty());
  made.change_from(1, 12, "jobs", less);
  EXPECT_EQ(called(made).at(0).month, 12);
}

TEST(Callouts, ASingleRunIsNeverSure) {
  MadeFutures made({"baseline", "whole_package"}, 24);
  made.change_from(1, 1, "jobs", {12, 9, 15, 1});
  EXPECT_TRUE(called(made).empty());
}

TEST(Callouts, OfEveryScenarioAndIndicatorByMonth) {
  MadeFutures made({"baseline", "whole_package", "chain_first"}, 24);
  made.change_from(1, 9, "jobs", more);
  made.change_from(2, 4, "jobs", less);
  made.change_from(2, 9, "output", more);
  const auto found = called(made, {"output", "jobs", "no_such_indicator"});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].month, 4);
  EXPECT_EQ(found[0].scenario, 2U);
  EXPECT_EQ(found[1].scenario, 1U);
  EXPECT_EQ(found[2].scenario, 2U);
}

TEST(Callouts, WordsInBothLanguages) {
  MadeFutures made({"baseline", "whole_package"}, 24);
  made.change_from(1, 15, "firms_producing", more);
  const auto found = called(made, {"firms_producing"});
  ASSERT_EQ(found.size(), 1U);
  const Futures futures = made.made();
  EXPECT_EQ(callout_words(found[0], futures, Texts::load(Language::Chinese)),
            "2027年3月起 全套政策：投产企业多12家 [9, 15]");
  EXPECT_EQ(callout_words(found[0], futures, Texts::load(Language::English)),
            "From Mar 2027, The whole package: Firms in production 12 firms more [9, 15]");
}

}  // namespace
}  // namespace park::ui
