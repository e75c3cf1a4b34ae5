// SPDX-License-Identifier: MIT
#include "present/policy_changes.hpp"

#include <gtest/gtest.h>

#include "session/park_chronicle.hpp"
#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

const ParameterRow& lever(std::string_view key) {
  for (const ParameterRow& row : lever_rows()) {
    if (row.key == key) return row;
  }
  throw std::runtime_error(std::string(key));
}

const Scenario& package() {
  static const Scenario scenario = park::test::shipped_scenario("whole_package");
  return scenario;
}

Scenario changed(const Scenario& scenario, const std::vector<PolicyChange>& changes) {
  return park::test::value_or_throw(with_changes(scenario, changes));
}

TEST(PolicyChanges, FromAMonthOnThePastStaysWhatItWas) {
  Scenario shorter = package();
  shorter.months = 8;
  const auto before = park::test::shared(shorter);
  const auto after = park::test::shared(changed(shorter, {{&lever("rent_free_months"), 0, 60, 5}}));
  const auto old_life = record_chronicle(before, 2026);
  const auto new_life = record_chronicle(after, 2026);
  for (int month = 0; month <= 5; ++month) EXPECT_EQ(old_life->at(month), new_life->at(month)) << month;
  EXPECT_NE(old_life->digest(), new_life->digest());
}

TEST(PolicyChanges, NothingLaterTakesThemBack) {
  Scenario scenario = package();
  const ParameterRow& rent = lever("standard_factory_rent");
  scenario.policy = {{12, {&rent, 0}, 9, 0}, {36, {&rent, 0}, 11, 0}};
  EXPECT_EQ(lever_after(scenario, rent, 11), get(scenario.parameters, rent));
  EXPECT_EQ(lever_after(scenario, rent, 12), 9);
  EXPECT_EQ(lever_after(scenario, rent, 100), 11);
  const Scenario from_now = changed(scenario, {{&rent, 9, 6, 24}});
  EXPECT_EQ(lever_after(from_now, rent, 23), 9);
  EXPECT_EQ(lever_after(from_now, rent, 100), 6);
  const Scenario from_start = changed(scenario, {{&rent, 9, 6, std::nullopt}});
  EXPECT_EQ(lever_after(from_start, rent, 0), 6);
  EXPECT_EQ(lever_after(from_start, rent, 100), 6);
}

TEST(PolicyChanges, TheLabelSaysSoOnce) {
  const Scenario once = changed(package(), {{&lever("rent_free_months"), 0, 12, 5}});
  EXPECT_EQ(once.label_zh, package().label_zh + "（已调整）");
  const Scenario twice = changed(once, {{&lever("rent_free_months"), 12, 24, 9}});
  EXPECT_EQ(twice.label_zh, once.label_zh);
  EXPECT_EQ(twice.label_en, package().label_en + " (adjusted)");
  EXPECT_EQ(changed(package(), {}).label_zh, package().label_zh);
}

TEST(PolicyChanges, WhatIsOutOfRangeIsAProblem) {
  const PolicyChange mad{&lever("rent_free_months"), 0, -7, 5};
  const auto refused = with_changes(package(), std::vector{mad});
  ASSERT_FALSE(refused.ok());
  EXPECT_NE(to_string(refused.problems().front()).find("rent_free_months"), std::string::npos);
}

TEST(PolicyChanges, LaterOnesOfTheSameLeverAndMonthReplaceEarlier) {
  const ParameterRow& rent = lever("rent_free_months");
  std::vector<PolicyChange> told = {{&rent, 6, 12, 5}};
  take_over(told, std::vector<PolicyChange>{{&rent, 12, 24, 5}, {&rent, 24, 30, 40}});
  EXPECT_EQ(told, (std::vector<PolicyChange>{{&rent, 6, 24, 5}, {&rent, 24, 30, 40}}));
  take_over(told, std::vector<PolicyChange>{{&rent, 30, 24, 40}});
  EXPECT_EQ(told, (std::vector<PolicyChange>{{&rent, 6, 24, 5}})) << "what is taken back is not told";
  const ParameterRow& subsidy = lever("training_subsidy");
  take_over(told, std::vector<PolicyChange>{{&subsidy, 1200, 1500, 9}, {&rent, 6, 3, std::nullopt}});
  EXPECT_EQ(told, (std::vector<PolicyChange>{{&subsidy, 1200, 1500, 9}, {&rent, 6, 3, std::nullopt}}))
      << "from the start on, nothing later holds";
}

TEST(PolicyChanges, AreNamedWithUnitAndMonth) {
  park::test::find_shipped_data();
  const std::vector<PolicyChange> changes = {{&lever("rent_free_months"), 6, 24, 41},
                                             {&lever("training_subsidy"), 1200, 2700, std::nullopt}};
  EXPECT_EQ(change_lines(changes, package(), Texts::load(Language::English)),
            (std::vector<std::string>{"Rent-free period 6 months → 24 months from 2029-06",
                                      "Training subsidy 1,200 yuan/person → 2,700 yuan/person"}));
}

}  // namespace
}  // namespace park::ui
