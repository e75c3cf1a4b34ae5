// SPDX-License-Identifier: MIT
#include "scenario/park_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <nlohmann/json.hpp>
#include <numbers>
#include <optional>
#include <utility>

#include "scenario/field_reader.hpp"
#include "scenario/json_reader.hpp"
#include "scenario/park_map_features.hpp"
#include "scenario/park_map_geometry.hpp"

namespace park {
namespace {

using nlohmann::json;

/// Mean radius of WGS84; source: IUGG, as in Moritz, Geodetic Reference System 1980.
constexpr double earth_radius_m = 6371008.8;
/// Assumed: a park is far smaller, and within this the flat projection is true to 0.2 % at 22.5 degrees.
constexpr double largest_map_m = 60'000;
constexpr double smallest_parcel_mu = 0.5;
constexpr double largest_parcel_mu = 3000;
constexpr std::size_t max_overlaps_named = 100;

/// Equirectangular projection: true to scale at the centre; at 22.5 degrees off by 0.1 % 15 km
/// north or south of it.
class LocalProjection {
 public:
  explicit LocalProjection(LonLat centre)
      : centre_(centre),
        east_m_per_degree_(north_m_per_degree * std::cos(centre.lat * std::numbers::pi / 180)) {}

  [[nodiscard]] PointM operator()(LonLat p) const {
    return {(p.lon - centre_.lon) * east_m_per_degree_, (p.lat - centre_.lat) * north_m_per_degree};
  }
  [[nodiscard]] RingM operator()(const std::vector<LonLat>& line) const {
    RingM projected;
    projected.reserve(line.size());
    std::ranges::transform(line, std::back_inserter(projected), [this](LonLat p) { return (*this)(p); });
    return projected;
  }

 private:
  static constexpr double north_m_per_degree = earth_radius_m * std::numbers::pi / 180;
  LonLat centre_;
  double east_m_per_degree_;
};

struct Extent {
  LonLat low{180, 90};
  LonLat high{-180, -90};

