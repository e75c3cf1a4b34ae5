// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/Rect.hpp>
#include <SFML/Graphics/RenderWindow.hpp>
#include <filesystem>

namespace park::ui {

/// What the window shows, before display(). `part` in pixels from the upper left corner, cut to the window.
[[nodiscard]] sf::Image picture_of(const sf::RenderWindow& window, sf::IntRect part);

/// Writes a PNG beside and renames; throws WorldError if it cannot.
void save_png(const sf::Image& image, const std::filesystem::path& path);

}  // namespace park::ui
