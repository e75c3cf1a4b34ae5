// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace park::ui {

/// One glyph drawn in one size, in pixels.
struct GlyphPicture {
  int left = 0;   ///< from the pen to the picture
  int top = 0;    ///< from the base line up to the picture's upper edge
  int width = 0;  ///< 0 for a space
  int height = 0;
  float advance = 0;                   ///< of the pen
  std::vector<std::uint8_t> coverage;  ///< row by row, 255 where ink covers the whole pixel
};

/// The program's typeface, read from its file as it is needed. Belongs to one thread.
class Typeface {
 public:
  /// Throws WorldError if the font is not installed or cannot be read.
  Typeface();
  ~Typeface();
  Typeface(const Typeface&) = delete;
  Typeface& operator=(const Typeface&) = delete;

  /// All characters of the basic multilingual plane that it has a glyph for, ascending.
  [[nodiscard]] std::span<const std::uint16_t> characters() const { return characters_; }
  /// How far each of them moves the pen in a size, in whole pixels, without drawing any.
  [[nodiscard]] std::vector<float> advances(float pixels, bool is_bold) const;
  /// Height above and (negative) below the base line, pixels.
  struct Extent {
    float ascent = 0;
    float descent = 0;
  };
  [[nodiscard]] Extent extent(float pixels) const;
  [[nodiscard]] GlyphPicture draw(std::uint16_t character, float pixels, bool is_bold) const;

 private:
  struct Library;  ///< FreeType's
  void set_size(float pixels) const;

  std::unique_ptr<Library> library_;
  std::vector<std::uint16_t> characters_;
  std::vector<std::uint32_t> glyphs_;  ///< of each, the file's number
};

}  // namespace park::ui
