// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Places that a firm may compare, staying included.
inline constexpr std::size_t most_places = 17;

/// What a firm compares: place 0 is staying, place d + 1 destination d.
struct Decision {
  std::uint32_t firm = 0;
  bool is_branch = false;
  bool visited = false;  ///< by the district's leaders
  double workers = 0;    ///< of the plant in question
  double output_yuan_year = 0;
  double u_choice = 0;
  std::uint32_t known = 1;                      ///< bit p: the firm knows place p
  std::array<double, most_places> value;        ///< V of known places
  std::array<double, most_places> probability;  ///< of all places
  std::size_t chosen = 0;

  [[nodiscard]] bool knows(std::size_t place) const { return ((known >> place) & 1U) != 0; }
};

/// Sets V of every place but staying that the firm knows; equation "choice" in MODEL.md. Returns the highest.
double find_values(World& world, Decision& decision);

/// The same, term by term: V = logit_scale * (sum of the place's terms - sum of the terms of staying). Needs
/// the full journal, which keeps the terms of this quarter's margins.
[[nodiscard]] ChoiceTerms choice_terms(World& world, const Decision& decision, std::size_t place);

}  // namespace park
