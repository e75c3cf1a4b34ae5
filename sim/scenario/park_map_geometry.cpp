// SPDX-License-Identifier: MIT
#include "scenario/park_map_geometry.hpp"

// Boost 1.74 includes one of its own deprecated headers and says so in every build.
#define BOOST_ALLOW_DEPRECATED_HEADERS

#include <algorithm>
#include <boost/geometry.hpp>
#include <boost/geometry/geometries/register/point.hpp>
#include <boost/geometry/geometries/register/ring.hpp>
#include <numeric>
#include <string_view>

BOOST_GEOMETRY_REGISTER_POINT_2D(park::PointM, double, boost::geometry::cs::cartesian, east, north)

namespace park {
namespace {

namespace bg = boost::geometry;

/// Counter-clockwise and closed, as in GeoJSON.
using Polygon = bg::model::polygon<PointM, false, true>;
using Ring = Polygon::ring_type;
using Box = bg::model::box<PointM>;

/// Beyond this a crossing is reported without the place: the search looks at every pair of edges.
constexpr std::size_t max_points_searched = 2000;

constexpr double overlap_tolerance_m2 = 50;
constexpr double overlap_tolerance_share = 0.01;

Polygon to_polygon(const PolygonM& rings) {
  Polygon polygon;
  for (std::size_t i = 0; i < rings.size(); ++i) {
    Ring& ring = i == 0 ? polygon.outer() : polygon.inners().emplace_back();
    ring.assign(rings[i].begin(), rings[i].end());
  }
  return polygon;
}

double cross(PointM a, PointM b, PointM c) {
  return (b.east - a.east) * (c.north - a.north) - (b.north - a.north) * (c.east - a.east);
}

bool cross_properly(PointM a, PointM b, PointM c, PointM d) {
  return (cross(a, b, c) > 0) != (cross(a, b, d) > 0) && (cross(c, d, a) > 0) != (cross(c, d, b) > 0);
}

/// The first edge that crosses another one, and that other one.
std::optional<std::pair<std::size_t, std::size_t>> find_crossing(const RingM& ring) {
  if (ring.size() > max_points_searched) return std::nullopt;
  const std::size_t edges = ring.size() - 1;
  for (std::size_t i = 0; i < edges; ++i) {
    for (std::size_t j = i + 2; j < edges; ++j) {
      const bool are_neighbours = i == 0 && j == edges - 1;
      if (!are_neighbours && cross_properly(ring[i], ring[i + 1], ring[j], ring[j + 1])) return {{i, j}};
    }
  }
  return std::nullopt;
}

std::string_view words_for(bg::validity_failure_type failure) {
  switch (failure) {
    case bg::failure_self_intersections:
      return "a ring that crosses itself";
    case bg::failure_spikes:
      return "a ring with a spike";
    case bg::failure_few_points:
    case bg::failure_wrong_topological_dimension:
    case bg::failure_wrong_orientation:
      return "a ring without area";
    case bg::failure_interior_rings_outside:
      return "a hole outside the outer ring";
    case bg::failure_nested_interior_rings:
      return "a hole inside a hole";
    case bg::failure_intersecting_interiors:
    case bg::failure_disconnected_interior:
      return "holes that touch or cross";
    default:
      return "a broken polygon";
  }
}

std::optional<PolygonFault> fault_of_ring(const RingM& ring, std::size_t index) {
  Ring checked(ring.begin(), ring.end());
  bg::correct(checked);
  bg::validity_failure_type failure = bg::no_failure;
  if (bg::is_valid(checked, failure)) return std::nullopt;
  if (const auto edges = find_crossing(ring)) {
    return PolygonFault{index, edges->first,
                        "an edge that crosses the one from point " + std::to_string(edges->second)};
  }
  return PolygonFault{index, std::nullopt, std::string(words_for(failure))};
}

double shared_m2(const Polygon& a, const Polygon& b) {
  bg::model::multi_polygon<Polygon> common;
  bg::intersection(a, b, common);
  return bg::area(common);
}

double area_of_common_box(const Box& a, const Box& b) {
  const double east =
      std::min(a.max_corner().east, b.max_corner().east) - std::max(a.min_corner().east, b.min_corner().east);
  const double north = std::min(a.max_corner().north, b.max_corner().north) -
                       std::max(a.min_corner().north, b.min_corner().north);
  return east > 0 && north > 0 ? east * north : 0;
}

/// One parcel of the sweep from west to east.
struct Candidate {
  std::size_t index = 0;
  Polygon polygon;
  Box box;
  double area_m2 = 0;
};

std::optional<Overlap> overlap_of(const Candidate& a, const Candidate& b) {
  const double tolerance =
      std::max(overlap_tolerance_m2, overlap_tolerance_share * std::min(a.area_m2, b.area_m2));
  if (area_of_common_box(a.box, b.box) <= tolerance) return std::nullopt;
  const double shared = shared_m2(a.polygon, b.polygon);
  if (shared <= tolerance) return std::nullopt;
  return Overlap{std::min(a.index, b.index), std::max(a.index, b.index), shared};
}

std::vector<Candidate> sorted_from_the_west(std::span<const ParcelShape> parcels) {
  std::vector<Candidate> candidates(parcels.size());
  for (std::size_t i = 0; i < parcels.size(); ++i) {
    candidates[i] = {i, to_polygon(parcels[i].rings), Box{}, parcels[i].area_mu * m2_per_mu};
    bg::envelope(candidates[i].polygon, candidates[i].box);
  }
  std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
    return std::pair(a.box.min_corner().east, a.index) < std::pair(b.box.min_corner().east, b.index);
  });
  return candidates;
}

}  // namespace

void orient(PolygonM& polygon) {
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    const bool is_counter_clockwise = bg::area(Ring(polygon[i].begin(), polygon[i].end())) > 0;
    if (is_counter_clockwise != (i == 0)) std::ranges::reverse(polygon[i]);
  }
}

std::optional<PolygonFault> fault_of(const PolygonM& polygon) {
  for (std::size_t i = 0; i < polygon.size(); ++i) {
    if (auto fault = fault_of_ring(polygon[i], i)) return fault;
  }
  if (polygon.size() < 2) return std::nullopt;
  Polygon checked = to_polygon(polygon);
  bg::correct(checked);
  bg::validity_failure_type failure = bg::no_failure;
  if (bg::is_valid(checked, failure)) return std::nullopt;
  const bool do_rings_cross = failure == bg::failure_self_intersections;
  return PolygonFault{std::nullopt, std::nullopt,
                      do_rings_cross ? "rings that cross each other" : std::string(words_for(failure))};
}

double area_m2(const PolygonM& polygon) { return bg::area(to_polygon(polygon)); }

PointM centroid(const PolygonM& polygon) {
  PointM centre;
  bg::centroid(to_polygon(polygon), centre);
  return centre;
}

std::vector<Overlap> find_overlaps(std::span<const ParcelShape> parcels, std::size_t limit) {
  const std::vector<Candidate> candidates = sorted_from_the_west(parcels);
  std::vector<Overlap> overlaps;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const double eastern_edge = candidates[i].box.max_corner().east;
    for (std::size_t j = i + 1; j < candidates.size(); ++j) {
      if (candidates[j].box.min_corner().east >= eastern_edge) break;
      if (overlaps.size() >= limit) break;
      if (const auto overlap = overlap_of(candidates[i], candidates[j])) overlaps.push_back(*overlap);
    }
  }
  std::ranges::sort(overlaps, {}, [](const Overlap& o) { return std::pair(o.later, o.earlier); });
  return overlaps;
}

}  // namespace park
