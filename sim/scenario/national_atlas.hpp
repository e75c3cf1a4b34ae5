// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "policy/keys.hpp"

namespace park {

/// Degrees north and east.
struct MapPoint {
  double latitude = 0;
  double longitude = 0;
};

/// A part of a province in which generated parks lie; its centre is read off a map to half a degree.
struct ProvincePart {
  const char* zh;
  const char* en;
  MapPoint centre;
};

/// The part for the n-th inland park; parts are taken in turn.
[[nodiscard]] const ProvincePart& inland_part(std::size_t n);

struct InventedName {
  std::string zh;
  std::string en;
};

/// Name of the n-th generated park of all, unlike any other's; without a part it is one of the periphery,
/// that is of the outer part of whichever origin province a firm is from. The place is made up.
[[nodiscard]] InventedName invented_name(const ProvincePart* part, std::size_t n);

/// Kilometres by road from the middle of each origin region: great circle times 1.28, the middle of the 1.2
/// to 1.35 that the shipped places use.
[[nodiscard]] std::array<double, region_count> road_km_from_regions(MapPoint point);

}  // namespace park
