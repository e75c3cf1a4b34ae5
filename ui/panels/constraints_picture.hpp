// SPDX-License-Identifier: MIT
#pragma once

#include "charts/ranked_bars.hpp"
#include "panels/shown_futures.hpp"
#include "session/analyses.hpp"

namespace park::ui {

/// What one step more of each constraint would bring in jobs at the end: what holds the park back comes
/// first.
[[nodiscard]] RankedBars constraints_picture(const ShownFutures& shown,
                                             const Finding<study::Bottlenecks>& finding);

}  // namespace park::ui
