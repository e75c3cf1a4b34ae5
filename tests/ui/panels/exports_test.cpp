// SPDX-License-Identifier: MIT
#include "panels/exports.hpp"

#include <gtest/gtest.h>

#include <cstdlib>

#include "scenario/load.hpp"

namespace park::ui {
namespace {

std::shared_ptr<const Scenario> scenario_called(const std::string& label) {
  setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1);
  Scenario scenario = load_scenario(shipped_data_folder() / "scenarios/whole_package.json").value();
  scenario.label_zh = scenario.label_en = label;
  return std::make_shared<const Scenario>(std::move(scenario));
}

TEST(FileStem, OfACopyIsWhatItsPersonCallsIt) {
  const auto scenario = scenario_called("先建房 2/甲");
  EXPECT_EQ(file_stem(EditedScenario(scenario, scenario), Texts::load(Language::Chinese)), "先建房_2_甲");
}

TEST(FileStem, OfAFileIsTheFiles) {
  const auto scenario = scenario_called("先建房");
  EXPECT_EQ(
      file_stem(EditedScenario(scenario, scenario, "/somewhere/mine.json"), Texts::load(Language::Chinese)),
      "mine");
}

TEST(FileStem, IsNeverEmpty) {
  const auto scenario = scenario_called("");
  EXPECT_EQ(file_stem(EditedScenario(scenario, scenario), Texts::load(Language::English)), "whole_package");
}

}  // namespace
}  // namespace park::ui
