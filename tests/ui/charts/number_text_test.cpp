// SPDX-License-Identifier: MIT
#include "charts/number_text.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdlib>

namespace park::ui {
namespace {

class NumberTextTest : public testing::Test {
 protected:
  NumberTextTest() {
    setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1);
    zh = Texts::load(Language::Chinese);
    en = Texts::load(Language::English);
  }

  Texts zh, en;
};

TEST_F(NumberTextTest, CountsHaveNoDecimalsFromTenOn) {
  EXPECT_EQ(value_text(zh, 86.4, "firms"), "86家");
  EXPECT_EQ(value_text(zh, 9.24, "firms"), "9.2家");
  EXPECT_EQ(value_text(zh, 9, "firms"), "9家");
  EXPECT_EQ(value_text(en, 1636.4, "people"), "1,636 people");
  EXPECT_EQ(value_text(zh, 0.04, "firms"), "0家");
}

TEST_F(NumberTextTest, ChineseCountsInTenThousandsAndHundredMillions) {
  EXPECT_EQ(value_text(zh, 12480, "people"), "1.25万人");
  EXPECT_EQ(value_text(zh, 9994, "people"), "9,994人");
  EXPECT_EQ(value_text(zh, 3820, "million yuan"), "38.2亿元");
  EXPECT_EQ(value_text(zh, 38.44, "million yuan/month"), "3,844万元/月");
}

TEST_F(NumberTextTest, OneOfAThingIsSingularInEnglish) {
  EXPECT_EQ(value_text(en, 1, "firms"), "1 firm");
  EXPECT_EQ(value_text(en, 1, "people"), "1 person");
  EXPECT_EQ(value_text(en, 1, "projects/year"), "1 project/year");
  EXPECT_EQ(value_text(en, 1, "agencies"), "1 agency");
  EXPECT_EQ(difference_text(en, -1, "firms"), "−1 firm");
  EXPECT_EQ(value_text(en, 1.1, "firms"), "1.1 firms");
  EXPECT_EQ(value_text(en, 1, "mu"), "1 mu");
  EXPECT_EQ(value_text(zh, 1, "firms"), "1家");
}

TEST_F(NumberTextTest, EnglishShortensMillionsOnly) {
  EXPECT_EQ(value_text(en, 999400, "people"), "999,400 people");
  EXPECT_EQ(value_text(en, 1250000, "people"), "1.25m people");
  EXPECT_EQ(value_text(en, 4.2e9, "people"), "4.20bn people");
  EXPECT_EQ(value_text(en, 1200, "m2"), "1,200 m²");
}

TEST_F(NumberTextTest, SharesArePerCentAndTheirDifferencesPoints) {
  EXPECT_EQ(value_text(zh, 0.143, "share"), "14.3%");
  EXPECT_EQ(difference_text(zh, -0.09, "share"), "−9个百分点");
  EXPECT_EQ(difference_text(en, 0.0123, "share"), "+1.23 percentage points");
}

TEST_F(NumberTextTest, DifferencesCarrySignUnitAndInterval) {
  EXPECT_EQ(difference_text(zh, 51.2, "firms"), "+51家");
  EXPECT_EQ(difference_text(zh, -40, "million yuan"), "−4,000万元");
  EXPECT_EQ(interval_text(zh, 44.4, 58.3, "firms"), "[+44, +58]");
  EXPECT_EQ(interval_text(zh, -90, 20, "million yuan"), "[−9,000万, +2,000万]");
  EXPECT_EQ(difference_text(zh, 0.001, "firms"), "0家");
}

TEST_F(NumberTextTest, NoValueIsADash) {
  EXPECT_EQ(value_text(zh, std::nan(""), "firms"), "–");
  EXPECT_EQ(value_text(en, INFINITY, "people"), "–");
  EXPECT_EQ(value_parts(zh, std::nan(""), "people").unit, "人");
}

TEST_F(NumberTextTest, AUnitOfNothingIsNotShown) { EXPECT_EQ(value_text(zh, 1.5, "-"), "1.50"); }

TEST_F(NumberTextTest, AxisLabelsCountInOnePower) {
  const std::array<double, 4> ticks = {0, 8000, 16000, 24000};
  EXPECT_EQ(axis_labels(zh, ticks, "people"), (std::vector<std::string>{"0", "0.8万", "1.6万", "2.4万"}));
  EXPECT_EQ(axis_labels(en, ticks, "people"), (std::vector<std::string>{"0", "8k", "16k", "24k"}));
}

TEST_F(NumberTextTest, AxisLabelsBelowTenThousandAreWritten) {
  const std::array<double, 3> ticks = {0, 2500, 5000};
  EXPECT_EQ(axis_labels(zh, ticks, "people"), (std::vector<std::string>{"0", "2,500", "5,000"}));
  EXPECT_EQ(axis_labels(en, ticks, "people"), (std::vector<std::string>{"0", "2,500", "5,000"}));
}

TEST_F(NumberTextTest, AxisLabelsOfMoneyInChineseAreYuan) {
  const std::array<double, 3> ticks = {-100, 0, 300};
  EXPECT_EQ(axis_labels(zh, ticks, "million yuan"), (std::vector<std::string>{"−1亿", "0", "3亿"}));
  EXPECT_EQ(axis_labels(en, ticks, "million yuan"), (std::vector<std::string>{"−100", "0", "300"}));
}

TEST_F(NumberTextTest, AxisLabelsTellNeighboursApart) {
  const std::array<double, 3> ticks = {0.125, 0.25, 0.375};
  EXPECT_EQ(axis_labels(en, ticks, "ratio"), (std::vector<std::string>{"0.125", "0.250", "0.375"}));
}

}  // namespace
}  // namespace park::ui
