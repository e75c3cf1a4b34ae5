// SPDX-License-Identifier: MIT
#include "present/film_type.hpp"

#include "backend/type_case.hpp"

namespace park::ui {

FilmType build_film_type(TypeCase& type_case, float unit) {
  type_case.clear();
  FilmType type;
  type.fonts.body = type_case.add(28 * unit, false);
  type.fonts.small = type_case.add(22 * unit, false);
  type.fonts.strong = type_case.add(28 * unit, true);
  type.fonts.title = type_case.add(34 * unit, true);
  type.fonts.figure = type_case.add(46 * unit, true);
  type.caption = type_case.add(36 * unit, false);
  type.headline = type_case.add(54 * unit, true);
  type_case.build();
  return type;
}

}  // namespace park::ui
