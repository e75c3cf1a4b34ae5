// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "scenario/park_map.hpp"

namespace park {

/// A polygon in metres: outer ring first, then holes; every ring closed (its first point again at the end).
using PolygonM = std::vector<RingM>;

/// Turns the outer ring counter-clockwise and holes clockwise (RFC 7946 3.1.6); either is accepted in a file.
void orient(PolygonM& polygon);

/// What is wrong with a polygon, turned either way: the ring (none if it is the polygon as a whole), the
/// point where the fault begins (none if unknown), and the words after "got".
struct PolygonFault {
  std::optional<std::size_t> ring;
  std::optional<std::size_t> point;
  std::string got;
};
[[nodiscard]] std::optional<PolygonFault> fault_of(const PolygonM& polygon);

[[nodiscard]] double area_m2(const PolygonM& polygon);
[[nodiscard]] PointM centroid(const PolygonM& polygon);

struct Overlap {
  std::size_t earlier = 0;  ///< indices into `parcels`
  std::size_t later = 0;
  double area_m2 = 0;
};

/// Parcels that share more ground than drawing errors explain: more than 50 m2 and more than 1 % of the
/// smaller (assumed: what a survey at 1:500 and a hand-drawn edge differ by). Stops at `limit`. Polygons must
/// be valid.
[[nodiscard]] std::vector<Overlap> find_overlaps(std::span<const ParcelShape> parcels, std::size_t limit);

}  // namespace park
