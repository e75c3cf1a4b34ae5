// SPDX-License-Identifier: MIT
#pragma once

#include "panels/dashboard.hpp"

namespace park::ui {

/// Asks for a scenario file to open, beginning where the active one lies, else with the shipped ones.
void ask_to_open(Dashboard& dashboard);
/// Asks for a file to write the active scenario to.
void ask_to_save(Dashboard& dashboard);

/// Opens a file in a tab; a bad one shows all its problems.
void open_file(Dashboard& dashboard, const std::filesystem::path& file);

void draw_file_dialog(Dashboard& dashboard, const Look& look);
void draw_problems_dialog(Dashboard& dashboard, const Look& look);

}  // namespace park::ui
