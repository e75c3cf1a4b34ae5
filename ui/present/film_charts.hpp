// SPDX-License-Identifier: MIT
#pragma once

#include "charts/canvas.hpp"
#include "present/film_view.hpp"

namespace park::ui {

/// A picture of a chapter in its panel: one of the chapter's charts, of one scenario where each has its own.
struct ChartPanel {
  const study::StoryChart* chart = nullptr;
  std::size_t scenario = 0;  ///< the one it is of; all are in a fan, origins and results
};

/// How many panels a chart has.
[[nodiscard]] std::size_t panels_of(const study::StoryChart& chart, const study::Chapter& chapter,
                                    std::size_t scenarios);
/// The panels of a chapter in order: charts that show one scenario come once for each.
[[nodiscard]] std::vector<ChartPanel> chart_panels(const study::Chapter& chapter, std::size_t scenarios);

/// Draws them as far as the months have come; axes stand as for the whole film.
void draw_film_charts(Canvas& canvas, const FilmView& view);

}  // namespace park::ui
