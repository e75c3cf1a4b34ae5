// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "charts/canvas.hpp"
#include "present/film_view.hpp"

namespace park::ui {

/// Indicator, every scenario, and the paired difference to the reference with its 95 % interval, a row each.
void draw_results_table(Canvas& canvas, const Box& box, const FilmView& view,
                        const std::vector<std::string>& indicators);

}  // namespace park::ui
