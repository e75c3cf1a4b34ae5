// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "panels/dashboard.hpp"

namespace park::ui {

/// Carries out what a control asks of the active scenario. The baseline stays as it is: an edit of it opens a
/// copy first and edits that. What is refused is said in a notice.
void edit(Dashboard& dashboard, const Command& command);
void edit(Dashboard& dashboard, const std::vector<Command>& commands);

/// Says the first of `problems`, if any, in a notice, in the language of the window.
void say(Dashboard& dashboard, const Problems& problems);

}  // namespace park::ui
