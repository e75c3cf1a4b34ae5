// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "backend/display.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// The sentence that says what to do; empty if there is a display to draw on.
[[nodiscard]] std::string advice_on(DisplayFault fault, const Texts& texts);

}  // namespace park::ui
