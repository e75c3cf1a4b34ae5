// SPDX-License-Identifier: MIT
#include "map/works.hpp"

#include <algorithm>
#include <cmath>

#include "map/lots.hpp"
#include "map/standing_factories.hpp"

namespace park::ui {
namespace {

constexpr double tank_radius_m = 19;
constexpr double tank_pitch_m = 47;

double distance_to_edge(const RingM& ring, PointM p) {
  double nearest = 1e12;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    nearest = std::min(nearest, distance_to(p, ring[i], ring[(i + 1) % ring.size()]));
  }
  return nearest;
}

void add_halls(Works& works, const RingM& ring, double wanted_m2, const HallStyle& style, int storeys,
               double storey_m, Roof roof) {
  for (RingM& hall : halls_in(ring, wanted_m2, style)) {
    works.buildings.push_back(building_on(std::move(hall), storeys, storey_m, roof));
  }
}

/// Round tanks in rows, as many as the site has room for.
void add_tanks(Works& works, const RingM& ring) {
  const TiltedBox box = tightest_box(ring);
  const int rows = std::max(1, static_cast<int>(box.width / tank_pitch_m));
  const int columns = std::max(1, static_cast<int>(box.length / tank_pitch_m));
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      const PointM centre =
          box.frame.at((column + 0.5) * box.length / columns, (row + 0.5) * box.width / rows);
      if (!is_inside(ring, centre) || distance_to_edge(ring, centre) < tank_radius_m + 4) continue;
      works.tanks.push_back({centre, tank_radius_m});
    }
  }
}

/// The two halves of a ring across its longest direction.
std::vector<RingM> halves(const RingM& ring) {
  const std::vector<double> weights = {1, 1};
  return divided(ring, weights, {0, 0});
}

void add_pitch(Works& works, const RingM& half) {
  const TiltedBox box = tightest_box(half);
  const PointM middle = middle_of(half);
  const double length = std::min(150.0, 0.7 * box.length);
  const double width = std::min(80.0, 0.6 * box.width);
  constexpr int corners = 28;
  for (int k = 0; k < corners; ++k) {
    const double angle = 2 * 3.14159265358979 * k / corners;
    // A stadium's oval is fuller than an ellipse.
    const auto full = [](double x) { return std::copysign(std::pow(std::abs(x), 0.7), x); };
    works.pitch.push_back(middle + (length / 2 * full(std::cos(angle))) * box.frame.along +
                          (width / 2 * full(std::sin(angle))) * left_of(box.frame.along));
  }
}

void lay_out(Works& works, const GroundArea& area) {
  const double m2 = signed_area(area.ring);
  switch (works.kind) {
    case FeatureKind::WastewaterPlant: {
      const std::vector<RingM> parts = divided(area.ring, std::vector<double>{4, 1}, {0, 0});
      add_tanks(works, parts[0]);
      add_halls(works, parts[1], 0.3 * m2 / 5, {18, 60, 14, 10}, 1, 7, Roof::Flat);
      break;
    }
    case FeatureKind::PlatingPark:
      add_halls(works, area.ring, 0.42 * m2, {30, 70, 16, 12}, 3, 5, Roof::Flat);
      break;
    case FeatureKind::SteamPlant: {
      add_halls(works, area.ring, 0.25 * m2, {38, 90, 24, 16}, 1, 16, Roof::Flat);
      const TiltedBox box = tightest_box(area.ring);
      for (const double u : {0.72, 0.84})
        works.chimneys.push_back(box.frame.at(u * box.length, 0.5 * box.width));
      break;
    }
    case FeatureKind::Dormitory:
      add_halls(works, area.ring, 0.24 * m2, {15, 52, 22, 12}, 6, 3.1, Roof::Flat);
      break;
    case FeatureKind::School: {
      const std::vector<RingM> parts = halves(area.ring);
      add_halls(works, parts[0], 0.12 * m2, {16, 60, 24, 14}, 4, 3.8, Roof::Flat);
      add_pitch(works, parts[1]);
      break;
    }
    default:
      break;
  }
}

}  // namespace

std::optional<Utility> utility_of(FeatureKind kind) {
  switch (kind) {
    case FeatureKind::WastewaterPlant:
      return Utility::Wastewater;
    case FeatureKind::PlatingPark:
      return Utility::Plating;
    case FeatureKind::SteamPlant:
      return Utility::Steam;
    default:
      return std::nullopt;
  }
}

std::vector<Works> plan_works(const MapGround& ground) {
  std::vector<Works> all;
  for (const GroundArea& area : ground.features()) {
    const bool is_home = area.kind == FeatureKind::Dormitory || area.kind == FeatureKind::School;
    if (!is_home && !utility_of(area.kind)) continue;
    Works works;
    works.feature = area.index;
    works.kind = area.kind;
    works.middle = area.middle;
    lay_out(works, area);
    all.push_back(std::move(works));
  }
  return all;
}

}  // namespace park::ui
