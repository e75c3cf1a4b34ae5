// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// True if a searching firm knows of the park by now: its leaders were visited, or its uniform lies below the
/// chance to know, from the contacts expected within its memory of 18 months (own news, word of mouth, teams)
/// and those in person (agencies, target list, partners already there). The same uniform under every policy:
/// more contacts can only make more firms aware.
[[nodiscard]] bool knows_park(const World& world, const Search& search);

/// True if the firm is among the leaders of its stage that the target list (N 清单) courts now.
[[nodiscard]] bool is_courted(const World& world, std::uint32_t firm);

}  // namespace park
