// SPDX-License-Identifier: MIT
#include "backend/fonts.hpp"

#include "backend/font_builder.hpp"

namespace park::ui {

Fonts build_fonts(ImFontAtlas& atlas, float scale, std::string_view text) {
  FontBuilder builder(atlas);
  Fonts fonts;
  fonts.body = builder.add(15 * scale, false, text, true);
  fonts.small = builder.add(12 * scale, false, text);
  fonts.strong = builder.add(15 * scale, true, text);
  fonts.title = builder.add(18 * scale, true, text);
  fonts.figure = builder.add(25 * scale, true, {});
  builder.build();
  return fonts;
}

}  // namespace park::ui
