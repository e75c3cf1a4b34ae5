// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

namespace park::ui {

/// The sizes of type, each at the current scale. At 100 % in pixels: 12, 15, 15 bold, 18, 25 bold.
struct Fonts {
  ImFont* small = nullptr;
  ImFont* body = nullptr;
  ImFont* strong = nullptr;
  ImFont* title = nullptr;
  ImFont* figure = nullptr;  ///< the big number of a card
};

inline constexpr float smallest_scale = 1.0F;
inline constexpr float largest_scale = 2.0F;

/// Characters of Chinese text that no catalogue shows but file names and labels of users often hold are in
/// the body font; the others hold `text` and the Latin alphabet. Throws WorldError if the font is not
/// installed.
[[nodiscard]] Fonts build_fonts(ImFontAtlas& atlas, float scale, std::string_view text);

}  // namespace park::ui
