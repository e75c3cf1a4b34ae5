// SPDX-License-Identifier: MIT
#pragma once

#include <bit>

#include "world/world.hpp"

namespace park {

/// What a firm compares: place 0 is staying, place d + 1 destination d.
struct Decision {
  std::uint32_t firm = 0;
  bool is_branch = false;
  bool visited = false;  ///< by the district's leaders
  double workers = 0;    ///< of the plant in question
  double output_yuan_year = 0;
  double u_choice = 0;
  PlaceSet known = 1;               ///< what the firm knows
  alignas(32) ByPlace value;        ///< V of known places
  alignas(32) ByPlace probability;  ///< of all places
  std::size_t chosen = 0;

  [[nodiscard]] bool knows(std::size_t place) const { return ((known >> place) & 1U) != 0; }

  /// act(place) for every place but staying that the firm knows, in order.
  template <class Act>
  void for_each_known(const Act& act) const {
    for (PlaceSet rest = known & ~PlaceSet{1}; rest != 0; rest &= rest - 1) {
      act(static_cast<std::size_t>(std::countr_zero(rest)));
    }
  }
};

/// Sets V of every place but staying that the firm knows; equation "choice" in MODEL.md. Returns the highest.
double find_values(World& world, Decision& decision);

/// The same, term by term: V = logit_scale * (sum of the place's terms - sum of the terms of staying). Needs
/// the full journal, which keeps the terms of this quarter's margins.
[[nodiscard]] ChoiceTerms choice_terms(World& world, const Decision& decision, std::size_t place);

}  // namespace park
