// SPDX-License-Identifier: MIT
#include "map/map_ground.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "map/triangulate.hpp"

namespace park::ui {
namespace {

GroundArea area_of(const std::vector<RingM>& rings, FeatureKind kind, std::size_t index) {
  GroundArea area;
  area.kind = kind;
  area.index = static_cast<std::uint32_t>(index);
  area.ring = open_ring(rings.front());
  if (signed_area(area.ring) < 0) std::ranges::reverse(area.ring);
  for (std::size_t r = 1; r < rings.size(); ++r) area.holes.push_back(open_ring(rings[r]));
  area.triangles = triangulated(rings);
  area.furrows = tightest_box(area.ring).frame.along;
  area.middle = middle_of(area.ring);
  for (const PointM& point : area.ring) area.radius_m = std::max(area.radius_m, distance(point, area.middle));
  return area;
}

/// A feature's polygons, each with its holes: an outer ring is counter-clockwise, a hole clockwise.
void add_polygons(const MapFeature& feature, std::size_t index, std::vector<GroundArea>& areas) {
  std::vector<RingM> polygon;
  const auto close = [&] {
    if (!polygon.empty()) areas.push_back(area_of(polygon, feature.kind, index));
    polygon.clear();
  };
  for (const RingM& ring : feature.shapes) {
    const RingM open = open_ring(ring);
    if (open.size() < 3) continue;
    if (signed_area(open) > 0) close();
    polygon.push_back(ring);
  }
  close();
}

void add_hits(const RingM& ring, const Frame& frame, double v, std::vector<double>& hits) {
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const PointM a = frame.local(ring[i]);
    const PointM b = frame.local(ring[(i + 1) % ring.size()]);
    if ((a.north > v) == (b.north > v)) continue;
    hits.push_back(a.east + (v - a.north) / (b.north - a.north) * (b.east - a.east));
  }
}

/// Every `spacing_m` along a line, `aside_m` to its left.
template <class Plant>
void along(const RingM& line, double spacing_m, double aside_m, Plant plant) {
  double ahead = spacing_m / 2;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const PointM direction = unit(line[i + 1] - line[i]);
    const double long_is = distance(line[i], line[i + 1]);
    for (; ahead < long_is; ahead += spacing_m) {
      plant(line[i] + ahead * direction + aside_m * left_of(direction));
    }
    ahead -= long_is;
  }
}

/// Points all over an area, `spacing_m` apart in the mean: even, and without rows (the additive recurrence of
/// Roberts 2018).
template <class Plant>
void all_over(const GroundArea& area, double spacing_m, Plant plant) {
  constexpr double first = 0.7548776662466927;
  constexpr double second = 0.5698402909980532;
  const double side = 2 * area.radius_m;
  const int count = static_cast<int>(side * side / (spacing_m * spacing_m));
  for (int k = 0; k < count; ++k) {
    const double u = std::fmod(0.5 + first * k, 1.0) - 0.5;
    const double v = std::fmod(0.5 + second * k, 1.0) - 0.5;
    const PointM point = area.middle + side * PointM{u, v};
    if (is_inside(area.ring, point)) plant(point, k);
  }
}

/// Carriageways and built land, on which no tree stands.
class ClearGround {
 public:
  ClearGround(const MapGround& ground, const GroundArea* round) {
    for (const Road& road : ground.roads().roads()) {
      for (std::size_t i = 0; i + 1 < road.line.size(); ++i) {
        const PointM a = road.line[i];
        const PointM b = road.line[i + 1];
        if (round != nullptr && distance_to(round->middle, a, b) > round->radius_m + 30) continue;
        parts_.push_back({a, b, road.width_m / 2});
      }
    }
    for (const GroundArea& area : ground.parcels()) {
      const LegalState state = ground.map().parcels[area.index].legal_state;
      const bool is_near =
          round == nullptr || distance(area.middle, round->middle) < area.radius_m + round->radius_m;
      if (is_near && state != LegalState::Protected) parcels_.push_back(&area);
    }
  }

  [[nodiscard]] bool is_road(PointM p, double margin_m) const {
    return std::ranges::any_of(
        parts_, [&](const Part& part) { return is_near(p, part.a, part.b, part.half_width + margin_m); });
  }
  [[nodiscard]] bool is_parcel(PointM p) const {
    return std::ranges::any_of(parcels_, [&](const GroundArea* area) { return is_inside(area->ring, p); });
  }

 private:
  struct Part {
    PointM a, b;
    double half_width = 0;
  };
  std::vector<Part> parts_;
  std::vector<const GroundArea*> parcels_;
};

}  // namespace

MapGround::MapGround(std::shared_ptr<const ParkMap> map) : map_(std::move(map)), roads_(*map_) {
  for (std::size_t f = 0; f < map_->features.size(); ++f) {
    if (map_->features[f].kind != FeatureKind::Road) add_polygons(map_->features[f], f, features_);
  }
  for (std::size_t p = 0; p < map_->parcels.size(); ++p) {
    parcels_.push_back(area_of(map_->parcels[p].rings, FeatureKind::Parcel, p));
  }
  find_extent();
  find_zones();
  plant_trees();
}

