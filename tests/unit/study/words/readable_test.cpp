// SPDX-License-Identifier: MIT
#include "study/words/readable.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>

namespace park {
namespace {

class ReadableTest : public testing::Test {
 protected:
  ReadableTest() {
    setenv("PARKSIM_DATA", PARKSIM_SOURCE_DIR, 1);
    zh = Texts::load(Language::Chinese);
    en = Texts::load(Language::English);
  }

  Texts zh, en;
};

TEST_F(ReadableTest, ChineseNumbersCountInTenThousands) {
  EXPECT_EQ(readable(zh, 3.14159), "3.14");
  EXPECT_EQ(readable(zh, 9999), "9999");
  EXPECT_EQ(readable(zh, 10000), "1.00万");
  EXPECT_EQ(readable(zh, 123456), "12.3万");
  EXPECT_EQ(readable(zh, -2.5e8), "-2.50亿");
  EXPECT_EQ(readable(zh, 1.234e12), "12340亿");
  EXPECT_EQ(readable(zh, 99999999), "1.00亿");
}

TEST_F(ReadableTest, EnglishNumbersHaveThousands) {
  EXPECT_EQ(readable(en, 0), "0");
  EXPECT_EQ(readable(en, 0.0123), "0.012");
  EXPECT_EQ(readable(en, 999.4), "999");
  EXPECT_EQ(readable(en, 1234567), "1,234,567");
  EXPECT_EQ(readable(en, -123456), "-123,456");
  EXPECT_EQ(readable(en, 9.999), "10.0");
  EXPECT_EQ(readable(en, std::nan("")), "-");
}

TEST_F(ReadableTest, SignsAreShownWhereAsked) {
  EXPECT_EQ(readable_signed(en, 12), "+12.0");
  EXPECT_EQ(readable_signed(en, -12), "-12.0");
  EXPECT_EQ(readable_signed(en, 0), "0");
  EXPECT_EQ(readable_signed(en, -0.00001), "0");
}

TEST_F(ReadableTest, UnitsFitTheLanguage) {
  EXPECT_EQ(shown_unit(zh, "million yuan/month").words, "元/月");
  EXPECT_EQ(shown_unit(zh, "million yuan/month").factor, 1e6);
  EXPECT_EQ(shown_unit(en, "million yuan/month").factor, 1);
  EXPECT_EQ(shown_unit(zh, "share").words, "%");
  EXPECT_EQ(shown_unit(zh, "share").factor, 100);
}

TEST_F(ReadableTest, ChineseCharactersAreTwoColumnsWide) {
  EXPECT_EQ(display_width("abc"), 3U);
  EXPECT_EQ(display_width("园区"), 4U);
  EXPECT_EQ(display_width("N清单(龙头)"), 11U);
  EXPECT_EQ(display_width(""), 0U);
}

TEST_F(ReadableTest, TablesAlignByWidth) {
  TextTable table("lr");
  table.add({"指标", "值"});
  table.add({"jobs", "12"});
  table.add({"园区就业", "3"});
  EXPECT_EQ(table.text(), "指标      值\n------------\njobs      12\n园区就业   3\n");
}

}  // namespace
}  // namespace park
