// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "present/film_page.hpp"

namespace park::ui {

/// `#rrggbb`.
[[nodiscard]] std::string css_color(Color color);

/// The fan as an SVG element, 860 by 330; its colours of text and grid are the page's.
[[nodiscard]] std::string fan_svg(const PageFan& fan, const Texts& texts);

}  // namespace park::ui
