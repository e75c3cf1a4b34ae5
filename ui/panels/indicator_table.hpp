// SPDX-License-Identifier: MIT
#pragma once

#include "panels/dashboard.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {

/// Indicators in the current month: the reference's value, and of each scenario value, difference and 95 %
/// interval of the difference, paired by seed.
void draw_indicator_table(Dashboard& dashboard, const Look& look, Box box, const ShownFutures& shown);

}  // namespace park::ui
