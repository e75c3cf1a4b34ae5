// SPDX-License-Identifier: MIT
#include "map/triangulate.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace park::ui {
namespace {

bool is_in_triangle(PointM p, PointM a, PointM b, PointM c) {
  return cross(b - a, p - a) >= 0 && cross(c - b, p - b) >= 0 && cross(a - c, p - c) >= 0;
}

double right_end(const RingM& ring) {
  return std::ranges::max_element(ring, {}, [](PointM p) { return p.east; })->east;
}

/// The vertex of `outer` that a hole's rightmost vertex sees, looking east.
std::optional<std::size_t> visible_vertex(const RingM& outer, PointM from) {
  double nearest = std::numeric_limits<double>::max();
  std::optional<std::size_t> candidate;
  PointM hit;
  for (std::size_t i = 0; i < outer.size(); ++i) {
    const std::size_t j = (i + 1) % outer.size();
    const PointM a = outer[i];
    const PointM b = outer[j];
    if ((a.north > from.north) == (b.north > from.north)) continue;
    const double east = a.east + (from.north - a.north) / (b.north - a.north) * (b.east - a.east);
    if (east < from.east || east >= nearest) continue;
    nearest = east;
    hit = {east, from.north};
    candidate = a.east > b.east ? i : j;
  }
  if (!candidate) return candidate;
  // Reflex vertices inside the triangle would hide the candidate: the one closest in angle is seen.
  PointM a = from;
  PointM b = hit;
  PointM c = outer[*candidate];
  if (cross(b - a, c - a) < 0) std::swap(b, c);
  double best = std::numeric_limits<double>::max();
  std::optional<std::size_t> seen = candidate;
  for (std::size_t i = 0; i < outer.size(); ++i) {
    const PointM p = outer[i];
    if (i == *candidate || p.east < from.east || !is_in_triangle(p, a, b, c)) continue;
    const double slope = std::abs(p.north - from.north) / std::max(1e-9, p.east - from.east);
    if (slope >= best) continue;
    best = slope;
    seen = i;
  }
  return seen;
}

/// Joins a clockwise hole into the counter-clockwise outer ring.
void bridge(RingM& outer, const RingM& hole) {
  const auto rightmost = std::ranges::max_element(hole, {}, [](PointM p) { return p.east; });
  const auto start = static_cast<std::size_t>(rightmost - hole.begin());
  const auto seen = visible_vertex(outer, hole[start]);
  if (!seen) return;
  RingM joined(outer.begin(), outer.begin() + static_cast<std::ptrdiff_t>(*seen) + 1);
  for (std::size_t k = 0; k <= hole.size(); ++k) joined.push_back(hole[(start + k) % hole.size()]);
  joined.insert(joined.end(), outer.begin() + static_cast<std::ptrdiff_t>(*seen), outer.end());
  outer = std::move(joined);
}

/// The outer ring with all holes joined in; counter-clockwise.
RingM one_ring(const std::vector<RingM>& rings) {
  RingM outer = open_ring(rings.front());
  if (signed_area(outer) < 0) std::ranges::reverse(outer);
  std::vector<RingM> holes;
  for (std::size_t r = 1; r < rings.size(); ++r) {
    RingM hole = open_ring(rings[r]);
    if (hole.size() < 3) continue;
    if (signed_area(hole) > 0) std::ranges::reverse(hole);
    holes.push_back(std::move(hole));
  }
  std::ranges::sort(holes, [](const RingM& a, const RingM& b) { return right_end(a) > right_end(b); });
  for (const RingM& hole : holes) bridge(outer, hole);
  return outer;
}

bool is_ear(const RingM& ring, std::size_t i) {
  const std::size_t n = ring.size();
  const PointM a = ring[(i + n - 1) % n];
  const PointM b = ring[i];
  const PointM c = ring[(i + 1) % n];
  if (cross(b - a, c - b) <= 1e-9) return false;
  return std::ranges::none_of(ring, [&](PointM p) {
    const bool is_corner = distance(p, a) < 1e-6 || distance(p, b) < 1e-6 || distance(p, c) < 1e-6;
    return !is_corner && is_in_triangle(p, a, b, c);
  });
}

}  // namespace

std::vector<PointM> triangulated(const std::vector<RingM>& rings) {
  std::vector<PointM> triangles;
  if (rings.empty()) return triangles;
  RingM ring = one_ring(rings);
  const auto flat = [&](std::size_t i) {
    const std::size_t n = ring.size();
    return std::abs(cross(ring[i] - ring[(i + n - 1) % n], ring[(i + 1) % n] - ring[i])) <= 1e-9;
  };
  while (ring.size() >= 3) {
    std::size_t ear = 0;
    while (ear < ring.size() && !is_ear(ring, ear)) ++ear;
    if (ear == ring.size()) {
      // No ear: drop a vertex that spans nothing, or give up what is left.
      ear = 0;
      while (ear < ring.size() && !flat(ear)) ++ear;
      if (ear == ring.size()) break;
    } else {
      const std::size_t n = ring.size();
      triangles.insert(triangles.end(), {ring[(ear + n - 1) % n], ring[ear], ring[(ear + 1) % n]});
    }
    ring.erase(ring.begin() + static_cast<std::ptrdiff_t>(ear));
  }
  return triangles;
}

}  // namespace park::ui
