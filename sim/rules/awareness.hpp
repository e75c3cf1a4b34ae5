// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Chance that a searching firm knows of the park by now, from the contacts expected within its memory of 18
/// months (own news, word of mouth, teams) and those in person (agencies, target list, partners already
/// there).
[[nodiscard]] double chance_to_know(const World& world, const Search& search);

/// The same uniform under every policy decides: more contacts can only make more firms aware.
[[nodiscard]] inline bool knows_park(const World& world, const Search& search) {
  return search.visited || search.knowledge < chance_to_know(world, search);
}

/// True if the firm is among the leaders of its stage that the target list (N 清单) courts now.
[[nodiscard]] bool is_courted(const World& world, std::uint32_t firm);

}  // namespace park
