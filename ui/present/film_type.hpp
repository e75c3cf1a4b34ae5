// SPDX-License-Identifier: MIT
#pragma once

#include "backend/fonts.hpp"

namespace park::ui {

/// Type to be read from ten metres. At 1080 lines in pixels: 22, 28, 28 bold, 34 bold, 46 bold, and 36 for
/// captions, 54 bold for titles.
struct FilmType {
  Fonts fonts;
  ImFont* caption = nullptr;
  ImFont* headline = nullptr;
};

/// Empties the case and puts a film's sizes into it. `unit` is pixels of the frame that are one at 1080
/// lines.
[[nodiscard]] FilmType build_film_type(TypeCase& type_case, float unit);

/// What sizes of charts, which are made for a screen, are multiplied with in a film.
inline constexpr float film_scale = 1.7F;

}  // namespace park::ui
