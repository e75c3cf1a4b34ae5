// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/Image.hpp>
#include <SFML/Graphics/RenderTexture.hpp>
#include <SFML/Graphics/RenderWindow.hpp>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

#include "present/film.hpp"
#include "present/film_encoder.hpp"

namespace park::ui {

/// Draws frames offscreen, at no clock but the film's own.
class FilmStudio {
 public:
  /// Throws WorldError if the driver draws no picture of the film's size. Needs a display with OpenGL.
  explicit FilmStudio(Film& film);

  /// RGBA, rows from the lowest up; valid until the next frame.
  [[nodiscard]] const std::vector<std::uint8_t>& frame(std::size_t number);
  /// Draws a moment and shows it in a window of the film's size: what is seen there is what is exported.
  void show(sf::RenderWindow& window, const FilmMoment& moment, Film::As as, const Film::Over& over = {});
  /// What was drawn last.
  [[nodiscard]] const sf::Texture& picture() const { return target_.getTexture(); }
  /// As a slide: nothing fades.
  [[nodiscard]] sf::Image still(const FilmMoment& moment);

 private:
  void draw(const FilmMoment& moment, Film::As as, const Film::Over& over);
  /// The end of the chapter before, from which the film fades; null where it fades from nothing.
  const sf::Texture* before(const FilmMoment& moment);

  Film& film_;
  sf::RenderTexture target_;
  Film::Kept kept_;  ///< there
  sf::RenderTexture before_;
  std::size_t before_chapter_ = 0;  ///< to which what is kept there leads; 0: nothing is kept
  int before_telling_ = 0;
  std::vector<std::uint8_t> pixels_;
};

/// Told after every frame; false stops the film there.
using FilmReport = std::function<bool(std::size_t done, std::size_t all)>;

/// Renders the whole film. Returns the number of frames written: fewer than all where it was stopped, and
/// what was written till then can be played all the same.
std::size_t export_film(Film& film, const std::filesystem::path& out, FilmFormat format,
                        const FilmReport& report);

/// Writes a month of the film as a picture.
void export_still(Film& film, const FilmMoment& moment, const std::filesystem::path& out);

}  // namespace park::ui
