// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Supplies `mu` of expropriated land to a buyer of `stage` (stage_count: developer or others), who pays the
/// listing price from `payer`; it lies unused with him until use_land. None if no parcel has that much.
[[nodiscard]] ParcelId supply_land(World& world, double mu, std::size_t stage, Account payer,
                                   const Identity& who);

/// Buyer begins to build: held land becomes used.
void use_land(World& world, ParcelId parcel, double mu);

/// Buyer leaves: held land becomes idle; used land becomes idle too.
void abandon_land(World& world, ParcelId parcel, double held_mu, double used_mu);

/// True for a parcel of the reserve for later phases; half of it is released after five years. Only land that
/// is not yet approved is withheld.
[[nodiscard]] bool is_withheld(const World& world, const Parcel& parcel);

}  // namespace park
