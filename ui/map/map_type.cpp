// SPDX-License-Identifier: MIT
#include "map/map_type.hpp"

#include <SFML/Graphics/Text.hpp>
#include <cmath>

#include "backend/fonts.hpp"
#include "core/assert.hpp"

namespace park::ui {
namespace {

sf::Text laid_out(const sf::Font& font, std::string_view text, const TypeStyle& style) {
  sf::Text result(sf::String::fromUtf8(text.begin(), text.end()), font,
                  static_cast<unsigned>(std::lround(style.size)));
  if (style.is_bold) result.setStyle(sf::Text::Bold);
  result.setLetterSpacing(style.spacing);
  result.setFillColor(ink(style.color));
  return result;
}

}  // namespace

std::shared_ptr<MapType> MapType::load() {
  auto type = std::make_shared<MapType>();
  if (!type->font_.loadFromFile(font_file))
    throw WorldError(std::string(font_file) + " is missing: install the package fonts-wqy-microhei");
  return type;
}

float MapType::width_of(std::string_view text, const TypeStyle& style) const {
  return laid_out(font_, text, style).getLocalBounds().width;
}

void MapType::draw(sf::RenderTarget& target, std::string_view text, Pixel at, TextAlign align,
                   const TypeStyle& style) const {
  sf::Text words = laid_out(font_, text, style);
  const sf::FloatRect bounds = words.getLocalBounds();
  float x = at.x - bounds.left;
  if (align == TextAlign::Middle) x -= bounds.width / 2;
  if (align == TextAlign::Right) x -= bounds.width;
  // Whole pixels: glyphs between them would blur.
  words.setPosition(std::round(x), std::round(at.y));
  if (style.halo.a > 0) {
    words.setOutlineColor(ink(style.halo));
    words.setOutlineThickness(std::max(1.5F, style.size / 8));
  }
  target.draw(words);
}

}  // namespace park::ui
