// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "backend/look.hpp"

namespace park::ui {

/// Opens a question over everything else, in the middle of the window; end_dialog only if it returns true.
/// Sizes in pixels, cut to the window; a height of 0 fits what is in it.
[[nodiscard]] bool begin_dialog(const char* id, const std::string& title, const Look& look, float width,
                                float height);
void end_dialog();
/// Escape, where no field is being typed in, or the cross at the top.
[[nodiscard]] bool is_dialog_left();

/// Text over as many lines as it needs, in a colour of the theme.
void wrapped(Color color, const std::string& words, float width);

}  // namespace park::ui