void MapGround::find_extent() {
  for (const GroundArea& area : features_) {
    if (area.kind == FeatureKind::Boundary) extent_.insert(extent_.end(), area.ring.begin(), area.ring.end());
  }
  if (extent_.empty()) {
    for (const GroundArea& area : parcels_) extent_.insert(extent_.end(), area.ring.begin(), area.ring.end());
  }
  if (extent_.empty()) return;
  // A protected wood that reaches into the park is seen whole, unless it is as large as the park itself.
  const Bounds park = bounds_of(extent_);
  const auto square_metres = [](const Bounds& bounds) {
    return (bounds.high.east - bounds.low.east) * (bounds.high.north - bounds.low.north);
  };
  for (const GroundArea& area : features_) {
    if (area.kind != FeatureKind::RedLine) continue;
    const bool reaches_in =
        std::ranges::any_of(area.ring, [&](PointM point) { return park.holds(point, 0); });
    if (reaches_in && square_metres(bounds_of(area.ring)) < square_metres(park) / 2)
      extent_.insert(extent_.end(), area.ring.begin(), area.ring.end());
  }
}

void MapGround::find_zones() {
  std::map<std::string, Zone> zones;
  for (const ParcelShape& parcel : map_->parcels) {
    if (parcel.zone.empty()) continue;
    Zone& zone = zones[parcel.zone];
    zone.name = parcel.zone;
    zone.middle = zone.middle + parcel.area_mu * parcel.centre;
    zone.area_mu += parcel.area_mu;
  }
  for (auto& [name, zone] : zones) {
    if (zone.area_mu <= 0) continue;
    zone.middle = (1 / zone.area_mu) * zone.middle;
    zones_.push_back(zone);
  }
  std::ranges::stable_sort(zones_, std::greater<>{}, &Zone::area_mu);
}

bool is_same_ground(const ParkMap& a, const ParkMap& b) {
  const auto same_ring = [](const RingM& one, const RingM& other) {
    return std::ranges::equal(one, other,
                              [](PointM p, PointM q) { return p.east == q.east && p.north == q.north; });
  };
  const auto same_rings = [&](const std::vector<RingM>& one, const std::vector<RingM>& other) {
    return std::ranges::equal(one, other, same_ring);
  };
  const bool same_parcels =
      std::ranges::equal(a.parcels, b.parcels, [&](const ParcelShape& one, const ParcelShape& other) {
        return one.id == other.id && one.zone == other.zone && one.legal_state == other.legal_state &&
               same_rings(one.rings, other.rings);
      });
  return same_parcels &&
         std::ranges::equal(a.features, b.features, [&](const MapFeature& one, const MapFeature& other) {
           return one.kind == other.kind && same_rings(one.shapes, other.shapes);
         });
}

void MapGround::plant_trees() {
  if (extent_.empty()) return;
  const ClearGround everywhere(*this, nullptr);
  const Bounds here = bounds_of(extent_);
  const auto plant = [&](PointM point) {
    if (here.holds(point, 400) && !everywhere.is_road(point, 1.5)) lined_trees_.push_back({point, 3.4});
  };
  for (const Road& road : roads_.roads()) {
    if (road.width_m < 18) continue;
    along(road.line, 30, road.width_m / 2 + 2.5, plant);
    along(road.line, 30, -road.width_m / 2 - 2.5, plant);
  }
  for (const GroundArea& area : features_) {
    if (area.kind == FeatureKind::Water) along(area.ring, 36, -7, plant);
    if (area.kind != FeatureKind::RedLine) continue;
    const ClearGround clear(*this, &area);
    all_over(area, wood_spacing_m, [&](PointM point, int k) {
      if (clear.is_road(point, 4) || clear.is_parcel(point)) return;
      wood_trees_.push_back({point, wood_spacing_m * (0.36 + 0.06 * (k % 4))});
    });
  }
}

std::vector<PointM> hatched(const GroundArea& area, PointM direction, double spacing_m) {
  const Frame frame{area.middle, unit(direction)};
  const auto [low, high] = std::ranges::minmax(area.ring, {}, [&](PointM p) { return frame.local(p).north; });
  std::vector<PointM> ends;
  const double first = std::ceil(frame.local(low).north / spacing_m) * spacing_m;
  for (double v = first + spacing_m / 2; v < frame.local(high).north; v += spacing_m) {
    std::vector<double> hits;
    add_hits(area.ring, frame, v, hits);
    for (const RingM& hole : area.holes) add_hits(hole, frame, v, hits);
    std::ranges::sort(hits);
    for (std::size_t i = 0; i + 1 < hits.size(); i += 2) {
      ends.push_back(frame.at(hits[i], v));
      ends.push_back(frame.at(hits[i + 1], v));
    }
  }
  return ends;
}

}  // namespace park::ui
