// SPDX-License-Identifier: MIT
#pragma once

#include "backend/fonts.hpp"
#include "backend/theme.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// What anything needs to draw itself. Sizes in pixels are multiplied with `scale`, 1 to 2.
struct Look {
  const Texts& texts;
  const Theme& theme;
  const Fonts& fonts;
  float scale = 1;

  [[nodiscard]] float px(float at_100_percent) const { return at_100_percent * scale; }
};

}  // namespace park::ui