  [[nodiscard]] LonLat centre() const { return {(low.lon + high.lon) / 2, (low.lat + high.lat) / 2}; }
};

Extent extent_of(const std::vector<DrawnFeature>& drawn) {
  Extent extent;
  for (const DrawnFeature& feature : drawn) {
    for (const DrawnShape& shape : feature.shapes) {
      for (const auto& ring : shape.rings) {
        for (const LonLat p : ring) {
          extent.low = {std::min(extent.low.lon, p.lon), std::min(extent.low.lat, p.lat)};
          extent.high = {std::max(extent.high.lon, p.lon), std::max(extent.high.lat, p.lat)};
        }
      }
    }
  }
  return extent;
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, middle);
  return *middle;
}

/// The feature with the point farthest from the median place: a map too large is mostly one point drawn
/// amiss.
const DrawnFeature& find_stray(const std::vector<DrawnFeature>& drawn, const LocalProjection& project) {
  std::vector<std::pair<PointM, const DrawnFeature*>> points;
  std::vector<double> easts;
  std::vector<double> norths;
  for (const DrawnFeature& feature : drawn) {
    for (const DrawnShape& shape : feature.shapes) {
      for (const LonLat p : shape.rings.front()) {
        points.emplace_back(project(p), &feature);
        easts.push_back(points.back().first.east);
        norths.push_back(points.back().first.north);
      }
    }
  }
  const PointM middle{median(std::move(easts)), median(std::move(norths))};
  return *std::ranges::max_element(points, {}, [&](const auto& point) {
            return std::hypot(point.first.east - middle.east, point.first.north - middle.north);
          })->second;
}

bool check_extent(const std::vector<DrawnFeature>& drawn, const Extent& extent, FaultList& faults) {
  const LocalProjection project(extent.centre());
  const PointM corner = project(extent.high);
  const double across_m = 2 * std::max(corner.east, corner.north);
  if (across_m <= largest_map_m) return true;
  faults.add(find_stray(drawn, project).pointer + "/geometry", "a map at most 60 km across",
             number_text(std::round(across_m / 1000)) + " km; this feature reaches farthest from the others");
  return false;
}

/// The shape in metres, turned as RFC 7946 wants it; nothing if it is no valid polygon.
std::optional<PolygonM> to_polygon(const DrawnShape& shape, const LocalProjection& project,
                                   FaultList& faults) {
  PolygonM polygon;
  for (const auto& ring : shape.rings) polygon.push_back(project(ring));
  const auto fault = fault_of(polygon);
  if (!fault) {
    orient(polygon);
    return polygon;
  }
  std::string pointer = shape.pointer;
  if (fault->ring) pointer = pointer_to(pointer, *fault->ring);
  if (fault->ring && fault->point) pointer = pointer_to(pointer, *fault->point);
  faults.add(pointer, "a polygon that does not cross itself", fault->got);
  return std::nullopt;
}

std::optional<ParcelShape> to_parcel(const DrawnFeature& drawn, const LocalProjection& project,
                                     FaultList& faults) {
  ParcelShape parcel = drawn.parcel;
  auto polygon = to_polygon(drawn.shapes.front(), project, faults);
  if (!polygon) return std::nullopt;
  parcel.area_mu = area_m2(*polygon) / m2_per_mu;
  parcel.centre = centroid(*polygon);
  parcel.rings = std::move(*polygon);
  if (parcel.area_mu < smallest_parcel_mu || parcel.area_mu > largest_parcel_mu) {
    faults.add(drawn.pointer + "/geometry", "a parcel of 0.5 to 3000 mu",
               number_text(std::round(parcel.area_mu * 1000) / 1000) + " mu");
  }
  return parcel;
}

MapFeature to_feature(const DrawnFeature& drawn, const LocalProjection& project, FaultList& faults) {
  MapFeature feature{drawn.parcel.id, drawn.kind, drawn.parcel.zone, {}, 0};
  for (const DrawnShape& shape : drawn.shapes) {
    if (drawn.kind == FeatureKind::Road) {
      feature.shapes.push_back(project(shape.rings.front()));
    } else if (auto polygon = to_polygon(shape, project, faults)) {
      feature.area_mu += area_m2(*polygon) / m2_per_mu;
      std::ranges::move(*polygon, std::back_inserter(feature.shapes));
    }
  }
  return feature;
}

ParkMap to_map(const std::vector<DrawnFeature>& drawn, LonLat centre, FaultList& faults) {
  const LocalProjection project(centre);
  ParkMap map{centre.lon, centre.lat, {}, {}};
  std::vector<const DrawnFeature*> sources;  // of the parcels
  for (const DrawnFeature& feature : drawn) {
    if (feature.shapes.empty()) continue;
    if (feature.kind != FeatureKind::Parcel) {
      map.features.push_back(to_feature(feature, project, faults));
    } else if (auto parcel = to_parcel(feature, project, faults)) {
      map.parcels.push_back(std::move(*parcel));
      sources.push_back(&feature);
    }
  }
  for (const Overlap& overlap : find_overlaps(map.parcels, max_overlaps_named)) {
    faults.add(sources[overlap.later]->pointer + "/geometry",
               "a parcel that does not overlap \"" + shown(map.parcels[overlap.earlier].id) + "\" (" +
                   sources[overlap.earlier]->pointer + ")",
               "an overlap of " + number_text(std::round(overlap.area_m2)) + " m2");
  }
  return map;
}

/// GeoJSON is WGS84; older programs name another system in a member `crs`. CGCS2000 (EPSG 4490) agrees with
/// it within centimetres.
void check_reference_system(FieldReader& document) {
  const json* crs = document.find("crs");
  if (crs == nullptr || crs->is_null() || crs->is_discarded()) return;
  const json::json_pointer place("/properties/name");
  const std::string name = crs->is_object() && crs->contains(place) && (*crs)[place].is_string()
                               ? (*crs)[place].get<std::string>()
                               : std::string();
  const std::array<std::string_view, 3> accepted = {"CRS84", "4326", "4490"};
  if (std::ranges::any_of(accepted, [&](std::string_view code) { return name.ends_with(code); })) return;
  document.faults().add(document.pointer_of("crs"), "WGS84 (or CGCS2000)", "\"" + shown(name) + "\"");
}

}  // namespace

Checked<ParkMap> load_park_map(std::string_view bytes, std::string_view name) {
  Problems problems;
  FaultList faults{std::string(name), problems};
  const auto parsed = read_json(bytes, faults);
  if (!parsed) return problems;
  FieldReader document(*parsed, "", faults);
  if (document.require("type") != nullptr) (void)document.one_of("type", {"FeatureCollection"});
  check_reference_system(document);
  const json* features = document.require("features");
  std::vector<DrawnFeature> drawn;
  if (features != nullptr) {
    const json& list = document.list("features");
    for (std::size_t i = 0; i < list.size(); ++i) {
      drawn.push_back(read_feature(list[i], pointer_to("/features", i), faults));
    }
    const auto is_parcel = [](const DrawnFeature& feature) { return feature.kind == FeatureKind::Parcel; };
    if (list.is_array() && std::ranges::none_of(drawn, is_parcel)) {
      faults.add("/features", "at least one feature of kind parcel", "none");
    }
  }
  check_ids(drawn, faults);
  ParkMap map;
  const Extent extent = extent_of(drawn);
  if (extent.low.lon <= extent.high.lon && check_extent(drawn, extent, faults)) {
    map = to_map(drawn, extent.centre(), faults);
  }
  if (!problems.empty()) return problems;
  return map;
}

}  // namespace park
