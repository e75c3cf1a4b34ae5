// SPDX-License-Identifier: MIT
#pragma once

#include "charts/canvas.hpp"
#include "present/film_view.hpp"

namespace park::ui {

/// Where the firms come from: the three regions and the park as they lie to one another, rings of 500 km, and
/// every firm of the life on the map as a dot that travels once it has signed, in its scenario's colour. No
/// coasts and no borders: it is a diagram.
void draw_origins_picture(Canvas& canvas, const Box& box, const FilmView& view);

/// How far a firm is on its way, 0 to 1, in a month with fraction; a month's firms leave one after the other.
/// A way takes a month, or longer where the film goes fast. Outside 0 to 1 it does not travel.
[[nodiscard]] double way_done(const PlantRecord& plant, double month, double months_a_second);

}  // namespace park::ui
