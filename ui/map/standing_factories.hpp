// SPDX-License-Identifier: MIT
#pragma once

#include "map/site_plan.hpp"

namespace park::ui {

/// The factories of the map with their parcels and heights, and which of them house the floor that stood at
/// the start or is refitted: those of the largest garment zone, and those on idle land, nearest first.
void plan_standing_factories(const ParkChronicle& chronicle, SitePlan& plan);

inline constexpr double standard_storey_m = 4.5;  ///< of a standard factory

/// A building on a footprint of the map.
[[nodiscard]] Building building_on(RingM footprint, int storeys, double storey_m, Roof roof);

}  // namespace park::ui
