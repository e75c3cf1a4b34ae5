// SPDX-License-Identifier: MIT
#include "present/shots.hpp"

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
  camera = fitted(is_whole ? ground.extent() : points, camera, area, is_whole ? 0.02 : 0.08);
  if (shot.metres_across > 0)
    camera.metres_per_pixel =
        std::clamp(shot.metres_across / static_cast<double>(area.width), closest_m_per_px, farthest_m_per_px);
  return camera;
}

MapCamera camera_at(const study::Chapter& chapter, double share, const MapGround& ground,
                    sf::FloatRect area) {
  const MapCamera from = camera_of(chapter.from, ground, area);
  if (chapter.from == chapter.to) return from;
  return flown(from, camera_of(chapter.to, ground, area), share);
}

}  // namespace park::ui
