// SPDX-License-Identifier: MIT
#include "backend/fonts.hpp"

#include "backend/type_case.hpp"

namespace park::ui {

Fonts build_fonts(TypeCase& type_case, float scale) {
  type_case.clear();
  Fonts fonts;
  fonts.body = type_case.add(15 * scale, false);
  fonts.small = type_case.add(12 * scale, false);
  fonts.strong = type_case.add(15 * scale, true);
  fonts.title = type_case.add(18 * scale, true);
  fonts.figure = type_case.add(25 * scale, true);
  type_case.build();
  return fonts;
}

}  // namespace park::ui
