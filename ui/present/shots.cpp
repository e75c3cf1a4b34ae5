// SPDX-License-Identifier: MIT
#include "present/shots.hpp"

#include <algorithm>
#include <span>

namespace park::ui {
namespace {

/// Outlines of what carries that name: the parcels of a zone, a parcel or a feature.
std::vector<PointM> outline_of(const std::string& place, const ParkMap& map) {
  std::vector<PointM> points;
  const auto take = [&](const std::vector<RingM>& rings) {
    for (const RingM& ring : rings) points.insert(points.end(), ring.begin(), ring.end());
  };
  for (const ParcelShape& parcel : map.parcels) {
    if (parcel.zone == place || parcel.id == place) take(parcel.rings);
  }
  for (const MapFeature& feature : map.features) {
    if (feature.id == place) take(feature.shapes);
  }
  return points;
}

/// The steepest oblique view in which the points still fill the width: a tall picture sees a park from higher
/// up, so that it fills that too.
MapCamera fitted_obliquely(std::span<const PointM> points, MapCamera camera, sf::FloatRect area,
                           double margin) {
  constexpr double steepest = 62;
  MapCamera best = fitted(points, camera, area, margin);
  while (camera.pitch_degrees < steepest) {
    camera.pitch_degrees += 1;
    const MapCamera steeper = fitted(points, camera, area, margin);
    if (steeper.metres_per_pixel > best.metres_per_pixel * 1.001) break;
    best = steeper;
  }
  return best;
}

}  // namespace

MapCamera camera_of(const study::Shot& shot, const MapGround& ground, sf::FloatRect area) {
  MapCamera camera;
  if (shot.view == study::Shot::View::Oblique) {
    camera.pitch_degrees = oblique_pitch;
    camera.azimuth_degrees = oblique_azimuth;
  }
  std::vector<PointM> points;
  if (!shot.place.empty()) points = outline_of(shot.place, ground.map());
  const bool is_whole = points.empty();
  const std::span<const PointM> shown = is_whole ? std::span(ground.extent()) : std::span(points);
  const double margin = is_whole ? 0.02 : 0.08;
  camera = shot.view == study::Shot::View::Oblique ? fitted_obliquely(shown, camera, area, margin)
                                                   : fitted(shown, camera, area, margin);
  if (shot.metres_across > 0)
    camera.metres_per_pixel =
        std::clamp(shot.metres_across / static_cast<double>(area.width), closest_m_per_px, farthest_m_per_px);
  return camera;
}

double flight_done(const study::Chapter& chapter, double chapter_seconds) {
  if (chapter.from == chapter.to) return 1;
  return std::clamp(chapter_seconds / std::min(chapter.seconds, longest_flight_seconds), 0.0, 1.0);
}

MapCamera camera_at(const study::Chapter& chapter, double chapter_seconds, const MapGround& ground,
                    sf::FloatRect area) {
  const double done = flight_done(chapter, chapter_seconds);
  const MapCamera to = camera_of(chapter.to, ground, area);
  return done < 1 ? flown(camera_of(chapter.from, ground, area), to, done) : to;
}

}  // namespace park::ui
