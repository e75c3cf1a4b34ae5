// SPDX-License-Identifier: MIT
#pragma once

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
  PlaceSet known = 1;          ///< what the firm knows
  alignas(32) ByPlace value;   ///< V of known places, unknown_value of the others and of staying
  alignas(32) ByPlace weight;  ///< probability of each known place but staying, times all_weights
  double all_weights = 1;      ///< of staying, which weighs 1, and of the known places

  [[nodiscard]] bool knows(std::size_t place) const { return ((known >> place) & 1U) != 0; }
};

/// Low enough that nobody goes there.
inline constexpr double unknown_value = -1e9;

/// Sets V of every place but staying that the firm knows; equation "choice" in MODEL.md. Returns the highest.
double find_values(World& world, Decision& decision);

/// The same, term by term: V = logit_scale * (sum of the place's terms - sum of the terms of staying). Needs
/// the full journal, which keeps the terms of this quarter's margins.
[[nodiscard]] ChoiceTerms choice_terms(World& world, const Decision& decision, std::size_t place);

}  // namespace park
