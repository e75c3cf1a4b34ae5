// SPDX-License-Identifier: MIT
#include "backend/fonts.hpp"

#include <imgui_freetype.h>

#include <cmath>
#include <filesystem>

#include "core/assert.hpp"

namespace park::ui {
namespace {

constexpr const char* font_file = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";

/// Signs that the program draws and that stand in no catalogue.
constexpr const char* signs = "…–—−×±·→←↑↓▲▼▶◀■□●○◆【】《》“”‘’²³％";

ImVector<ImWchar> ranges_of(ImFontAtlas& atlas, std::string_view text, bool with_common) {
  ImFontGlyphRangesBuilder builder;
  builder.AddRanges(atlas.GetGlyphRangesDefault());
  builder.AddText(signs);
  builder.AddText(text.data(), text.data() + text.size());
  if (with_common) builder.AddRanges(atlas.GetGlyphRangesChineseSimplifiedCommon());
  ImVector<ImWchar> ranges;
  builder.BuildRanges(&ranges);
  return ranges;
}

ImFont* add(ImFontAtlas& atlas, float pixels, bool is_bold, const ImVector<ImWchar>& ranges) {
  ImFontConfig config;
  config.OversampleH = 1;
  config.PixelSnapH = true;
  config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
  if (is_bold) config.FontBuilderFlags |= static_cast<unsigned>(ImGuiFreeTypeBuilderFlags_Bold);
  return atlas.AddFontFromFileTTF(font_file, std::round(pixels), &config, ranges.Data);
}

}  // namespace

Fonts build_fonts(ImFontAtlas& atlas, float scale, std::string_view text) {
  if (!std::filesystem::exists(font_file))
    throw WorldError(std::string(font_file) + " is missing: install the package fonts-wqy-microhei");
  atlas.Clear();
  atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
  // They must outlive the building of the atlas.
  const ImVector<ImWchar> shown = ranges_of(atlas, text, false);
  const ImVector<ImWchar> all = ranges_of(atlas, text, true);
  Fonts fonts;
  fonts.body = add(atlas, 15 * scale, false, all);
  fonts.small = add(atlas, 12 * scale, false, shown);
  fonts.strong = add(atlas, 15 * scale, true, shown);
  fonts.title = add(atlas, 18 * scale, true, shown);
  fonts.figure = add(atlas, 25 * scale, true, shown);
  if (!atlas.Build()) throw WorldError(std::string(font_file) + " cannot be read as a font");
  return fonts;
}

}  // namespace park::ui
