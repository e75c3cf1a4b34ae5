// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Opens negotiation with a firm that chose the park, for a plant of `workers`. False (and recorded) if the
/// park refuses it because its collateral is below what is required. A plot below the investment threshold
/// becomes denser, or a lease of standard floor.
[[nodiscard]] bool open_negotiation(World& world, const Search& search, double workers, bool is_branch);

/// Opens a project for a plant that grows out of a tenant; always serious, signs at once. False if it lacks
/// the collateral that is required.
[[nodiscard]] bool open_offspring(World& world, const Tenant& parent, Offspring kind, std::uint32_t ordinal,
                                  int workers);

/// Kind of clause contract a site form falls under.
[[nodiscard]] ClauseContract contract_of(SiteForm form);

/// True for a relocated firm and a local start-up: what the four milestones count. A tenant's expansion or
/// further branch is a project of a firm that is counted already.
[[nodiscard]] inline bool counts_as_firm(const Plant& plant) {
  return plant.origin == Origin::Relocated || plant.origin == Origin::SpinOff;
}

}  // namespace park
