// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/calendar.hpp"
#include "core/checked.hpp"
#include "policy/keys.hpp"

namespace park {

inline constexpr double m2_per_mu = 10000.0 / 15.0;

/// A point in metres east and north of the map's centre.
struct PointM {
  double east = 0;
  double north = 0;
};
using RingM = std::vector<PointM>;

/// 批、征、供、用 and the idle state. Protected land (farmland outside the boundary, red line) never moves.
enum class LegalState : std::uint8_t {
  Protected,
  Unapproved,
  Approved,
  Expropriated,
  Supplied,
  Used,
  Idle,
  Count
};

/// `kind` of a map feature.
enum class FeatureKind : std::uint8_t {
  Parcel,
  Road,
  WastewaterPlant,
  PlatingPark,
  ExistingFactory,
  Farmland,
  RedLine,
  Reserve,
  Water,
  SteamPlant,
  Boundary,
  Dormitory,
  School,
  Count
};

/// A polygon that can be approved, expropriated, supplied and used.
struct ParcelShape {
  std::string id;
  std::string zone;
  bool is_farmland = false;
  bool in_reserve = false;  ///< kept for later phases on the map itself
  std::optional<Stage> reserved_for;
  LegalState legal_state = LegalState::Unapproved;
  std::optional<YearMonth> approved, expropriated, supplied, used;  ///< dates so far
  std::vector<RingM> rings;  ///< closed; outer ring first, counter-clockwise, then holes
  PointM centre;
  double area_mu = 0;
};

struct MapFeature {
  std::string id;
  FeatureKind kind = FeatureKind::Road;
  std::string zone;
  std::vector<RingM> shapes;  ///< rings of polygons or lines
  double area_mu = 0;
};

struct ParkMap {
  double centre_lon = 0;
  double centre_lat = 0;
  std::vector<ParcelShape> parcels;  ///< in file order
  std::vector<MapFeature> features;  ///< everything that is not a parcel
};

/// Reads a GeoJSON FeatureCollection (RFC 7946, WGS84) and projects it locally to metres (equirectangular
/// about the centre). Self-intersecting, overlapping, missing or absurd parcels are named; all problems at
/// once.
[[nodiscard]] Checked<ParkMap> load_park_map(std::string_view bytes, std::string_view name);

}  // namespace park
