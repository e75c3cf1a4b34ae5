// SPDX-License-Identifier: MIT
#include "present/film_type.hpp"

#include "backend/font_builder.hpp"

namespace park::ui {

FilmType build_film_type(ImFontAtlas& atlas, float unit, std::string_view words, std::string_view titles) {
  FontBuilder builder(atlas);
  FilmType type;
  type.fonts.body = builder.add(28 * unit, false, words);
  type.fonts.small = builder.add(22 * unit, false, words);
  type.fonts.strong = builder.add(28 * unit, true, words);
  type.fonts.title = builder.add(34 * unit, true, words);
  type.fonts.figure = builder.add(46 * unit, true, {});
  type.caption = builder.add(36 * unit, false, words);
  type.headline = builder.add(54 * unit, true, titles);
  builder.build();
  return type;
}

}  // namespace park::ui
