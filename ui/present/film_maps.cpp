// SPDX-License-Identifier: MIT
#include "present/film_maps.hpp"

#include <SFML/Graphics/RectangleShape.hpp>
#include <cmath>

#include "present/film_marks.hpp"
#include "present/map_layer.hpp"
#include "present/shots.hpp"

namespace park::ui {

FilmMaps::FilmMaps(const FilmScene& scene) : scene_(scene) {
  const std::shared_ptr<const MapType> type = MapType::load();
  for (std::size_t place = 0; place < scene.count(); ++place) {
    Park park;
    park.map = std::make_unique<ParkMapView>(scene.chronicle(place), scene.ground(place), type);
    parks_.push_back(std::move(park));
  }
}

FilmMaps::~FilmMaps() = default;

MapTime resting_time(const FilmMoment& moment, std::size_t place) {
  constexpr double times_a_second = 15;
  const double turn = place % 2 == 0 ? 0 : 0.5;
  // A frame that lies on the border must not fall before it by rounding.
  const double beat = std::floor(moment.seconds * times_a_second + turn + 1e-6) - turn;
  const double begin = moment.seconds - moment.chapter_seconds;
  const double seconds = std::max(begin, beat / times_a_second);
  const double month = moment.month - (moment.seconds - seconds) * moment.months_a_second;
  // What is the same time must be the same number, whichever frame it is worked out from.
  constexpr double grid = 1e5;
  return {std::round(month * grid) / grid, std::round(seconds * grid) / grid};
}

void FilmMaps::draw_kept(sf::RenderTarget& target, Park& park, const FilmView& view, const Box& box) {
  const sf::Vector2u size(static_cast<unsigned>(box.w), static_cast<unsigned>(box.h));
  if (!park.kept || park.kept->getSize() != size) {
    park.kept = std::make_unique<sf::RenderTexture>();
    park.kept_version = 0;
    if (!park.kept->create(size.x, size.y)) {
      park.kept = nullptr;
      park.map->show(target, view.look.texts, {box.x, box.y, box.w, box.h});
      return;
    }
  }
  if (park.kept_version != park.map->version()) {
    park.kept_version = park.map->version();
    park.map->show(*park.kept, view.look.texts);
    park.kept->display();
  }
  sf::RectangleShape picture({box.w, box.h});
  picture.setPosition(box.x, box.y);
  picture.setTexture(&park.kept->getTexture());
  sf::RenderStates opaque;
  opaque.blendMode = sf::BlendNone;
  target.draw(picture, opaque);
}

void FilmMaps::arrange(const FilmView& view) {
  const std::vector<std::size_t> shown = view.parks();
  const bool is_resting = flight_done(view.chapter(), view.moment.chapter_seconds) >= 1;
  for (std::size_t k = 0; k < shown.size(); ++k) {
    const Box& box = view.layout.maps[k];
    const sf::FloatRect area(0, 0, box.w, box.h);
    MapOptions options;
    options.layer = map_layer_of(view.chapter().layer);
    options.theme = view.look.theme.kind;
    options.has_origins = false;
    options.names_all = false;
    options.scale = (box.w < view.px(700) ? 1.25F : 1.5F) * view.layout.unit;
    if (const auto money = money_box(view, box))
      options.covered.emplace_back(money->x - box.x, money->y - box.y, money->w, money->h);
    const MapCamera camera =
        camera_at(view.chapter(), view.moment.chapter_seconds, *scene_.ground(shown[k]), area);
    const MapTime time =
        is_resting ? resting_time(view.moment, k) : MapTime{view.moment.month, view.moment.seconds};
    parks_[shown[k]].map->arrange(area, time, camera, options);
  }
}

void FilmMaps::draw(sf::RenderTarget& target, const FilmView& view) {
  const std::vector<std::size_t> shown = view.parks();
  const bool is_resting = flight_done(view.chapter(), view.moment.chapter_seconds) >= 1;
  for (std::size_t k = 0; k < shown.size(); ++k) {
    Park& park = parks_[shown[k]];
    const Box& box = view.layout.maps[k];
    if (is_resting) {
      draw_kept(target, park, view, box);
    } else {
      park.map->show(target, view.look.texts, {box.x, box.y, box.w, box.h});
    }
  }
}

}  // namespace park::ui
