// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "charts/canvas.hpp"

namespace park::ui {

/// What stands above every chart. `note` is smaller and tells runs, seed, bands; `warning` is the one thing
/// to see, in the colour of trouble.
struct ChartHead {
  std::string title;
  std::string unit;  ///< words, in brackets after the title; may be empty
  std::string note;
  std::string warning;
  float room_right = 0;  ///< pixels of the head's line left free for buttons
};

struct LegendEntry {
  std::string label;
  Color color;
  bool is_line = false;
  bool is_hidden = false;  ///< switched off by a click, drawn faint
};

/// Draws the head at the top of `box` and takes it off; the note gives way first where there is no room.
void draw_head(Canvas& canvas, Box& box, const ChartHead& head);

/// Draws a row of entries, more rows where one is too short, and takes them off the top of `box`. Returns the
/// entry that was clicked.
std::optional<std::size_t> draw_legend(Canvas& canvas, Box& box, const std::vector<LegendEntry>& entries);

/// A little table beside the mouse: a heading, then rows of colour, label and value.
struct HoverRow {
  std::string label;
  std::string value;
  std::optional<Color> color;
};
void draw_hover(const Look& look, const std::string& heading, const std::vector<HoverRow>& rows);

/// Words in the middle where a chart has nothing to show.
void draw_nothing(Canvas& canvas, const Box& box, const std::string& words);

}  // namespace park::ui
