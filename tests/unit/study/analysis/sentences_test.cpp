// SPDX-License-Identifier: MIT
#include "study/analysis/sentences.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>

namespace park::study {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr std::array<Choice, 3> choices = {
    {{"one", "先建", "first"}, {"two", "先招", "second"}, {"three", "同步", "third"}}};

TEST(Sentences, ABoxIsSaidInBothLanguages) {
  std::vector<AnalysisFactor> factors(3);
  factors[0].key = "rent";
  factors[0].words = {"租金", "Rent", "元", "yuan", 1};
  factors[1].key = "share";
  factors[1].words = {"占比", "Share", "%", "%", 100};
  factors[2].key = "mode";
  factors[2].choices = choices;
  AnalysisOutcome outcome;
  outcome.name = "jobs";
  outcome.words = {"就业", "Jobs", "人", "people", 1};
  PrimBox box;
  box.restrictions = {{0, 9, infinite, {}, 0}, {1, 0.25, 0.5, {}, 0}, {2, 0, 0, {0, 2}, 0}};
  box.coverage = 0.61;
  box.density = 0.834;
  const Remark sentence = sentence_of(box, factors, outcome, {12500, true}, 0.25);
  EXPECT_EQ(sentence.zh,
            "当租金不低于9元、占比在25%至50%之间、mode为先建或同步时，园区就业不低于1.25万人的可能性为83%"
            "（不加条件时为25%），这类结果的61%出现在此情形下。");
  EXPECT_EQ(
      sentence.en,
      "When rent is at least 9 yuan and share lies from 25% to 50% and mode is first or third, the chance "
      "that jobs is at least 12500 people is 83% (25% without conditions); 61% of such outcomes lie "
      "there.");
}

TEST(Sentences, AnUpperLimitAndALabelThatNamesThePark) {
  std::vector<AnalysisFactor> factors(1);
  factors[0].key = "rent";
  AnalysisOutcome outcome;
  outcome.name = "x";
  outcome.words.zh = "园区产值";
  PrimBox box;
  box.restrictions = {{0, -infinite, 3.5, {}, 0}};
  const Remark sentence = sentence_of(box, factors, outcome, {2, false}, 0.25);
  EXPECT_EQ(sentence.zh.substr(0, sentence.zh.find("的可能性")), "当rent不高于3.5时，园区产值不高于2");
}

TEST(Sentences, NumbersHaveThreeToFourDigitsAndNoExponent) {
  EXPECT_EQ(plain_number(0.012345), "0.0123");
  EXPECT_EQ(plain_number(4.5678), "4.57");
  EXPECT_EQ(plain_number(-123.456), "-123.5");
  EXPECT_EQ(plain_number(1234567), "1234567");
  EXPECT_EQ(plain_number(0), "0");
  EXPECT_EQ(chinese_number(12345), "1.23万");
  EXPECT_EQ(chinese_number(-3.05e8), "-3.05亿");
}

}  // namespace
}  // namespace park::study
