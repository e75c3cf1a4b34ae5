// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

namespace park::ui {

/// The sizes of type, each at the current scale. At 100 % in pixels: 12, 15, 15 bold, 18, 25 bold.
struct Fonts {
  ImFont* small = nullptr;
  ImFont* body = nullptr;
  ImFont* strong = nullptr;
  ImFont* title = nullptr;
  ImFont* figure = nullptr;  ///< the big number of a card: digits, signs, 万 and 亿, Latin letters
};

inline constexpr float smallest_scale = 1.0F;
inline constexpr float largest_scale = 2.0F;

/// The typeface of everything that is drawn.
inline constexpr const char* font_file = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc";

class TypeCase;

/// Empties the case and puts the program's sizes into it.
[[nodiscard]] Fonts build_fonts(TypeCase& type_case, float scale);

}  // namespace park::ui
