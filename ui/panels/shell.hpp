// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Window/Event.hpp>

#include "panels/dashboard.hpp"

namespace park::ui {

/// Takes a key of the keyboard that no text field wants.
void take_key(Dashboard& dashboard, const sf::Event::KeyEvent& key);

/// Builds a frame of the whole dashboard, between Gui::begin_frame and end_frame. `seconds` since the last
/// one.
void draw_shell(Dashboard& dashboard, const Look& look, float width, float height, double seconds);

}  // namespace park::ui
