// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Supply and demand of every stage in the district; completeness, ends-versus-middle balance (两头轻中间重),
/// local sourcing, what next month's buyers find here, agglomeration. A topological pass from garments up the
/// chain; the cycles (plating and accessories, machinery) use last month's output.
void balance_chain(World& world);

}  // namespace park
