// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Window/Event.hpp>

#include "panels/dashboard.hpp"

namespace park::ui {

/// Levers by the report's parts, or assumptions: searched, filtered to what is changed, reset by name.
void draw_levers_panel(Dashboard& dashboard, const Box& box, const Look& look);

/// Takes a key for the panel while it has the keyboard; false if it has no use for it.
[[nodiscard]] bool take_lever_key(Dashboard& dashboard, const sf::Event::KeyEvent& key);

}  // namespace park::ui
