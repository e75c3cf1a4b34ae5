// SPDX-License-Identifier: MIT
#pragma once

#include "panels/dashboard.hpp"
#include "session/scenario_code.hpp"

namespace park::ui {

/// Shows the active scenario as a code to copy and takes one that was pasted.
void ask_for_code(Dashboard& dashboard);
void draw_code_dialog(Dashboard& dashboard, const Look& look);

/// What is wrong with a code, in the language.
[[nodiscard]] std::string words_of(const CodeFault& fault, const Texts& texts);

}  // namespace park::ui
