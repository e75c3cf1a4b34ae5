// SPDX-License-Identifier: MIT
#include "scenario/scenario_title.hpp"

#include <gtest/gtest.h>

#include "scenario/load.hpp"

namespace park {
namespace {

namespace fs = std::filesystem;

class TitleOfAFile : public testing::Test {
 protected:
  void SetUp() override { fs::create_directories(folder_); }
  void TearDown() override { fs::remove_all(folder_); }

  [[nodiscard]] std::optional<ScenarioTitle> title_of(const std::string& text) const {
    write_file(folder_ / "a.json", text);
    return title_in(folder_ / "a.json");
  }

  fs::path folder_ = fs::path(testing::TempDir()) / "scenario_title_test";
};

TEST_F(TitleOfAFile, IsReadInBothLanguages) {
  const auto title =
      title_of(R"({"schema": "parksim/scenario/1", "labels": {"zh": "先建后招", "en": "Build first"}})");
  ASSERT_TRUE(title.has_value());
  EXPECT_EQ(title->zh, "先建后招");
  EXPECT_EQ(title->en, "Build first");
}

TEST_F(TitleOfAFile, OneLanguageStandsForTheOther) {
  const auto title =
      title_of(R"({"schema": "parksim/scenario/1", "labels": {"zh": "先建后招"}, "levers": 3})");
  ASSERT_TRUE(title.has_value());
  EXPECT_EQ(title->en, "先建后招");
}

TEST_F(TitleOfAFile, IsNothingWhereTheFileIsNoScenario) {
  for (const char* text :
       {"", "{", "[]", "7", R"({"labels": {"zh": "x"}})",
        R"({"schema": "parksim/study/1", "labels": {"zh": "x"}})", R"({"schema": "parksim/scenario/1"})",
        R"({"schema": "parksim/scenario/1", "labels": "x"})",
        R"({"schema": "parksim/scenario/1", "labels": {"zh": 7}})",
        R"({"schema": 1, "labels": {"zh": "x"}})"}) {
    EXPECT_FALSE(title_of(text).has_value()) << text;
  }
  EXPECT_FALSE(title_in(folder_ / "missing.json").has_value());
  EXPECT_FALSE(title_in(folder_).has_value());
}

}  // namespace
}  // namespace park
