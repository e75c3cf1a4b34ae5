// SPDX-License-Identifier: MIT
#include "backend/jpeg.hpp"

#include <stb/stb_image_write.h>

#include "core/assert.hpp"

namespace park::ui {

std::string jpeg_of(const sf::Image& picture, int quality) {
  std::string bytes;
  const auto add = [](void* to, void* data, int count) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), static_cast<std::size_t>(count));
  };
  const sf::Vector2u size = picture.getSize();
  constexpr int channels = 4;  // of which the last is left out
  const int is_written =
      stbi_write_jpg_to_func(add, &bytes, static_cast<int>(size.x), static_cast<int>(size.y), channels,
                             picture.getPixelsPtr(), quality);
  if (is_written == 0) throw WorldError("a picture without pixels cannot be written");
  return bytes;
}

}  // namespace park::ui
