// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Factor on output of each stage at a place whose clusters employ `workers`, relative to `opening`:
/// localisation times coagglomeration over chain partners, clamped to 0.8 to 1.25, 1 at month 0.
/// Source: MODEL.md, equation "agglomeration".
void agglomerate(const World& world, const std::array<double, stage_count>& workers,
                 const std::array<double, stage_count>& opening, std::array<double, stage_count>& factor);

}  // namespace park
