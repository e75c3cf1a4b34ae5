// SPDX-License-Identifier: MIT
#pragma once

#include "panels/dashboard.hpp"

namespace park::ui {

/// Asks before changes that are in no file are lost: when a tab is closed, and when the window is.
void draw_dialogs(Dashboard& dashboard, const Look& look);

}  // namespace park::ui
