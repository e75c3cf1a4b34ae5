// SPDX-License-Identifier: MIT
#include "backend/type_case.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <utility>

#include "core/assert.hpp"

namespace park::ui {
namespace {

constexpr int atlas_width = 2048;
constexpr int tallest_atlas = 16384;
/// Room for so many glyphs of each size, to begin with.
constexpr double usual_glyphs = 700;
constexpr int gap = 1;  ///< between glyphs, as lines read the atlas between its pixels
/// A glyph that is not drawn yet has texture coordinates outside the texture: `not_drawn` and its character
/// to the right, `not_drawn` and its size downwards. Clipping a letter leaves them as they are.
constexpr float not_drawn = 2;

struct CaseBuilder : ImFontBuilderIO {
  TypeCase* type_case = nullptr;
};

std::size_t area_of(const ImFontAtlas& atlas) {
  return static_cast<std::size_t>(atlas.TexWidth) * static_cast<std::size_t>(atlas.TexHeight);
}

}  // namespace

/// What the atlas calls to be built.
bool build_case(ImFontAtlas* atlas) {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-static-cast-downcast): Dear ImGui knows but the base, set by us
  const auto* builder = static_cast<const CaseBuilder*>(atlas->FontBuilderIO);
  builder->type_case->lay_out_atlas();
  return true;
}

void TypeCase::clear() {
  atlas_.Clear();
  sizes_.clear();
  height_ = 0;
}

ImFont* TypeCase::add(float pixels, bool is_bold) {
  sizes_.push_back({std::round(pixels), is_bold, 0});
  ImFontConfig config;
  // The atlas insists on the bytes of a file, which it leaves to its builder to read.
  config.FontData = &typeface_;
  config.FontDataSize = 1;
  config.FontDataOwnedByAtlas = false;
  config.SizePixels = sizes_.back().pixels;
  return atlas_.AddFont(&config);
}

void TypeCase::build() {
  if (height_ == 0) {
    double pixels = 0;
    for (const Size& size : sizes_) pixels += usual_glyphs * size.pixels * size.pixels;
    const auto rows = static_cast<unsigned>(pixels / atlas_width) + 1;
    height_ = std::min(tallest_atlas, static_cast<int>(std::bit_ceil(std::max(256U, rows))));
  }
  CaseBuilder builder;
  builder.FontBuilder_Build = build_case;
  builder.type_case = this;
  atlas_.FontBuilderIO = &builder;
  atlas_.Build();
  atlas_.FontBuilderIO = nullptr;
}

void TypeCase::lay_out_atlas() {
  ImFontAtlasBuildInit(&atlas_);
  atlas_.TexWidth = atlas_width;
  atlas_.TexHeight = height_;
  atlas_.TexUvScale = {1.0F / atlas_width, 1.0F / static_cast<float>(height_)};
  atlas_.TexPixelsAlpha8 = static_cast<unsigned char*>(IM_ALLOC(area_of(atlas_)));
  std::memset(atlas_.TexPixelsAlpha8, 0, area_of(atlas_));
  shelf_top_ = shelf_height_ = shelf_x_ = 0;
  for (ImFontAtlasCustomRect& rect : atlas_.CustomRects) {
    const auto at = place(rect.Width, rect.Height);
    PARK_ASSERT(at.has_value());
    rect.X = static_cast<unsigned short>(at->x);
    rect.Y = static_cast<unsigned short>(at->y);
  }
  for (std::size_t size = 0; size < sizes_.size(); ++size) list_glyphs(size);
  ImFontAtlasBuildFinish(&atlas_);
  changed_ = Rows{0, height_};
}

void TypeCase::list_glyphs(std::size_t number) {
  Size& size = sizes_[number];
  ImFontConfig& config = atlas_.ConfigData[static_cast<int>(number)];
  const Typeface::Extent extent = typeface_.extent(size.pixels);
  ImFontAtlasBuildSetupFont(&atlas_, config.DstFont, &config, extent.ascent, extent.descent);
  size.base = std::round(config.DstFont->Ascent);
  const std::vector<float> widths = typeface_.advances(size.pixels, size.is_bold);
  const std::span<const std::uint16_t> characters = typeface_.characters();
  ImVector<ImFontGlyph>& glyphs = config.DstFont->Glyphs;
  glyphs.resize(static_cast<int>(characters.size()));
  for (std::size_t i = 0; i < characters.size(); ++i) {
    ImFontGlyph glyph{};
    glyph.Codepoint = characters[i];
    glyph.Visible = 1;
    glyph.AdvanceX = widths[i];
    glyph.X1 = std::max(1.0F, widths[i]);
    glyph.Y1 = size.pixels;
    glyph.U0 = glyph.U1 = not_drawn + static_cast<float>(characters[i]);
    glyph.V0 = glyph.V1 = not_drawn + static_cast<float>(number);
    glyphs[static_cast<int>(i)] = glyph;
  }
  config.DstFont->DirtyLookupTables = true;
}

