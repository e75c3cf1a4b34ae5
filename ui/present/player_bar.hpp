// SPDX-License-Identifier: MIT
#pragma once

#include "charts/canvas.hpp"
#include "present/film_view.hpp"

namespace park::ui {

/// What the mouse takes hold of: the film as a bar of chapters with the keys that work, over the frame's
/// foot.
void draw_player_bar(Canvas& canvas, const FilmView& view, bool is_playing, double opacity);

}  // namespace park::ui
