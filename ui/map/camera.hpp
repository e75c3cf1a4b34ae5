// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/Rect.hpp>
#include <SFML/System/Vector2.hpp>
#include <span>

#include "map/plane.hpp"

namespace park::ui {

/// From where the park is seen. Pitch 90 degrees is the plan, less is oblique; both are parallel projections,
/// so that lengths along a direction are the same everywhere.
struct MapCamera {
  PointM centre;  ///< the ground point in the middle of the picture
  double metres_per_pixel = 5;
  double pitch_degrees = 90;
  double azimuth_degrees = 0;  ///< the direction that is up on the screen, clockwise from north

  friend bool operator==(const MapCamera& a, const MapCamera& b) {
    return a.centre.east == b.centre.east && a.centre.north == b.centre.north &&
           a.metres_per_pixel == b.metres_per_pixel && a.pitch_degrees == b.pitch_degrees &&
           a.azimuth_degrees == b.azimuth_degrees;
  }
};

inline constexpr double plan_pitch = 90;
inline constexpr double oblique_pitch = 42;
inline constexpr double oblique_azimuth = -24;
inline constexpr double closest_m_per_px = 0.15;
inline constexpr double farthest_m_per_px = 40;

/// A camera and the rectangle of the target that it fills, in pixels.
class Projection {
 public:
  Projection(const MapCamera& camera, sf::FloatRect area);

  [[nodiscard]] const MapCamera& camera() const { return camera_; }
  [[nodiscard]] sf::FloatRect area() const { return area_; }
  [[nodiscard]] sf::Vector2f at(PointM ground, double height_m = 0) const;
  /// The ground point under a pixel.
  [[nodiscard]] PointM ground_at(sf::Vector2f pixel) const;
  /// How far away from the viewer, in pixels down the screen: what is larger lies in front.
  [[nodiscard]] double nearness(PointM ground) const;
  [[nodiscard]] float pixels(double metres) const {
    return static_cast<float>(metres / camera_.metres_per_pixel);
  }
  /// Pixels by which a metre of height lifts a point.
  [[nodiscard]] double lift() const { return lift_; }
  /// How much higher than life heights are drawn: more from afar, where they could not be told apart.
  [[nodiscard]] static double exaggeration(double metres_per_pixel);
  [[nodiscard]] bool is_plan() const { return lift_ < 1e-3; }
  /// True if a circle of that radius can be seen; `height_m` above it as well.
  [[nodiscard]] bool sees(PointM ground, double radius_m, double height_m = 0) const;

 private:
  MapCamera camera_;
  sf::FloatRect area_;
  double cos_, sin_, squash_, lift_, middle_x_, middle_y_;
};

/// The camera that shows all points with a margin (a share of the picture's smaller side).
[[nodiscard]] MapCamera fitted(std::span<const PointM> points, MapCamera camera, sf::FloatRect area,
                               double margin = 0.04);

/// The same picture under the mouse after zooming in by `factor`.
[[nodiscard]] MapCamera zoomed_at(const MapCamera& camera, sf::FloatRect area, sf::Vector2f pixel,
                                  double factor);
/// Moves the ground by so many pixels.
[[nodiscard]] MapCamera panned(const MapCamera& camera, sf::FloatRect area, sf::Vector2f by);
/// On the way from one camera to another, `share` 0 to 1: starts and ends softly, and zooms out in between
/// where the way is far.
[[nodiscard]] MapCamera flown(const MapCamera& from, const MapCamera& to, double share);

}  // namespace park::ui
