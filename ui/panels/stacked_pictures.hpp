// SPDX-License-Identifier: MIT
#pragma once

#include "charts/stacked.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {

/// Project-months held up by cause, a bar a quarter, and the worst cause of the last year in the head.
[[nodiscard]] StackedChart bottlenecks_picture(const ShownFutures& shown);
/// Land on its way and lying idle, by legal state.
[[nodiscard]] StackedChart land_picture(const ShownFutures& shown);
/// Where the firms went that knew of the park and moved, as shares of all that did so far.
[[nodiscard]] StackedChart movers_picture(const ShownFutures& shown);

}  // namespace park::ui
