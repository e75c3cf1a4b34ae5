// SPDX-License-Identifier: MIT
#include "backend/font_builder.hpp"

#include <imgui_freetype.h>

#include <cmath>
#include <filesystem>

#include "backend/fonts.hpp"
#include "core/assert.hpp"

namespace park::ui {
namespace {

/// Signs that the program draws and that stand in no catalogue.
constexpr const char* signs = "万亿千百…–—−×±·→←↑↓▲▼▶◀■□●○◆【】《》“”‘’²³％";

}  // namespace

FontBuilder::FontBuilder(ImFontAtlas& atlas) : atlas_(atlas) {
  if (!std::filesystem::exists(font_file))
    throw WorldError(std::string(font_file) + " is missing: install the package fonts-wqy-microhei");
  atlas_.Clear();
  atlas_.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
}

ImFont* FontBuilder::add(float pixels, bool is_bold, std::string_view text, bool with_common) {
  ImFontGlyphRangesBuilder builder;
  builder.AddRanges(atlas_.GetGlyphRangesDefault());
  builder.AddText(signs);
  if (!text.empty()) builder.AddText(text.data(), text.data() + text.size());
  if (with_common) builder.AddRanges(atlas_.GetGlyphRangesChineseSimplifiedCommon());
  builder.BuildRanges(&ranges_.emplace_back());
  ImFontConfig config;
  config.OversampleH = 1;
  config.PixelSnapH = true;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  if (is_bold) config.FontBuilderFlags |= static_cast<unsigned>(ImGuiFreeTypeBuilderFlags_Bold);
  return atlas_.AddFontFromFileTTF(font_file, std::round(pixels), &config, ranges_.back().Data);
}

void FontBuilder::build() {
  if (!atlas_.Build()) throw WorldError(std::string(font_file) + " cannot be read as a font");
}

}  // namespace park::ui
