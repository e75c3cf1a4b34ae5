// SPDX-License-Identifier: MIT
#include "backend/type_case.hpp"

#include <gtest/gtest.h>

#include <string>

#include "backend/gui.hpp"

namespace park::ui {
namespace {

class Type : public testing::Test {
 protected:
  Type() { gui_.set_type(1); }

  /// Shows words in a frame; whether all their glyphs were there.
  bool show(const std::string& words) {
    gui_.begin_frame({3840, 2160}, 0.01F);
    ImGui::GetBackgroundDrawList()->AddText(gui_.fonts().body, 15, {10, 10}, 0xFFFFFFFF, words.c_str());
    return gui_.end_frame();
  }
  /// Ink of a character in the atlas, 0 to 255 a pixel.
  int ink_of(ImWchar character) {
    const ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const ImFontGlyph& glyph = *gui_.fonts().body->FindGlyphNoFallback(character);
    int ink = 0;
    for (int y = at(glyph.V0, atlas.TexHeight); y < at(glyph.V1, atlas.TexHeight); ++y) {
      for (int x = at(glyph.U0, atlas.TexWidth); x < at(glyph.U1, atlas.TexWidth); ++x)
        ink += atlas.TexPixelsAlpha8[y * atlas.TexWidth + x];
    }
    return ink;
  }

  Gui gui_{Gui::Drawing::Nowhere};

 private:
  static int at(float share, int pixels) {
    return static_cast<int>(std::lround(share * static_cast<float>(pixels)));
  }
};

TEST_F(Type, GlyphsAreDrawnWhenTheyAreFirstShown) {
  EXPECT_FALSE(show("园区 24"));
  EXPECT_TRUE(show("园区 24"));
  EXPECT_TRUE(show("42 区园"));
  EXPECT_FALSE(show("孵化"));
  EXPECT_GT(ink_of(0x56ED), 1000);  // 园
  EXPECT_GT(ink_of(0x56ED), ink_of('2'));
}

TEST_F(Type, HasEveryCharacterOfTheTypeface) {
  EXPECT_GT(gui_.fonts().body->Glyphs.size(), 20000);
  for (const ImWchar rare : std::initializer_list<ImWchar>{0x5B75, 0x69FF, 0x2192, 0x25B2})  // 孵 槿 → ▲
    EXPECT_NE(gui_.fonts().body->FindGlyphNoFallback(rare), nullptr);
}

TEST_F(Type, WidthsAreKnownBeforeAnythingIsDrawn) {
  const std::string words = "Wastewater 污水, 12.5 %: “f” → ½";
  for (const ImFont* font : {gui_.fonts().body, gui_.fonts().figure, gui_.fonts().small}) {
    const float before = font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, words.c_str()).x;
    gui_.begin_frame({3840, 2160}, 0.01F);
    ImGui::GetBackgroundDrawList()->AddText(font, font->FontSize, {10, 10}, 0xFFFFFFFF, words.c_str());
    EXPECT_FALSE(gui_.end_frame());
    EXPECT_EQ(font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, words.c_str()).x, before);
  }
}

TEST_F(Type, MoreGlyphsThanTheAtlasHasRoomForMakeItGrow) {
  EXPECT_FALSE(show("园"));
  const int ink = ink_of(0x56ED);
  const int height = ImGui::GetIO().Fonts->TexHeight;
  std::string many;
  for (int line = 0; line < 80; ++line) {
    for (int k = 0; k < 200; ++k) {
      const int character = 0x4E00 + line * 200 + k;
      many += {static_cast<char>(0xE0 | character >> 12), static_cast<char>(0x80 | (character >> 6 & 0x3F)),
               static_cast<char>(0x80 | (character & 0x3F))};
    }
    many += '\n';
  }
  int frames = 1;
  while (!show(many) && frames < 10) ++frames;
  EXPECT_LT(frames, 10);
  EXPECT_GT(ImGui::GetIO().Fonts->TexHeight, height);
  EXPECT_FALSE(show("园") && ink_of(0x56ED) == 0);
  EXPECT_TRUE(show("园"));
  EXPECT_EQ(ink_of(0x56ED), ink);
}

}  // namespace
}  // namespace park::ui
