// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/Rect.hpp>
#include <SFML/Graphics/RenderTexture.hpp>
#include <SFML/Graphics/RenderWindow.hpp>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace park::ui {

/// What the window shows, before display(). `part` in pixels from the upper left corner, cut to the window.
[[nodiscard]] sf::Image picture_of(const sf::RenderWindow& window, sf::IntRect part);

/// The picture without the holes that blending leaves in its alpha channel.
[[nodiscard]] sf::Image opaque(const sf::Image& picture);

/// What was drawn into a target, before display(): RGBA, rows from the lowest up. Twenty times as fast as a
/// copy of its texture. `pixels` is as large as the target. Throws WorldError if the driver has lost it.
void read_pixels(sf::RenderTexture& target, std::vector<std::uint8_t>& pixels);

/// Writes a PNG beside and renames; throws WorldError if it cannot.
void save_png(const sf::Image& image, const std::filesystem::path& path);

}  // namespace park::ui
