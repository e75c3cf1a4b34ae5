// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <vector>

#include "scenario/park_map.hpp"

namespace park::ui {

// Vectors of the plane, metres east and north. Rings are open here: the first point does not come again at
// the end.

[[nodiscard]] constexpr PointM operator+(PointM a, PointM b) { return {a.east + b.east, a.north + b.north}; }
[[nodiscard]] constexpr PointM operator-(PointM a, PointM b) { return {a.east - b.east, a.north - b.north}; }
[[nodiscard]] constexpr PointM operator*(double k, PointM a) { return {k * a.east, k * a.north}; }
[[nodiscard]] constexpr double dot(PointM a, PointM b) { return a.east * b.east + a.north * b.north; }
[[nodiscard]] constexpr double cross(PointM a, PointM b) { return a.east * b.north - a.north * b.east; }
/// Metres on a map neither overflow nor vanish when squared: no need of hypot, which is five times as slow.
[[nodiscard]] inline double length(PointM a) { return std::sqrt(dot(a, a)); }
[[nodiscard]] inline double distance(PointM a, PointM b) { return length(b - a); }
/// Of length 1; east for the zero vector.
[[nodiscard]] inline PointM unit(PointM a) {
  const double long_is = length(a);
  return long_is > 0 ? (1 / long_is) * a : PointM{1, 0};
}
/// A quarter turn to the left.
[[nodiscard]] constexpr PointM left_of(PointM a) { return {-a.north, a.east}; }
[[nodiscard]] constexpr PointM between(PointM a, PointM b, double share) { return a + share * (b - a); }

/// Axes of a lot or building: u along, v across to the left.
struct Frame {
  PointM origin;
  PointM along{1, 0};

  [[nodiscard]] PointM local(PointM p) const {
    return {dot(p - origin, along), dot(p - origin, left_of(along))};
  }
  [[nodiscard]] PointM at(double u, double v) const { return origin + u * along + v * left_of(along); }
};

/// A span of the frame, u0 <= u1 and v0 <= v1.
struct Span2 {
  double u0 = 0, u1 = 0, v0 = 0, v1 = 0;

  [[nodiscard]] double length() const { return u1 - u0; }
  [[nodiscard]] double depth() const { return v1 - v0; }
  [[nodiscard]] double area() const { return length() * depth(); }
};

/// Without the repeated last point and points closer than a centimetre to the one before.
[[nodiscard]] RingM open_ring(const RingM& closed);
/// Positive if counter-clockwise.
[[nodiscard]] double signed_area(const RingM& ring);
[[nodiscard]] PointM middle_of(const RingM& ring);
[[nodiscard]] bool is_inside(const RingM& ring, PointM p);
/// Distance from a point to a segment.
[[nodiscard]] double distance_to(PointM p, PointM a, PointM b);
/// True if a point lies closer than that to a segment; quick where it does not.
[[nodiscard]] bool is_near(PointM p, PointM a, PointM b, double closer_than_m);
/// The upright box round points.
struct Bounds {
  PointM low, high;

  [[nodiscard]] bool holds(PointM p, double margin_m = 0) const {
    return p.east >= low.east - margin_m && p.east <= high.east + margin_m &&
           p.north >= low.north - margin_m && p.north <= high.north + margin_m;
  }
};
[[nodiscard]] Bounds bounds_of(const RingM& points);
/// The part of a ring on the left of the line through `on` along `direction`; cuts along the line are kept
/// as edges (Sutherland and Hodgman 1974).
[[nodiscard]] RingM left_part(const RingM& ring, PointM on, PointM direction);
/// The smallest of the upright boxes round the ring that share a direction with one of its edges; `along`
/// is its longer side, the origin its corner.
struct TiltedBox {
  Frame frame;
  double length = 0;
  double width = 0;
};
[[nodiscard]] TiltedBox tightest_box(const RingM& ring);

}  // namespace park::ui
