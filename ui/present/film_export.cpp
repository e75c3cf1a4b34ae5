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
  if (!before_.create(style.width, style.height))
    throw WorldError("the graphics driver has no room for a second picture");
  pixels_.resize(std::size_t{4} * style.width * style.height);
}

const sf::Texture* FilmStudio::before(const FilmMoment& moment) {
  if (!Film::is_fading(moment)) return nullptr;
  if (before_telling_ != film_.telling() || before_chapter_ != moment.chapter) {
    const FilmClock& clock = film_.clock();
    film_.draw(before_, clock.at(clock.first_frame(moment.chapter) - 1),
               {Film::As::Still, {}, nullptr, nullptr});
    // Blending leaves holes in its alpha channel: they are filled, and the colours stay.
    const sf::BlendMode fill(sf::BlendMode::Zero, sf::BlendMode::One, sf::BlendMode::Add, sf::BlendMode::One,
                             sf::BlendMode::One, sf::BlendMode::Add);
    before_.draw(sf::RectangleShape(sf::Vector2f(before_.getSize())), fill);
    before_.display();
    before_telling_ = film_.telling();
    before_chapter_ = moment.chapter;
  }
  return &before_.getTexture();
}

void FilmStudio::draw(const FilmMoment& moment, Film::As as, const Film::Over& over) {
  const sf::Texture* from = as == Film::As::Moving ? before(moment) : nullptr;
  film_.draw(target_, moment, {as, over, from, &kept_});
}

const std::vector<std::uint8_t>& FilmStudio::frame(std::size_t number) {
  draw(film_.clock().at(number), Film::As::Moving, {});
  read_pixels(target_, pixels_);
  return pixels_;
}

void FilmStudio::show(sf::RenderWindow& window, const FilmMoment& moment, Film::As as,
                      const Film::Over& over) {
  draw(moment, as, over);
  target_.display();
  // Drivers round a few pixels of a window otherwise than those of a texture, so they are not drawn there.
  sf::RectangleShape picture(sf::Vector2f(target_.getSize()));
  picture.setTexture(&target_.getTexture());
  sf::RenderStates opaque_states;
  opaque_states.blendMode = sf::BlendNone;
  window.draw(picture, opaque_states);
}

sf::Image FilmStudio::still(const FilmMoment& moment) {
  draw(moment, Film::As::Still, {});
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
