// SPDX-License-Identifier: MIT
#include "session/edited_scenario.hpp"

#include <gtest/gtest.h>

#include "session/differing_keys.hpp"
#include "session/same_scenario.hpp"
#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

EditedScenario edited(const char* name = "whole_package") {
  return {test::shared(test::shipped_scenario(name)), test::shared(test::shipped_scenario("baseline"))};
}

double value(const EditedScenario& scenario, const char* key) {
  return get(scenario.now()->parameters, *find_parameter(key));
}

TEST(EditedScenario, UndoAndRedoGoBackAndForth) {
  EditedScenario scenario = edited();
  EXPECT_FALSE(scenario.can_undo());
  EXPECT_TRUE(scenario.apply(SetPolicy{"agencies", 5, {}, 0}).empty());
  scenario.end_gesture();
  EXPECT_TRUE(scenario.apply(SetPolicy{"rent_free_months", 3, {}, 0}).empty());
  EXPECT_EQ(std::get<SetPolicy>(*scenario.undone_next()).key, "rent_free_months");
  scenario.undo();
  EXPECT_EQ(value(scenario, "agencies"), 5);
  EXPECT_EQ(value(scenario, "rent_free_months"), 24);
  scenario.undo();
  EXPECT_EQ(value(scenario, "agencies"), 3);
  EXPECT_FALSE(scenario.is_modified());
  EXPECT_EQ(scenario.now(), scenario.saved()) << "the very same state, so that its runs are known";
  scenario.redo();
  scenario.redo();
  EXPECT_FALSE(scenario.can_redo());
  EXPECT_EQ(value(scenario, "rent_free_months"), 3);
  scenario.undo();
  EXPECT_TRUE(scenario.apply(SetPolicy{"agencies", 7, {}, 0}).empty());
  EXPECT_FALSE(scenario.can_redo()) << "another future begins";
}

TEST(EditedScenario, ADragIsOneStepOfUndo) {
  EditedScenario scenario = edited();
  for (int v = 4; v <= 8; ++v) EXPECT_TRUE(scenario.apply(SetPolicy{"agencies", 1.0 * v, {}, 0}).empty());
  scenario.end_gesture();
  for (int v = 7; v >= 6; --v) EXPECT_TRUE(scenario.apply(SetPolicy{"agencies", 1.0 * v, {}, 0}).empty());
  scenario.undo();
  EXPECT_EQ(value(scenario, "agencies"), 8);
  scenario.undo();
  EXPECT_EQ(value(scenario, "agencies"), 3);
  EXPECT_FALSE(scenario.can_undo());
}

TEST(EditedScenario, WhatChangesNothingIsNoStep) {
  EditedScenario scenario = edited();
  EXPECT_TRUE(scenario.apply(SetPolicy{"agencies", 3, {}, 0}).empty());
  EXPECT_FALSE(scenario.can_undo());
}

TEST(EditedScenario, StepsAreSetMovedAndRemoved) {
  EditedScenario scenario = edited();
  EXPECT_TRUE(scenario.apply(SetPolicy{"standard_factory_rent", 9, 24, 6}).empty());
  EXPECT_TRUE(scenario.apply(SetPolicy{"standard_factory_rent", 9.5, 24, 3}).empty());
  ASSERT_EQ(scenario.now()->policy.size(), 1U);
  EXPECT_EQ(scenario.now()->policy.front().value, 9.5);
  EXPECT_TRUE(scenario.apply(MovePolicyStep{"standard_factory_rent", 24, 36, 12}).empty());
  EXPECT_EQ(scenario.now()->policy.front().at, 36);
  EXPECT_EQ(scenario.now()->policy.front().value, 9.5);
  EXPECT_EQ(scenario.now()->policy.front().ramp_months, 12);
  EXPECT_TRUE(scenario.apply(RemovePolicyStep{"standard_factory_rent", 36}).empty());
  EXPECT_TRUE(scenario.now()->policy.empty());
}

TEST(EditedScenario, ClausesAreSetByCategory) {
  EditedScenario scenario = edited();
  const std::uint8_t category = scenario.now()->facts->clauses.clauses[0].category;
  EXPECT_TRUE(scenario.apply(SetClauseCategory{category, 0.5}).empty());
  for (std::size_t c = 0; c < clause_count; ++c) {
    const bool is_in = scenario.now()->facts->clauses.clauses[c].category == category;
    EXPECT_EQ(scenario.now()->parameters.clauses[c], is_in ? 0.5 : 1.0);
  }
}

TEST(EditedScenario, PolicyAndAssumptionsAreKeptApart) {
  EditedScenario scenario = edited();
  EXPECT_FALSE(scenario.apply(SetPolicy{"origin_rent", 20, {}, 0}).empty());
  EXPECT_FALSE(scenario.apply(SetAssumption{"agencies", 2, {}, 0}).empty());
  EXPECT_TRUE(scenario.apply(SetAssumption{"origin_rent", 20, {}, 0}).empty());
  scenario.end_gesture();
  EXPECT_TRUE(scenario.apply(SetPolicy{"agencies", 1, {}, 0}).empty());
  EXPECT_TRUE(scenario.apply(Reset{Mark::Saved, Part::Policy, {}}).empty());
  EXPECT_EQ(value(scenario, "agencies"), 3);
  EXPECT_EQ(value(scenario, "origin_rent"), 20);
  EXPECT_TRUE(scenario.apply(Reset{Mark::Saved, Part::Assumptions, {}}).empty());
  EXPECT_FALSE(scenario.is_modified());
}

