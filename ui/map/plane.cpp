// SPDX-License-Identifier: MIT
#include "map/plane.hpp"

#include <algorithm>
#include <limits>

namespace park::ui {

RingM open_ring(const RingM& closed) {
  RingM ring;
  for (const PointM& point : closed) {
    if (ring.empty() || distance(ring.back(), point) > 0.01) ring.push_back(point);
  }
  while (ring.size() > 1 && distance(ring.front(), ring.back()) <= 0.01) ring.pop_back();
  return ring;
}

double signed_area(const RingM& ring) {
  double twice = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) twice += cross(ring[i], ring[(i + 1) % ring.size()]);
  return twice / 2;
}

PointM middle_of(const RingM& ring) {
  PointM sum;
  double twice = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PointM a = ring[i];
    const PointM b = ring[(i + 1) % ring.size()];
    const double part = cross(a, b);
    twice += part;
    sum = sum + part * (a + b);
  }
  if (std::abs(twice) < 1e-9) return ring.empty() ? PointM{} : ring.front();
  return (1 / (3 * twice)) * sum;
}

bool is_inside(const RingM& ring, PointM p) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const PointM a = ring[i];
    const PointM b = ring[j];
    if ((a.north > p.north) == (b.north > p.north)) continue;
    const double east = a.east + (p.north - a.north) / (b.north - a.north) * (b.east - a.east);
    if (p.east < east) inside = !inside;
  }
  return inside;
}

double distance_to(PointM p, PointM a, PointM b) {
  const PointM ab = b - a;
  const double squared = dot(ab, ab);
  const double t = squared > 0 ? std::clamp(dot(p - a, ab) / squared, 0.0, 1.0) : 0;
  return distance(p, a + t * ab);
}

bool is_near(PointM p, PointM a, PointM b, double closer_than_m) {
  if (p.east < std::min(a.east, b.east) - closer_than_m || p.east > std::max(a.east, b.east) + closer_than_m)
    return false;
  if (p.north < std::min(a.north, b.north) - closer_than_m ||
      p.north > std::max(a.north, b.north) + closer_than_m)
    return false;
  return distance_to(p, a, b) < closer_than_m;
}

Bounds bounds_of(const RingM& points) {
  Bounds bounds{points.front(), points.front()};
  for (const PointM& p : points) {
    bounds.low = {std::min(bounds.low.east, p.east), std::min(bounds.low.north, p.north)};
    bounds.high = {std::max(bounds.high.east, p.east), std::max(bounds.high.north, p.north)};
  }
  return bounds;
}

RingM left_part(const RingM& ring, PointM on, PointM direction) {
  RingM kept;
  const auto side = [&](PointM p) { return cross(direction, p - on); };
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PointM a = ring[i];
    const PointM b = ring[(i + 1) % ring.size()];
    const double from = side(a);
    const double to = side(b);
    if (from >= 0) kept.push_back(a);
    if ((from < 0) != (to < 0)) kept.push_back(between(a, b, from / (from - to)));
  }
  return kept;
}

TiltedBox tightest_box(const RingM& ring) {
  TiltedBox best;
  double smallest = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PointM edge = ring[(i + 1) % ring.size()] - ring[i];
    if (length(edge) < 1) continue;
    const Frame frame{{0, 0}, unit(edge)};
    PointM low = frame.local(ring[0]);
    PointM high = low;
    for (const PointM& point : ring) {
      const PointM p = frame.local(point);
      low = {std::min(low.east, p.east), std::min(low.north, p.north)};
      high = {std::max(high.east, p.east), std::max(high.north, p.north)};
    }
    const double area = (high.east - low.east) * (high.north - low.north);
    if (area >= smallest) continue;
    smallest = area;
    best = {{frame.at(low.east, low.north), frame.along}, high.east - low.east, high.north - low.north};
  }
  if (best.length < best.width) {
    best.frame = {best.frame.at(best.length, 0), left_of(best.frame.along)};
    std::swap(best.length, best.width);
  }
  return best;
}

}  // namespace park::ui
