// SPDX-License-Identifier: MIT
#include "backend/picture.hpp"

#include <SFML/Graphics/Texture.hpp>
#include <system_error>

#include "core/assert.hpp"

namespace park::ui {

sf::Image picture_of(const sf::RenderWindow& window, sf::IntRect part) {
  const sf::Vector2u size = window.getSize();
  sf::Texture whole;
  if (!whole.create(size.x, size.y))
    throw WorldError("the graphics driver takes no texture of the window's size");
  whole.update(window);
  const sf::IntRect frame(0, 0, static_cast<int>(size.x), static_cast<int>(size.y));
  sf::IntRect cut;
  sf::Image picture;
  if (!frame.intersects(part, cut)) return picture;
  picture.create(static_cast<unsigned>(cut.width), static_cast<unsigned>(cut.height));
  picture.copy(whole.copyToImage(), 0, 0, cut);
  return picture;
}

void save_png(const sf::Image& image, const std::filesystem::path& path) {
  std::error_code ignored;
  // SFML chooses the format by the ending.
  const std::filesystem::path beside = path.string() + ".part.png";
  if (!image.saveToFile(beside.string())) {
    std::filesystem::remove(beside, ignored);
    throw WorldError(path.string() + " cannot be written");
  }
  std::error_code fault;
  std::filesystem::rename(beside, path, fault);
  if (fault) {
    std::filesystem::remove(beside, ignored);
    throw WorldError(path.string() + " cannot be written: " + fault.message());
  }
}

}  // namespace park::ui