TEST(EditedScenario, ResetsGoToTheMarkTheyName) {
  EditedScenario scenario = edited();
  EXPECT_TRUE(scenario.apply(SetPolicy{"agencies", 9, 12, 0}).empty());
  EXPECT_TRUE(scenario.apply(SetPolicy{"agencies", 9, {}, 0}).empty());
  EXPECT_TRUE(scenario.apply(Reset{Mark::Baseline, Part::Policy, "agencies"}).empty());
  EXPECT_EQ(value(scenario, "agencies"), 0);
  EXPECT_TRUE(scenario.now()->policy.empty());
  EXPECT_EQ(value(scenario, "rent_free_months"), 24) << "another lever stays";
  EXPECT_TRUE(scenario.apply(Reset{Mark::Baseline, Part::Policy, {}}).empty());
  const Scenario* both[] = {scenario.now().get(), scenario.baseline().get()};
  EXPECT_TRUE(differing_keys(both).empty());
  EXPECT_TRUE(scenario.apply(Reset{Mark::Saved, Part::Everything, {}}).empty());
  EXPECT_FALSE(scenario.is_modified());
}

TEST(EditedScenario, DifferencesNameKeyAndValues) {
  EditedScenario scenario = edited();
  EXPECT_TRUE(scenario.apply(SetPolicy{"agencies", 9, {}, 0}).empty());
  EXPECT_TRUE(scenario.apply(SetPolicy{"clause.rent_01", 0.5, 24, 0}).empty());
  const Scenario* both[] = {scenario.saved().get(), scenario.now().get()};
  const auto differences = differing_keys(both);
  ASSERT_EQ(differences.size(), 2U);
  EXPECT_EQ(differences[0].key, "agencies");
  EXPECT_EQ(differences[0].values, (std::vector<double>{3, 9}));
  EXPECT_FALSE(differences[0].differs_later);
  EXPECT_EQ(differences[1].key, "clause.rent_01");
  EXPECT_TRUE(differences[1].differs_later);
}

TEST(EditedScenario, WhatIsNotAllowedIsSaidAndChangesNothing) {
  EditedScenario scenario = edited();
  const auto before = scenario.now();
  const std::vector<Command> bad = {SetPolicy{"agencys", 1, {}, 0},
                                    SetPolicy{"agencies", 1e9, {}, 0},
                                    SetPolicy{"agencies", 1.5, {}, 0},
                                    SetPolicy{"agencies", std::numeric_limits<double>::quiet_NaN(), {}, 0},
                                    SetPolicy{"build_mode", 1, 12, 6},
                                    SetPolicy{"agencies", 1, 601, 0},
                                    SetPolicy{"agencies", 1, -1, 0},
                                    SetPolicy{"agencies", 1, 1, -1},
                                    MovePolicyStep{"agencies", 3, 4, 0},
                                    RemovePolicyStep{"agencies", 3},
                                    RemoveShock{"origin_rent", 3},
                                    SetClauseCategory{12, 1},
                                    SetClauseCategory{0, 2.5},
                                    SetAssumption{"pool_agents", 6000, 12, 0},
                                    SetMonths{0},
                                    SetMonths{601},
                                    SetLabels{"", "x"}};
  for (const Command& command : bad) {
    EXPECT_FALSE(scenario.apply(command).empty()) << "command " << command.index();
    EXPECT_EQ(scenario.now(), before);
  }
  EXPECT_FALSE(scenario.apply({SetPolicy{"agencies", 1, {}, 0}, SetMonths{0}}).empty());
  EXPECT_EQ(scenario.now(), before) << "all or none";
}

TEST(EditedScenario, SeveralCommandsAreOneStep) {
  EditedScenario scenario = edited();
  EXPECT_TRUE(scenario.apply({SetPolicy{"agencies", 0, {}, 0}, SetPolicy{"agencies", 9, 24, 12}}).empty());
  EXPECT_EQ(value(scenario, "agencies"), 0);
  scenario.undo();
  EXPECT_FALSE(scenario.is_modified());
}

TEST(EditedScenario, SavedMovesTheMark) {
  EditedScenario scenario = edited();
  EXPECT_TRUE(scenario.apply(SetPolicy{"agencies", 9, {}, 0}).empty());
  EXPECT_TRUE(scenario.is_modified());
  scenario.set_saved("/tmp/x.json");
  EXPECT_FALSE(scenario.is_modified());
  scenario.undo();
  EXPECT_TRUE(scenario.is_modified()) << "what is on screen is not what stands in the file";
}

}  // namespace
}  // namespace park::ui
