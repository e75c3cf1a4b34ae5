// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "world/pool.hpp"

namespace park {

/// Each firm picks `partner_links` suppliers, preferring large ones; a link is known to both sides.
void link_partners(const Scenario& scenario, std::uint64_t seed, Pool& pool);

}  // namespace park
