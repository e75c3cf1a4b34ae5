// SPDX-License-Identifier: MIT
#pragma once

#include "charts/canvas.hpp"
#include "present/film_view.hpp"

namespace park::ui {

/// What the mouse takes hold of: the film as a bar of chapters with the keys that work, over the frame's
/// foot.
void draw_player_bar(Canvas& canvas, const FilmView& view, bool is_playing, double opacity);

/// While the film is paused: a button in the lower left corner that opens the levers; `height` is the
/// frame's.
[[nodiscard]] Box lever_button(const FilmType& type, const Look& look, float height);
void draw_lever_button(Canvas& canvas, const FilmView& view);

}  // namespace park::ui
