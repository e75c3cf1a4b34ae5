// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "charts/canvas.hpp"
#include "present/callout_times.hpp"
#include "present/film_view.hpp"

namespace park::ui {

// What stands round the pictures of every frame.

/// The chapter's title, the film's below it (or how its last scenario was changed), and the date. `taken` is
/// how wide what is told at the right of the second line is.
void draw_film_head(Canvas& canvas, const FilmView& view, float taken);
/// The names of the scenarios above their maps, and the legend of the map's colours below.
void draw_map_words(Canvas& canvas, const FilmView& view);
/// That a difference has become significant, while it is told; returns how wide it is, 0 while nothing is.
float draw_film_callout(Canvas& canvas, const FilmView& view, const std::vector<TimedCallout>& callouts);
/// `words` is the caption with its values filled in.
void draw_film_caption(Canvas& canvas, const FilmView& view, const std::string& words);
/// Scenarios, runs, seed and version.
void draw_film_corner(Canvas& canvas, const FilmView& view);
/// How far the film is, chapter by chapter, along the lower edge.
void draw_film_progress(Canvas& canvas, const FilmView& view);

}  // namespace park::ui
