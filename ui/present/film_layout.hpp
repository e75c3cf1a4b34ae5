// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "charts/box.hpp"

namespace park::ui {

/// What a chapter shows, by number; at least one map or chart.
struct FilmContent {
  std::size_t maps = 0;
  /// A chart's panels: one, or one a scenario.
  struct Chart {
    std::size_t panels = 1;
    bool is_table = false;  ///< wants more room than a picture

    bool operator==(const Chart&) const = default;
  };
  std::vector<Chart> charts;
  std::size_t cards = 0;

  bool operator==(const FilmContent&) const = default;
};

/// Where everything of a frame stands; no two boxes overlap and all lie within the frame.
struct FilmLayout {
  float unit = 1;  ///< pixels of the frame that are one at 1080 lines
  Box title, subtitle;
  Box date, callout;        ///< right of them
  std::vector<Box> names;   ///< one above each map
  std::vector<Box> maps;    ///< all of one size
  Box legend;               ///< below the maps
  std::vector<Box> panels;  ///< of the charts, chart by chart
  std::vector<Box> cards;
  Box caption;
  Box corner;
  Box progress;  ///< along the lower edge
};

/// A pure function of the frame's size and content.
[[nodiscard]] FilmLayout lay_out_film(float width, float height, const FilmContent& content);

}  // namespace park::ui
