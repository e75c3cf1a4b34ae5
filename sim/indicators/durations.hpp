// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Kaplan-Meier median months from signing to production over the entries of the last 60 months, withdrawn
/// projects censored; 60 if not reached, no value without entries.
[[nodiscard]] double signed_to_production_months(const World& world);

/// The same from approval to first supply of a parcel.
[[nodiscard]] double approval_to_supply_months(const World& world);

}  // namespace park
