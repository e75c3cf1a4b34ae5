// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Fills the district as it stands at month 0 from the scenario's base district, map, places and chain.
/// `scenario`, `pool`, `seed` and `now` are set already.
void open_district(World& world);

}  // namespace park
