// SPDX-License-Identifier: MIT
#pragma once

#include "charts/canvas.hpp"
#include "present/film_view.hpp"

namespace park::ui {

/// The chapter's cards: what an indicator is in the reference and in the scenario, and below it the paired
/// difference with its 95 % interval, amber where it is surely worse. Of a film of one scenario the value
/// with the range of 95 % of its runs.
void draw_film_cards(Canvas& canvas, const FilmView& view);

/// Colour of a difference: amber where it is surely for the worse, muted where nothing is sure.
[[nodiscard]] Color color_of_change(const PairedChange& change, Better better, const Theme& theme,
                                    Color otherwise);

}  // namespace park::ui
