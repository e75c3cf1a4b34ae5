// SPDX-License-Identifier: MIT
#include "backend/typeface.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_SYNTHESIS_H

#include <cmath>
#include <filesystem>
#include <string>

#include "backend/fonts.hpp"
#include "core/assert.hpp"

namespace park::ui {
namespace {

/// Outlines, not the bitmaps that the font holds for some sizes; hinted upright only, so that letters keep
/// their widths.
constexpr FT_Int32 loading = FT_LOAD_NO_BITMAP | FT_LOAD_TARGET_LIGHT;
constexpr FT_Long one_pixel = 64;

float whole_pixels(FT_Pos in_64ths) { return std::ceil(static_cast<float>(in_64ths) / 64.0F); }

/// What FT_GlyphSlot_Embolden adds to the width, in 64ths of a pixel.
FT_Pos boldness(FT_Face face) { return FT_MulFix(face->units_per_EM, face->size->metrics.y_scale) / 24; }

}  // namespace

struct Typeface::Library {
  FT_Library library = nullptr;
  FT_Face face = nullptr;

  Library() {
    if (FT_Init_FreeType(&library) != 0) throw WorldError("FreeType does not start");
  }
  ~Library() { FT_Done_FreeType(library); }  // and its faces
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;
};

Typeface::Typeface() : library_(std::make_unique<Library>()) {
  if (!std::filesystem::exists(font_file))
    throw WorldError(std::string(font_file) + " is missing: install the package fonts-wqy-microhei");
  if (FT_New_Face(library_->library, font_file, 0, &library_->face) != 0)
    throw WorldError(std::string(font_file) + " cannot be read as a font");
  FT_UInt glyph = 0;
  FT_ULong character = FT_Get_First_Char(library_->face, &glyph);
  for (; glyph != 0 && character < 0xFFFF; character = FT_Get_Next_Char(library_->face, character, &glyph)) {
    characters_.push_back(static_cast<std::uint16_t>(character));
    glyphs_.push_back(glyph);
  }
}

Typeface::~Typeface() = default;

void Typeface::set_size(float pixels) const {
  FT_Size_RequestRec wanted{};
  wanted.type = FT_SIZE_REQUEST_TYPE_REAL_DIM;
  wanted.height = std::lround(pixels) * one_pixel;
  if (FT_Request_Size(library_->face, &wanted) != 0)
    throw WorldError(std::string(font_file) + " cannot be read in the size that is wanted");
}

Typeface::Extent Typeface::extent(float pixels) const {
  set_size(pixels);
  const FT_Size_Metrics& metrics = library_->face->size->metrics;
  return {whole_pixels(metrics.ascender), whole_pixels(metrics.descender)};
}

std::vector<float> Typeface::advances(float pixels, bool is_bold) const {
  set_size(pixels);
  FT_FaceRec_* const face = library_->face;
  const FT_Pos more = is_bold ? boldness(face) : 0;
  std::vector<FT_Fixed> of_glyph(static_cast<std::size_t>(face->num_glyphs));
  if (FT_Get_Advances(face, 0, static_cast<FT_UInt>(of_glyph.size()), loading, of_glyph.data()) != 0)
    throw WorldError(std::string(font_file) + " does not say how wide its glyphs are");
  std::vector<float> widths;
  widths.reserve(characters_.size());
  for (const std::uint32_t glyph : glyphs_) {
    // From 65536ths of a pixel; hinting rounds, what makes bold comes after it.
    const FT_Pos width = (of_glyph[glyph] / 1024 + 32) / one_pixel * one_pixel;
    widths.push_back(width == 0 ? 0 : whole_pixels(width + more));
  }
  return widths;
}

GlyphPicture Typeface::draw(std::uint16_t character, float pixels, bool is_bold) const {
  set_size(pixels);
  FT_FaceRec_* const face = library_->face;
  GlyphPicture picture;
  // A damaged outline is a blank: a file that was read so far must not end the program.
  if (FT_Load_Glyph(face, FT_Get_Char_Index(face, character), loading) != 0) return picture;
  FT_GlyphSlot slot = face->glyph;
  if (is_bold) FT_GlyphSlot_Embolden(slot);
  picture.advance = whole_pixels(slot->advance.x);
  if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return picture;
  const FT_Bitmap& drawn = slot->bitmap;
  picture.left = slot->bitmap_left;
  picture.top = slot->bitmap_top;
  picture.width = static_cast<int>(drawn.width);
  picture.height = static_cast<int>(drawn.rows);
  picture.coverage.reserve(static_cast<std::size_t>(drawn.width) * drawn.rows);
  for (unsigned row = 0; row < drawn.rows; ++row) {
    const std::uint8_t* line = drawn.buffer + static_cast<std::ptrdiff_t>(row) * drawn.pitch;
    picture.coverage.insert(picture.coverage.end(), line, line + drawn.width);
  }
  return picture;
}

}  // namespace park::ui
