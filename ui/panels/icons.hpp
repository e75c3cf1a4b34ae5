// SPDX-License-Identifier: MIT
#pragma once

#include "charts/canvas.hpp"

namespace park::ui {

/// Signs that the font lacks or draws badly, as lines in a square around the middle of a box.
enum class Icon : std::uint8_t {
  Play,
  Pause,
  ToStart,
  ToEnd,
  Enlarge,
  Shrink,
  Export,
  Choose,
  Close,
  Add,
  More,
  Clock,
  Back
};

void draw_icon(Canvas& canvas, Icon icon, const Box& box, Color color);

/// A button of that size at the cursor that shows the icon; the tooltip tells what it does.
bool icon_button(const Look& look, const char* id, Icon icon, float size, const std::string& tooltip,
                 bool is_faint = false);

}  // namespace park::ui
