// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Supply and demand of every stage in the district; completeness, ends-versus-middle balance (两头轻中间重),
/// local sourcing, what next month's buyers find here, agglomeration. A topological pass from garments up the
/// chain; the cycles (plating and accessories, machinery) use last month's output.
void balance_chain(World& world);

/// Share of a yuan of output spent on chain inputs that cannot be bought where `buyable` says what can.
[[nodiscard]] std::array<double, activity_count> missing_inputs(
    const ChainTable& table, const std::array<double, stage_count>& buyable);

}  // namespace park
