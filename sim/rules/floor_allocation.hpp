// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Serves the queue of signed projects without a site: first fit by signing month, then drawn priority, so
/// that one large firm does not block all. Floor and plots are reserved, not yet occupied.
void allocate_sites(World& world);

/// True once every piece of the plant's floor is handed over (a finished floor counts where the lever
/// allows).
[[nodiscard]] bool is_floor_ready(const World& world, const Plant& plant);

/// Reserved floor becomes occupied; a buyer pays now.
void move_in(World& world, Plant& plant);

/// Gives floor back, reserved or occupied; land is abandoned.
void give_up_site(World& world, Plant& plant, bool was_occupied);

}  // namespace park
