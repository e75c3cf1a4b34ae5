// SPDX-License-Identifier: MIT
#pragma once

#include "panels/dashboard.hpp"

namespace park::ui {

/// Asks what the active scenario is to be called.
void ask_for_name(Dashboard& dashboard);
void draw_rename_dialog(Dashboard& dashboard, const Look& look);

}  // namespace park::ui
