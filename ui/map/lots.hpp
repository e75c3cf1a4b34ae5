// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "map/plane.hpp"

namespace park::ui {

/// Cuts a ring across its longest direction into parts of the given areas (any unit, only their proportions
/// count), each as compact as halving in turn allows. The first lies nearest to `towards`. As many rings as
/// weights; a weight of 0 gives an empty ring.
[[nodiscard]] std::vector<RingM> divided(const RingM& ring, std::span<const double> weights, PointM towards);

/// How halls stand on a lot.
struct HallStyle {
  double depth_m = 26;     ///< across a hall
  double longest_m = 110;  ///< longer rows are broken
  double gap_m = 12;       ///< between halls
  double margin_m = 7;     ///< to the lot's edge
};

/// Parallel rectangles inside the lot along its longest direction with about `wanted_m2` of ground in all,
/// less where the lot has no room. At least one, however small, if the lot has any area.
[[nodiscard]] std::vector<RingM> halls_in(const RingM& lot, double wanted_m2, const HallStyle& style);

}  // namespace park::ui
