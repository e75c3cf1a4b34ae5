// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// One competing-risks draw a plant and month decides whether it closes and why. Hazards by age: national
/// firm survival statistics (SAIC 2013); see structural parameters exit_year_*.
void close_failing(World& world);

}  // namespace park
