// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/Image.hpp>
#include <string>

namespace park::ui {

/// The picture as a JPEG file's bytes, `quality` 1 to 100. Throws WorldError if it has no pixels.
[[nodiscard]] std::string jpeg_of(const sf::Image& picture, int quality);

}  // namespace park::ui
