// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Central steam that stands at the opening, t/h: structural steam_standing, or less where the scenario
/// starts with less, but never less than the district's own load.
[[nodiscard]] double standing_steam(const World& world);

}  // namespace park
