// SPDX-License-Identifier: MIT
#include "backend/picture.hpp"

#include <GL/gl.h>

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
  return opaque(picture);
}

sf::Image opaque(const sf::Image& picture) {
  const sf::Vector2u size = picture.getSize();
  const std::size_t bytes = std::size_t{4} * size.x * size.y;
  std::vector<sf::Uint8> pixels(picture.getPixelsPtr(), picture.getPixelsPtr() + bytes);
  for (std::size_t alpha = 3; alpha < bytes; alpha += 4) pixels[alpha] = 255;
  sf::Image filled;
  filled.create(size.x, size.y, pixels.data());
  return filled;
}

void read_pixels(sf::RenderTexture& target, std::vector<std::uint8_t>& pixels) {
  const sf::Vector2u size = target.getSize();
  PARK_ASSERT(pixels.size() == std::size_t{4} * size.x * size.y);
  if (!target.setActive(true)) throw WorldError("the graphics driver has lost the picture");
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, static_cast<GLsizei>(size.x), static_cast<GLsizei>(size.y), GL_RGBA, GL_UNSIGNED_BYTE,
               pixels.data());
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
