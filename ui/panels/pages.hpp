// SPDX-License-Identifier: MIT
#pragma once

#include "panels/dashboard.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {

/// The 79 clauses by category: switch, intensity, what each pays and to whom, who takes it up and what it
/// costs, and on demand what each is worth. `shown` may be null.
void draw_clauses_page(Dashboard& dashboard, const Box& box, const Look& look, const ShownFutures* shown);

/// Two to four scenarios: in which levers they differ, every indicator with paired intervals, small charts.
void draw_compare_page(Dashboard& dashboard, const Box& box, const Look& look, const ShownFutures* shown);

/// Title and the button that goes back to the pictures; what is left of the box.
[[nodiscard]] Box page_head(Dashboard& dashboard, const Box& box, const Look& look, const std::string& title,
                            const std::string& note);

}  // namespace park::ui
