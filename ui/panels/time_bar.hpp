// SPDX-License-Identifier: MIT
#pragma once

#include "panels/dashboard.hpp"

namespace park::ui {

/// Play, speed, the months to scrub through with marks where policy changes, the month shown, and how far and
/// how fast the runs are.
void draw_time_bar(Dashboard& dashboard, const Box& box, const Look& look);

}  // namespace park::ui
