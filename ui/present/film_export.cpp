// SPDX-License-Identifier: MIT
#include "present/film_export.hpp"

#include <SFML/Graphics/RectangleShape.hpp>

#include "backend/picture.hpp"
#include "core/assert.hpp"

namespace park::ui {

FilmStudio::FilmStudio(Film& film) : film_(film) {
  const FilmStyle& style = film.style();
  if (!target_.create(style.width, style.height) || !target_.setActive(true))
    throw WorldError("the graphics driver draws no picture of " + std::to_string(style.width) + "x" +
                     std::to_string(style.height));
  pixels_.resize(std::size_t{4} * style.width * style.height);
}

const std::vector<std::uint8_t>& FilmStudio::frame(std::size_t number) {
  film_.draw(target_, film_.clock().at(number));
  read_pixels(target_, pixels_);
  return pixels_;
}

void FilmStudio::show(sf::RenderWindow& window, const FilmMoment& moment, Film::As as,
                      const Film::Over& over) {
  film_.draw(target_, moment, as, over);
  target_.display();
  // Drivers round a few pixels of a window otherwise than those of a texture, so they are not drawn there.
  sf::RectangleShape picture(sf::Vector2f(target_.getSize()));
  picture.setTexture(&target_.getTexture());
  sf::RenderStates opaque_states;
  opaque_states.blendMode = sf::BlendNone;
  window.draw(picture, opaque_states);
}

sf::Image FilmStudio::still(const FilmMoment& moment) {
  film_.draw(target_, moment, Film::As::Still);
  target_.display();
  return opaque(target_.getTexture().copyToImage());
}

std::size_t export_film(Film& film, const std::filesystem::path& out, FilmFormat format,
                        const FilmReport& report) {
  FilmStudio studio(film);
  const FilmClock& clock = film.clock();
  FilmEncoder encoder({out, format, film.style().width, film.style().height, clock.frames_a_second()});
  std::size_t done = 0;
  while (done < clock.frames()) {
    encoder.add(studio.frame(done));
    ++done;
    if (!report(done, clock.frames())) break;
  }
  encoder.finish();
  return done;
}

void export_still(Film& film, const FilmMoment& moment, const std::filesystem::path& out) {
  std::error_code fault;
  if (out.has_parent_path()) std::filesystem::create_directories(out.parent_path(), fault);
  save_png(FilmStudio(film).still(moment), out);
}

}  // namespace park::ui
