// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "map/plane.hpp"

namespace park::ui {

/// Triangles, three points each and counter-clockwise, that cover a polygon without overlap: outer ring
/// first, then holes, any orientation, concave or not (ear clipping; holes are joined to the outer ring by
/// bridges, Eberly 2008). Rings that cross themselves give what fits, never a point outside the ring's own.
[[nodiscard]] std::vector<PointM> triangulated(const std::vector<RingM>& rings);

}  // namespace park::ui
