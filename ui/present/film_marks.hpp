// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "charts/canvas.hpp"
#include "map/park_map_view.hpp"
#include "present/film_view.hpp"

namespace park::ui {

// What lies over the park of a scenario; nothing of it leaves the map's box.

/// From afar, where a building is a few pixels: a dot in the colour of its milestone for every firm that has
/// a site, with a ring that widens while it is new.
void draw_firm_dots(Canvas& canvas, const FilmView& view, const Box& box, const ParkMapView& map);

/// Where on a map in `box` the month's money stands; nothing at the opening or where the map is too small.
[[nodiscard]] std::optional<Box> money_box(const FilmView& view, const Box& box);

/// The month's money of this one run: what policies cost flows to the right, rents and taxes flow back.
void draw_money(Canvas& canvas, const FilmView& view, const Box& box, std::size_t scenario);

/// How many drops a flow of so many million yuan a month has on its way.
[[nodiscard]] int drops_of(double million_yuan);

}  // namespace park::ui
