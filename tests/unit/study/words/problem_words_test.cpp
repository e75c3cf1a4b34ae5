// SPDX-License-Identifier: MIT
#include "study/words/problem_words.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <string>

#include "scenario/load.hpp"
#include "scenario/park_map.hpp"
#include "scenario/target_list.hpp"
#include "shipped_scenario.hpp"

namespace park {
namespace {

Texts chinese() {
  test::find_shipped_data();
  return Texts::load(Language::Chinese);
}

class ProblemWordsTest : public testing::Test {
 protected:
  const Texts texts_ = chinese();
  const ProblemWords words_ = ProblemWords::load(texts_);
};

TEST_F(ProblemWordsTest, NumbersNamesAndUnitsKeepTheirPlace) {
  EXPECT_EQ(words_("a whole number from 1 to 600"), "1 至 600 的整数");
  EXPECT_EQ(words_("a number from 0 to 2"), "0 至 2 的数");
  EXPECT_EQ(words_("a known key (nearest: agencies)"), "已有的键（最接近的是“agencies”）");
  EXPECT_EQ(words_("a number from 0 to 30 yuan/m2/month"),
            "0 至 30 " + texts_.unit("yuan/m2/month") + "的数");
}

TEST_F(ProblemWordsTest, WhatTheFileSaysIsNotTouched) {
  EXPECT_EQ(words_("text \"an object\""), "文字“an object”");
  EXPECT_EQ(words_("unknown key \"a number from 1 to 2\""), "未知的键“a number from 1 to 2”");
}

TEST_F(ProblemWordsTest, WhatNobodyPutIntoWordsStaysAsItIs) {
  EXPECT_EQ(words_("a perfectly new complaint"), "a perfectly new complaint");
  EXPECT_EQ(words_(""), "");
}

TEST_F(ProblemWordsTest, ALineSaysAllInOneLanguage) {
  const Problem problem{"rent.json", "/levers/rent", "a number from 0 to 30 yuan/m2/month", "31"};
  const std::string chinese = problem_line(texts_, told_in(texts_, {problem}).front());
  EXPECT_EQ(chinese,
            "rent.json:/levers/rent 应为：0 至 30 " + texts_.unit("yuan/m2/month") + "的数；实际：31");
  const Texts english = Texts::load(Language::English);
  EXPECT_EQ(problem_line(english, told_in(english, {problem}).front()), to_string(problem));
}

/// Two English words side by side were left over. What stands in quotes is the file's own, and paths are as
/// they are.
bool has_english(const std::string& text) {
  static const std::regex own("“[^”]*”|/.*\\.[a-z]+");
  static const std::regex two_words("[A-Za-z]+ [A-Za-z]+");
  return std::regex_search(std::regex_replace(text, own, ""), two_words);
}

TEST_F(ProblemWordsTest, CommonFaultsOfEveryKindOfFileAreToldInChinese) {
  Problems problems;
  const auto take = [&](const auto& checked) {
    ASSERT_FALSE(checked.ok());
    append(problems, checked.problems());
  };
  for (const char* text :
       {R"([])",
        R"({"extra":1,"seeed":2})",
        R"({"months":0})",
        R"({"months":1.5})",
        R"({"start":"2030-13"})",
        R"({"name":"a/b"})",
        R"({"name":""})",
        R"({"labels":"a"})",
        R"({"about":{"en":3}})",
        R"({"levers":{"agencies":99,"agencis":1,"build_mode":"x","agency_paid_on_arrival":"x"}})",
        R"({"levers":{"standard_factory_rent":-1}})",
        R"({"clauses":{"rent_01":2.1,"rent_99":1}})",
        R"({"policy":[{"at":"2026-01","set":{"home_bias":1}}]})",
        R"({"policy":{}})",
        R"({"policy":[{"set":3}]})",
        R"({"shocks":[{"at":700,"months":-1,"set":{}}]})",
        R"({"extends":""})",
        R"({"extends":"no.json"})",
        R"({"map":"no.geojson"})",
        R"({"base_district":{"firms":{"sewing":-1}}})",
        R"({"months":1e400})",
        R"({"a":1,"a":2})",
        R"({"seed":-1})",
        R"({"months":12)",
        ""})
    take(load_scenario(text, "bad.json", "."));
  for (
      const char* text :
      {R"({"type":"FeatureCollection","features":[]})", R"({"type":"Feature"})",
       R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a","kind":"parcel","legal_state":"used"},"geometry":{"type":"Polygon","coordinates":[[[110,22],[110.001,22.001],[110.001,22],[110,22.001],[110,22]]]}}]})",
       R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"kind":"park"},"geometry":null}]})"})
    take(load_park_map(text, "bad.geojson"));
  for (const char* text : {"", "name\n", "name,stage,region,employees,investment,leader\n甲,x,y,-1,z,w\n"})
    take(load_target_list(text, "bad.csv"));
  ASSERT_GT(problems.size(), 40U);
  for (const Problem& problem : problems) {
    EXPECT_FALSE(has_english(words_(problem.expected)))
        << to_string(problem) << " -> " << words_(problem.expected);
    EXPECT_FALSE(has_english(words_(problem.got))) << to_string(problem) << " -> " << words_(problem.got);
  }
}

}  // namespace
}  // namespace park
