// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/Font.hpp>
#include <SFML/Graphics/RenderTarget.hpp>
#include <memory>
#include <string>
#include <string_view>

#include "map/mesh.hpp"

namespace park::ui {

/// Where in its line a text stands relative to the point it is given.
enum class TextAlign : std::uint8_t { Left, Middle, Right };

struct TypeStyle {
  float size = 14;  ///< pixels
  Color color;
  Color halo{0, 0, 0, 0};  ///< round the letters, so that they can be read on anything
  bool is_bold = false;
  float spacing = 1;  ///< letter spacing, 1 is the font's own
};

/// The typeface of maps and films. Holds glyphs as they come into use; one for the whole program.
class MapType {
 public:
  /// Throws WorldError if the font is not installed.
  [[nodiscard]] static std::shared_ptr<MapType> load();

  [[nodiscard]] float width_of(std::string_view text, const TypeStyle& style) const;
  /// `at` is the upper end of the line.
  void draw(sf::RenderTarget& target, std::string_view text, Pixel at, TextAlign align,
            const TypeStyle& style) const;
  /// Height of a line, in pixels.
  [[nodiscard]] static float line_height(float size) { return 1.3F * size; }

 private:
  sf::Font font_;
};

}  // namespace park::ui
