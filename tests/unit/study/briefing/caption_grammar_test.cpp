// SPDX-License-Identifier: MIT
#include "study/briefing/caption_grammar.hpp"

#include <gtest/gtest.h>

#include "../../scenario/scratch_folder.hpp"
#include "shipped_scenario.hpp"

namespace park::study {
namespace {

using Form = CaptionValue::Form;

class Caption : public ::testing::Test {
 protected:
  void SetUp() override {
    columns_ = indicator_columns(test::shipped_scenario("baseline"));
    ground_ = {{2026, 1}, 120, columns_, names_};
  }

  std::vector<CaptionPart> read(std::string_view text) {
    problems_.clear();
    FaultList faults("test.json", problems_);
    return read_caption(text, "/caption/zh", ground_, faults);
  }

  CaptionValue value(const std::string& text) {
    const auto parts = read(text);
    EXPECT_TRUE(problems_.empty()) << test::text_of(problems_);
    if (parts.size() == 1 && parts[0].value) return *parts[0].value;
    ADD_FAILURE() << text << " is no single value";
    return {};
  }

  std::string fault(std::string_view text) {
    static_cast<void>(read(text));
    EXPECT_EQ(problems_.size(), 1U) << text << "\n" << test::text_of(problems_);
    return problems_.empty() ? std::string() : to_string(problems_.front());
  }

  std::size_t column(std::string_view key) const { return find_column(columns_, key).value(); }

  std::vector<std::string> names_ = {"baseline", "whole package", "third"};
  std::vector<IndicatorColumn> columns_;
  CaptionGround ground_;
  Problems problems_;
};

TEST_F(Caption, ReadsWordsAndValuesInOrder) {
  const auto parts = read("投产{firms_producing@2031-06}，{{就业}}{jobs}。");
  ASSERT_TRUE(problems_.empty());
  const std::vector<CaptionPart> expected = {
      {"投产", std::nullopt},
      {"", CaptionValue{column("firms_producing"), 1, 66, Form::Value}},
      {"，{就业}", std::nullopt},
      {"", CaptionValue{column("jobs"), 1, std::nullopt, Form::Value}},
      {"。", std::nullopt}};
  EXPECT_EQ(parts, expected);
}

TEST_F(Caption, MonthsInEveryForm) {
  EXPECT_EQ(value("{jobs@2026-01}").month, 1);  // the end of the first month
  EXPECT_EQ(value("{jobs@2035-12}").month, 120);
  EXPECT_EQ(value("{jobs@66}").month, 66);
  EXPECT_EQ(value("{jobs@0}").month, 0);
  EXPECT_EQ(value("{jobs@start}").month, 0);
  EXPECT_EQ(value("{jobs@end}").month, 120);
  EXPECT_EQ(value("{jobs@now}").month, std::nullopt);
  EXPECT_EQ(value("{jobs}").month, std::nullopt);
}

TEST_F(Caption, FormsAndScenarios) {
  EXPECT_EQ(value("{jobs@end interval}").form, Form::Interval);
  EXPECT_EQ(value("{jobs difference}").form, Form::Difference);
  EXPECT_EQ(value("{ jobs@end   more }").form, Form::More);
  EXPECT_EQ(value("{jobs@end of reference}").scenario, 0U);
  EXPECT_EQ(value("{jobs@end of baseline}").scenario, 0U);
  EXPECT_EQ(value("{jobs@end more of third}"), (CaptionValue{column("jobs"), 2, 120, Form::More}));
  EXPECT_EQ(value("{jobs.garment@end interval of whole package}").scenario, 1U);  // a name with a blank
}

TEST_F(Caption, OneScenarioIsItsOwnSubjectAndHasNoDifference) {
  ground_.scenarios = std::span(names_).first(1);
  EXPECT_EQ(value("{jobs@end}").scenario, 0U);
  EXPECT_NE(fault("{jobs@end more}").find("a scenario beside the reference"), std::string::npos);
  EXPECT_NE(fault("{jobs@end difference of reference}").find("beside the reference"), std::string::npos);
}

TEST_F(Caption, WithoutKnownScenariosAnyNameWillDo) {
  ground_.scenarios = {};
  EXPECT_EQ(value("{jobs@end more of anything}").form, Form::More);
  EXPECT_EQ(value("{jobs@end difference}").form, Form::Difference);
  EXPECT_NE(fault("{jobs@end more of reference}").find("beside the reference"), std::string::npos);
  EXPECT_NE(fault("{jobs@end of}").find("a scenario"), std::string::npos);
}

TEST_F(Caption, FaultsNameTheirPlace) {
  EXPECT_EQ(fault("{jobz@end}"),
            "test.json:/caption/zh: expected a known key (nearest: jobs), got unknown key \"jobz\"");
  EXPECT_EQ(
      fault("{jobs@2036-01}"),
      "test.json:/caption/zh: expected start, end, a month from 0 to 120, or YYYY-MM up to 2035-12, got "
      "\"2036-01\"");
  EXPECT_EQ(fault("{jobs@end more of nobody}"),
            "test.json:/caption/zh: expected a scenario: reference, baseline, whole package, third, got "
            "\"nobody\"");
  for (const char* text : {"{}",
                           "{ }",
                           "{@end}",
                           "{jobs @end}",
                           "{jobs@}",
                           "{jobs@121}",
                           "{jobs@-1}",
                           "{jobs@1e2}",
                           "{jobs@0066}",
                           "{jobs@2031-13}",
                           "{jobs@end twice}",
                           "{jobs@end of}",
                           "{jobs@end interval more}",
                           "{jobs",
                           "a { b",
                           "a } b",
                           "{jobs@end",
                           "{jobs{jobs}",
                           "}",
                           "{",
                           "{{{",
                           "}}}",
                           "{jobs@end}}"}) {
    EXPECT_FALSE(fault(text).empty()) << text;
  }
}

TEST_F(Caption, EveryFaultIsSaidAndTheRestStays) {
  const auto parts = read("a{x}b{jobs}c{y}d");
  EXPECT_EQ(problems_.size(), 2U);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].words, "ab");
  EXPECT_EQ(parts[2].words, "cd");
}

TEST_F(Caption, HostileTextIsRefusedInTime) {
  const std::string braces(1'000'000, '{');
  static_cast<void>(read(braces));  // an even number: half as many braces as words
  EXPECT_TRUE(problems_.empty());
  static_cast<void>(read(braces + "{"));
  EXPECT_EQ(problems_.size(), 1U);
  std::string values;
  for (int i = 0; i < 3000; ++i) values += "{\x1b[2J}";
  static_cast<void>(read(values));
  EXPECT_EQ(problems_.size(), max_problems + 1);
  for (const Problem& problem : problems_) EXPECT_EQ(to_string(problem).find('\x1b'), std::string::npos);
}

TEST_F(Caption, AnyTextCanBeMadeWords) {
  for (const char* text : {"", "{", "}", "{{", "{jobs@end}", "a{b}c}d{", "园区{区}"}) {
    const auto parts = read(as_caption_words(text));
    EXPECT_TRUE(problems_.empty()) << text;
    std::string words;
    for (const CaptionPart& part : parts) words += part.words;
    EXPECT_EQ(words, text);
  }
}

}  // namespace
}  // namespace park::study
