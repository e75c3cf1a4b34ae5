// SPDX-License-Identifier: MIT
#include "scenario/text_encoding.hpp"

#include <gtest/gtest.h>

#include "scenario/fault_list.hpp"

namespace park {
namespace {

TEST(TextEncoding, KnowsWellFormedUtf8) {
  EXPECT_TRUE(is_utf8(""));
  EXPECT_TRUE(is_utf8("abc 福绵 \xF0\x9F\x8F\xAD"));
  EXPECT_TRUE(is_utf8("\xF4\x8F\xBF\xBF"));
  for (const char* bad : {"\x80", "\xC0\xAF", "\xC1\x81", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                          "\xF5\x80\x80\x80", "\xE6\x96", "\xF0\x9F\x8F", "a\xff"}) {
    EXPECT_FALSE(is_utf8(bad)) << bad;
  }
}

TEST(TextEncoding, TurnsGb18030IntoUtf8) {
  // 纺纱 in GBK; the four-byte form 0x81308130 is U+0080.
  EXPECT_EQ(gb18030_to_utf8("\xB7\xC4\xC9\xB4"), "纺纱");
  EXPECT_EQ(gb18030_to_utf8("\x81\x30\x81\x30"), "\xC2\x80");
  EXPECT_FALSE(gb18030_to_utf8("\xB7"));
  EXPECT_FALSE(gb18030_to_utf8("\xFF\xFF"));
}

TEST(TextEncoding, ConvertsTextsLongerThanItsBuffer) {
  std::string gb, utf8;
  for (int i = 0; i < 5000; ++i) {
    gb += "\xB7\xC4";
    utf8 += "纺";
  }
  EXPECT_EQ(gb18030_to_utf8(gb), utf8);
}

TEST(TextEncoding, PlacesCountLinesAndCharacters) {
  const std::string_view text = "ab\n纺纱x";
  EXPECT_EQ(place_of(text, 0).column, 1U);
  const TextPlace place = place_of(text, text.find('x'));
  EXPECT_EQ(place.line, 2U);
  EXPECT_EQ(place.column, 3U);
}

TEST(ShownText, EscapesWhatWouldGarbleATerminal) {
  EXPECT_EQ(shown("a\x1b[31mb\x7f"), "a\\x1b[31mb\\x7f");
  EXPECT_EQ(shown("caf\xE9"), "caf\\xe9");
  EXPECT_EQ(shown("福绵"), "福绵");
}

TEST(ShownText, CutsLongTextBetweenCharacters) {
  EXPECT_EQ(shown("福绵纺纱", 2), "福绵...");
  EXPECT_EQ(shown(std::string(1U << 20U, 'x')), std::string(80, 'x') + "...");
  std::string long_text;
  for (int i = 0; i < 200; ++i) long_text += "福";
  std::string eighty;
  for (int i = 0; i < 80; ++i) eighty += "福";
  EXPECT_EQ(shown(long_text), eighty + "...");
}

TEST(JsonPointer, EscapesTildeAndSlash) {
  EXPECT_EQ(pointer_to("/a", "b/c~d"), "/a/b~1c~0d");
  EXPECT_EQ(pointer_to("/a", std::size_t{3}), "/a/3");
}

}  // namespace
}  // namespace park
