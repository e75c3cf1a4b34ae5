// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "session/park_picture.hpp"
#include "world/world.hpp"

namespace park::ui {

/// The parts of a month's picture that can be read from the world alone; each adds to `picture`.
void read_land(const World& world, ParkPicture& picture);
void read_blocks(const World& world, ParkPicture& picture);
void read_utilities(const World& world, ParkPicture& picture);
void read_goods(const World& world, ParkPicture& picture);
void read_people(const World& world, ParkPicture& picture);
void read_money(const World& world, ParkPicture& picture);

/// A plant under way or in production, without its number and what holds it up.
[[nodiscard]] PlantSight sight_of(const Project& project);
[[nodiscard]] PlantSight sight_of(const Tenant& tenant);

}  // namespace park::ui
