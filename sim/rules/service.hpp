// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Months of officers' work that one month brings to a project: visits find obstacles, caseload stretches.
/// About 1 with the baseline's officers. Sums up the caseload: ask once a month.
[[nodiscard]] double service_pace(const World& world);

/// How much faster a project goes that a leader guarantees.
[[nodiscard]] double leader_factor(const World& world, const Plant& plant);

}  // namespace park
