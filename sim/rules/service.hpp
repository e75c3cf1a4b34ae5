// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Months of officers' work that one month brings to a project: visits find obstacles, caseload stretches, a
/// leader's guarantee speeds. About 1 with the baseline's officers.
[[nodiscard]] double service_pace(const World& world, const Plant& plant);

}  // namespace park
