// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "charts/box.hpp"

namespace park::ui {

inline constexpr std::size_t most_right_slots = 4;
inline constexpr std::size_t most_bottom_slots = 5;
inline constexpr std::size_t most_slots = 1 + most_right_slots + most_bottom_slots;

/// A place for a picture. Its number stays whatever the size of the window: 0 is the largest, then those of
/// the right column from above, then those of the bottom row from the left.
struct Slot {
  std::size_t number = 0;
  Box box;
};

/// Where the parts of the dashboard lie in the window, in whole pixels. They fill it without overlap, with
/// gutters of one width between them.
struct ShellLayout {
  float gutter = 8;
  Box top_bar, time_bar;
  Box levers;
  std::vector<Box> cards;
  /// Places for pictures, the largest first: it holds the map. As many as there is room for, so that none is
  /// smaller than it can be read; one at least.
  std::vector<Slot> slots;
};

/// `scale` 1 to 2 is that of type. `shows_levers`: else their room goes to the pictures.
[[nodiscard]] ShellLayout shell_layout(float width, float height, float scale, bool shows_levers);

/// The largest slot alone, over all that lies between top bar and time bar beside the levers.
[[nodiscard]] ShellLayout enlarged_layout(ShellLayout layout);

}  // namespace park::ui
