// SPDX-License-Identifier: MIT
#pragma once

#include "world/world.hpp"

namespace park {

/// Yuan the developer can still commit: cash and unused credit less what begun blocks will cost.
[[nodiscard]] double uncommitted_funds(const World& world);

/// Books the developer's flow of the month (already paid in the ledger): debt, interest, cumulative position,
/// NPV, return.
void close_developer_month(World& world);

/// Sets Developer::return_factor from the flows so far plus the terminal value.
void find_developer_return(World& world);

/// Net present value per m2 built, yuan: flows so far and a stated terminal value of what it still owns, the
/// yearly net rent of its let floor capitalised at structural terminal_cap_rate; no value while nothing is
/// built.
[[nodiscard]] double developer_npv_per_m2(const World& world);

/// Internal rate of return, %/year, of the flows so far plus the terminal value, -46 to 80 (beyond these, the
/// nearer one); no value while he has invested nothing.
[[nodiscard]] double developer_irr(const World& world);

}  // namespace park
