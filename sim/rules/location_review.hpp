// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Monthly hazard that a firm of the class with pull 1 reviews its location: rate r/12 at month 0, raised by
/// the inland cost gap and by orders to move or upgrade, at most four times r/12. Equation "review" in
/// MODEL.md.
[[nodiscard]] double review_hazard(World& world, Activity activity, Region region);

/// Mean cost gap of a class: margin of the inland rivals less the origin's, median firm, share of output.
[[nodiscard]] double inland_gap(const World& world, Activity activity, Region region);

/// Multiplies a firm's pull m_i and rescales what is left of its clock, so that the draw stays exact.
void raise_pull(World& world, std::uint32_t firm, double factor);

/// A search that begins this month, with all its draws: how long it lasts (3 to 12 months), what its firm
/// comes to know, what it would send, when it will review again.
Search& begin_search(World& world, std::uint32_t firm);

/// The firm of a search that ended goes on at its origin and reviews again when its next clock is up.
void schedule_next_review(World& world, const Search& search);

/// Chooses for every search that is ripe this month; see location_choice.cpp.
void choose_locations(World& world);

}  // namespace park
