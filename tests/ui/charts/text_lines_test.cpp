// SPDX-License-Identifier: MIT
#include "charts/text_lines.hpp"

#include <gtest/gtest.h>

#include "backend/gui.hpp"
#include "charts/canvas.hpp"

namespace park::ui {
namespace {

/// The text with `|` at every place where a line may end.
std::string with_breaks(std::string text) {
  std::vector<std::size_t> places = break_places(text);
  places.pop_back();
  for (std::size_t k = places.size(); k-- > 0;) text.insert(places[k], "|");
  return text;
}

TEST(TextLines, BreaksBetweenCharactersAndWords) {
  EXPECT_EQ(with_breaks("多招商"), "多|招|商");
  EXPECT_EQ(with_breaks("more jobs here"), "more |jobs |here");
  EXPECT_EQ(with_breaks("interest-discount at -5"), "interest-|discount |at |-5");
  EXPECT_EQ(with_breaks("2026-05"), "2026-05");
  EXPECT_EQ(with_breaks("到47家，多"), "到|47家，|多");
  EXPECT_EQ(with_breaks("（甲乙）丙"), "（甲乙）|丙");
  EXPECT_EQ(with_breaks("少 [11, 21]。"), "少 |[11, 21]。");
  EXPECT_TRUE(break_places("").empty());
}

class TextLinesInType : public testing::Test {
 protected:
  static constexpr const char* sentence =
      "厂房跟着订单走：同样的厂房面积，边招商边建设比先建后招更早投产，占用的资金也更少。";

  TextLinesInType() { gui_.set_type(1); }
  [[nodiscard]] const ImFont* font() const { return gui_.fonts().body; }

 private:
  Gui gui_{Gui::Drawing::Nowhere};
};

TEST_F(TextLinesInType, AsFewLinesAsFitAndAllOfTheText) {
  const float whole = text_width(font(), sentence);
  EXPECT_EQ(lines_of(font(), sentence, whole + 1, 3), std::vector<std::string>{sentence});
  const auto two = lines_of(font(), sentence, whole * 0.7F, 3);
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0] + two[1], sentence);
  EXPECT_TRUE(two[0].ends_with("，")) << two[0];
  for (const std::string& line : two) EXPECT_LE(text_width(font(), line), whole * 0.7F);
}

TEST_F(TextLinesInType, WhatIsTooLongIsCutWithAnEllipsis) {
  const float width = text_width(font(), sentence) / 4;
  const auto lines = lines_of(font(), sentence, width, 2);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[1].ends_with("…"));
  for (const std::string& line : lines) EXPECT_LE(text_width(font(), line), width);
  EXPECT_TRUE(lines_of(font(), "  ", width, 2).empty());
}

}  // namespace
}  // namespace park::ui
