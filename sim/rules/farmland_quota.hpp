// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// New construction land and farmland quota of the month: yearly plan, linked urban-rural quota (both kinds),
/// purchase, reclamation that matures after structural reclamation_months. Costs are booked.
void gain_quota(World& world);

/// Packaged projects compete for the upper-level pool; success brings quota and bond money after a delay.
void package_projects(World& world);

}  // namespace park
