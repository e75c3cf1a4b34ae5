// SPDX-License-Identifier: MIT
#include "scenario/pattern_table.hpp"

#include <gtest/gtest.h>

namespace park {
namespace {

const std::string heading = "id,pattern_zh,pattern_en,quantity_zh,quantity_en,low,high,unit,scope,source\n";

std::vector<std::string> scope_texts(const std::string& scope) {
  Pattern pattern;
  pattern.scope = scope;
  std::vector<std::string> texts;
  for (const PatternScope& one : scopes_of(pattern)) texts.push_back(one.text);
  return texts;
}

TEST(PatternTable, ScopeNamesEveryScenarioWithEverySetting) {
  using Texts = std::vector<std::string>;
  EXPECT_EQ(scope_texts("pool"), Texts{"pool"});
  EXPECT_EQ(scope_texts("baseline"), Texts{"baseline"});
  EXPECT_EQ(scope_texts("baseline and whole_package"), (Texts{"baseline", "whole_package"}));
  EXPECT_EQ(scope_texts("a;k=1 and 2"), (Texts{"a;k=1", "a;k=2"}));
  EXPECT_EQ(scope_texts("a and b;k=1;l=0 and 3"),
            (Texts{"a;k=1;l=0", "a;k=1;l=3", "b;k=1;l=0", "b;k=1;l=3"}));
}

TEST(PatternTable, PoolNeedsNoScenarioAndSettingsAreSplit) {
  Pattern pattern;
  pattern.scope = "pool";
  EXPECT_TRUE(scopes_of(pattern).front().scenario.empty());
  pattern.scope = "whole_package;build_mode=0 and 1";
  EXPECT_EQ(scopes_of(pattern).back().scenario, "whole_package");
  EXPECT_EQ(scopes_of(pattern).back().settings, std::vector<std::string>{"build_mode=1"});
}

TEST(PatternTable, ReadsARow) {
  const auto loaded =
      load_patterns(heading + "p,规律,pattern,数量,quantity,0.1,0.4,share,baseline,survey\n", "f.csv");
  ASSERT_TRUE(loaded.ok());
  ASSERT_EQ(loaded.value().size(), 1U);
  EXPECT_EQ(loaded.value().front().zh, "规律");
  EXPECT_EQ(loaded.value().front().low, 0.1);
  EXPECT_EQ(loaded.value().front().high, 0.4);
  EXPECT_EQ(loaded.value().front().source, "survey");
}

TEST(PatternTable, SaysAllProblemsAtOnce) {
  const auto loaded = load_patterns(heading +
                                        "p,规律,pattern,数量,quantity,0.4,0.1,share,baseline,survey\n"
                                        "p,规律,pattern,数量,quantity,low,0.1,share,baseline,\n"
                                        "p,规律,pattern\n",
                                    "f.csv");
  ASSERT_FALSE(loaded.ok());
  std::vector<std::string> pointers;
  for (const Problem& problem : loaded.problems()) pointers.push_back(problem.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/2/7", "/3/10", "/3/6", "/4/1"}));
}

TEST(PatternTable, RefusesAnIdTwiceAndAForeignHeading) {
  const std::string row = "p,规律,pattern,数量,quantity,0.1,0.4,share,baseline,survey\n";
  const auto twice = load_patterns(heading + row + row, "f.csv");
  ASSERT_FALSE(twice.ok());
  EXPECT_EQ(twice.problems().front().pointer, "/3/1");
  EXPECT_FALSE(load_patterns("id,low\n", "f.csv").ok());
  EXPECT_FALSE(load_patterns("", "f.csv").ok());
}

}  // namespace
}  // namespace park
