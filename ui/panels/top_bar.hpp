// SPDX-License-Identifier: MIT
#pragma once

#include "panels/dashboard.hpp"

namespace park::ui {

/// Name, open scenarios with a dot where one is not saved, and what is done with them. Buttons that have no
/// room stand in the menu at the right end.
void draw_top_bar(Dashboard& dashboard, const Box& box, const Look& look);

}  // namespace park::ui
