// SPDX-License-Identifier: MIT
#pragma once

#include "panels/dashboard.hpp"
#include "panels/shell_layout.hpp"

namespace park::ui {

inline constexpr int tour_steps = 5;

/// Offers what a crash left behind, once, and after it the tour to who opens the program for the first time.
void draw_recovery(Dashboard& dashboard, const Look& look);
/// One step of the tour: a part of the window, lit, and what it is for.
void draw_tour(Dashboard& dashboard, const Look& look, const ShellLayout& layout);
/// Every key and what it does.
void draw_key_list(Dashboard& dashboard, const Look& look);

}  // namespace park::ui
