// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "map/map_ground.hpp"
#include "map/site_plan.hpp"

namespace park::ui {

struct Tank {
  PointM centre;
  double radius_m = 0;
};

/// What stands on a shared site of the map: a plant, homes, a school.
struct Works {
  std::uint32_t feature = 0;
  FeatureKind kind = FeatureKind::WastewaterPlant;
  std::vector<Building> buildings;
  std::vector<Tank> tanks;  ///< of a waste-water plant, filled from the first on
  std::vector<PointM> chimneys;
  RingM pitch;  ///< of a school
  PointM middle;
};

/// Lays out the map's plants, homes and schools. The same map gives the same.
[[nodiscard]] std::vector<Works> plan_works(const MapGround& ground);

/// The utility that a kind of site serves; none for homes and schools.
[[nodiscard]] std::optional<Utility> utility_of(FeatureKind kind);

}  // namespace park::ui
