// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Monthly hazard that a firm of the class with pull 1 reviews its location: rate r/12 at month 0, raised by
/// the inland cost gap and by orders to move or upgrade, at most four times r/12. Equation "review" in
/// MODEL.md.
[[nodiscard]] double review_hazard(World& world, Activity activity, Region region);

/// Mean cost gap of a class: margin of the inland rivals less the origin's, median firm, share of output.
[[nodiscard]] double inland_gap(World& world, Activity activity, Region region);

/// Multiplies a firm's pull m_i and rescales what is left of its clock, so that the draw stays exact.
void raise_pull(World& world, std::uint32_t firm, double factor);

/// Draws the clock of the firm's next review.
void schedule_next_review(World& world, std::uint32_t firm);

/// Chooses for every search that is ripe this month; see location_choice.cpp.
void choose_locations(World& world);

}  // namespace park
