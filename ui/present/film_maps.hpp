// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderTexture.hpp>
#include <memory>
#include <vector>

#include "map/park_map_view.hpp"
#include "present/film_view.hpp"

namespace park::ui {

/// The parks of a film. While the camera rests a map is drawn fifteen times a second and kept in between, one
/// park after the other: nothing on it moves by more than a pixel. What a frame shows follows from its moment
/// alone all the same.
class FilmMaps {
 public:
  explicit FilmMaps(const FilmScene& scene);
  ~FilmMaps();
  FilmMaps(const FilmMaps&) = delete;
  FilmMaps& operator=(const FilmMaps&) = delete;

  /// Works out what the parks of a frame show; then draw() draws it.
  void arrange(const FilmView& view);
  void draw(sf::RenderTarget& target, const FilmView& view);
  [[nodiscard]] const ParkMapView& park(std::size_t scenario) const { return *parks_[scenario].map; }

 private:
  struct Park {
    std::unique_ptr<ParkMapView> map;
    std::unique_ptr<sf::RenderTexture> kept;  ///< of the map's size; none where the driver has none
    std::uint64_t kept_version = 0;
  };
  void draw_kept(sf::RenderTarget& target, Park& park, const FilmView& view, const Box& box);

  const FilmScene& scene_;
  std::vector<Park> parks_;  ///< by scenario
};

/// The time that the map of the park in that place shows while the camera rests: what a fifteenth of a second
/// began with, the parks taking turns, never before the chapter.
[[nodiscard]] MapTime resting_time(const FilmMoment& moment, std::size_t place);

}  // namespace park::ui
