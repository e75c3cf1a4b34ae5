// SPDX-License-Identifier: MIT
#include "map/camera.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace park::ui {
namespace {

constexpr double radians(double degrees) { return degrees * std::numbers::pi / 180; }

}  // namespace

Projection::Projection(const MapCamera& camera, sf::FloatRect area)
    : camera_(camera),
      area_(area),
      cos_(std::cos(radians(camera.azimuth_degrees)) / camera.metres_per_pixel),
      sin_(std::sin(radians(camera.azimuth_degrees)) / camera.metres_per_pixel),
      squash_(std::sin(radians(camera.pitch_degrees))),
      lift_(std::cos(radians(camera.pitch_degrees)) * exaggeration(camera.metres_per_pixel) /
            camera.metres_per_pixel),
      middle_x_(static_cast<double>(area.left + area.width / 2)),
      middle_y_(static_cast<double>(area.top + area.height / 2)) {}

double Projection::exaggeration(double metres_per_pixel) {
  const double afar = std::clamp(std::log2(metres_per_pixel) / std::log2(6.0), 0.0, 1.0);
  return 1.4 + 1.6 * afar;
}

sf::Vector2f Projection::at(PointM ground, double height_m) const {
  const PointM d = ground - camera_.centre;
  const double x = middle_x_ + d.east * cos_ - d.north * sin_;
  const double y = middle_y_ - (d.east * sin_ + d.north * cos_) * squash_ - height_m * lift_;
  return {static_cast<float>(x), static_cast<float>(y)};
}

PointM Projection::ground_at(sf::Vector2f pixel) const {
  const double x = static_cast<double>(pixel.x) - middle_x_;
  const double y = -(static_cast<double>(pixel.y) - middle_y_) / squash_;
  const double squared = cos_ * cos_ + sin_ * sin_;
  return camera_.centre + PointM{(x * cos_ + y * sin_) / squared, (y * cos_ - x * sin_) / squared};
}

double Projection::nearness(PointM ground) const { return -(ground.east * sin_ + ground.north * cos_); }

bool Projection::sees(PointM ground, double radius_m, double height_m) const {
  const sf::Vector2f p = at(ground);
  const float r = pixels(radius_m);
  const auto up = static_cast<float>(height_m * lift_);
  return p.x + r >= area_.left && p.x - r <= area_.left + area_.width && p.y + r >= area_.top &&
         p.y - r - up <= area_.top + area_.height;
}

MapCamera fitted(std::span<const PointM> points, MapCamera camera, sf::FloatRect area, double margin) {
  if (points.empty()) return camera;
  camera.centre = {};
  camera.metres_per_pixel = 1;
  const Projection flat(camera, {0, 0, 0, 0});
  sf::Vector2f low = flat.at(points[0]);
  sf::Vector2f high = low;
  for (const PointM& point : points) {
    const sf::Vector2f p = flat.at(point);
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
  }
  const auto edge = static_cast<float>(margin) * std::min(area.width, area.height);
  const float wide = std::max(10.0F, area.width - 2 * edge);
  const float tall = std::max(10.0F, area.height - 2 * edge);
  camera.centre = flat.ground_at(0.5F * (low + high));
  camera.metres_per_pixel =
      std::clamp(static_cast<double>(std::max((high.x - low.x) / wide, (high.y - low.y) / tall)),
                 closest_m_per_px, farthest_m_per_px);
  return camera;
}

MapCamera zoomed_at(const MapCamera& camera, sf::FloatRect area, sf::Vector2f pixel, double factor) {
  MapCamera result = camera;
  result.metres_per_pixel = std::clamp(camera.metres_per_pixel / factor, closest_m_per_px, farthest_m_per_px);
  const PointM before = Projection(camera, area).ground_at(pixel);
  const PointM after = Projection(result, area).ground_at(pixel);
  result.centre = camera.centre + (before - after);
  return result;
}

MapCamera panned(const MapCamera& camera, sf::FloatRect area, sf::Vector2f by) {
  const Projection projection(camera, area);
  MapCamera result = camera;
  result.centre = camera.centre - (projection.ground_at(by) - projection.ground_at({0, 0}));
  return result;
}

MapCamera flown(const MapCamera& from, const MapCamera& to, double share) {
  const double t = std::clamp(share, 0.0, 1.0);
  const double s = t * t * (3 - 2 * t);
  MapCamera result;
  result.centre = between(from.centre, to.centre, s);
  result.pitch_degrees = std::lerp(from.pitch_degrees, to.pitch_degrees, s);
  const double turn = std::remainder(to.azimuth_degrees - from.azimuth_degrees, 360);
  result.azimuth_degrees = from.azimuth_degrees + s * turn;
  const double zoom = std::lerp(std::log(from.metres_per_pixel), std::log(to.metres_per_pixel), s);
  // A way of many screens is flown from higher up.
  const double nearer = std::min(from.metres_per_pixel, to.metres_per_pixel);
  const double screens = distance(from.centre, to.centre) / (1000 * nearer);
  const double climb = std::log1p(std::max(0.0, screens - 1)) * 4 * s * (1 - s);
  result.metres_per_pixel = std::clamp(std::exp(zoom + climb), closest_m_per_px, farthest_m_per_px);
  return result;
}

}  // namespace park::ui