std::optional<ImVec2> TypeCase::place(int width, int height) {
  if (shelf_x_ + width + gap > atlas_width) {
    shelf_top_ += shelf_height_;
    shelf_height_ = shelf_x_ = 0;
  }
  if (shelf_top_ + height + gap > height_) return std::nullopt;
  const ImVec2 at(static_cast<float>(shelf_x_), static_cast<float>(shelf_top_));
  shelf_x_ += width + gap;
  shelf_height_ = std::max(shelf_height_, height + gap);
  return at;
}

bool TypeCase::draw(std::size_t number, std::uint16_t character) {
  const Size& size = sizes_[number];
  ImFont& font = *atlas_.ConfigData[static_cast<int>(number)].DstFont;
  ImFontGlyph& glyph = font.Glyphs[font.IndexLookup[character]];
  if (glyph.U0 < not_drawn) return true;  // shown twice in the frame
  const GlyphPicture picture = typeface_.draw(character, size.pixels, size.is_bold);
  const auto at = place(picture.width, picture.height);
  if (!at) return false;
  const auto x = static_cast<int>(at->x);
  const auto y = static_cast<int>(at->y);
  for (int row = 0; row < picture.height; ++row) {
    const std::ptrdiff_t from = static_cast<std::ptrdiff_t>(row) * picture.width;
    const std::ptrdiff_t to = static_cast<std::ptrdiff_t>(y + row) * atlas_width + x;
    std::copy_n(picture.coverage.begin() + from, picture.width, atlas_.TexPixelsAlpha8 + to);
  }
  const Rows before = changed_.value_or(Rows{y, y});
  changed_ = Rows{std::min(before.from, y), std::max(before.to, y + picture.height)};
  const auto width = static_cast<float>(picture.width);
  const auto height = static_cast<float>(picture.height);
  glyph.Visible = picture.width > 0 && picture.height > 0 ? 1 : 0;
  glyph.AdvanceX = picture.advance;
  glyph.X0 = static_cast<float>(picture.left);
  glyph.Y0 = size.base - static_cast<float>(picture.top);
  glyph.X1 = glyph.X0 + width;
  glyph.Y1 = glyph.Y0 + height;
  glyph.U0 = at->x * atlas_.TexUvScale.x;
  glyph.V0 = at->y * atlas_.TexUvScale.y;
  glyph.U1 = (at->x + width) * atlas_.TexUvScale.x;
  glyph.V1 = (at->y + height) * atlas_.TexUvScale.y;
  font.IndexAdvanceX[character] = picture.advance;
  return true;
}

void TypeCase::grow() {
  if (height_ >= tallest_atlas) throw WorldError("there is more type in the window than a texture holds");
  height_ *= 2;
  atlas_.ClearTexData();
  // Its place in the atlas is found anew.
  atlas_.CustomRects.clear();
  atlas_.PackIdMouseCursors = atlas_.PackIdLines = -1;
  build();
}

bool TypeCase::fill_in(const ImDrawData& frame) {
  bool has_holes = false;
  for (int i = 0; i < frame.CmdListsCount; ++i) {
    const ImVector<ImDrawVert>& corners = frame.CmdLists[i]->VtxBuffer;
    for (const ImDrawVert& corner : corners) {
      if (corner.uv.x < not_drawn) continue;
      has_holes = true;
      const auto character = static_cast<std::uint16_t>(corner.uv.x - not_drawn);
      if (!draw(static_cast<std::size_t>(corner.uv.y - not_drawn), character)) {
        grow();
        return true;
      }
    }
  }
  return has_holes;
}

std::optional<TypeCase::Rows> TypeCase::take_changed() { return std::exchange(changed_, std::nullopt); }

}  // namespace park::ui
