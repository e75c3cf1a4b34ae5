// SPDX-License-Identifier: MIT
#pragma once

#include "command_line.hpp"

namespace park::ui {

/// Opens the dashboard and returns when it is closed. There must be a display with OpenGL.
void run_dashboard_window(const Request& request, const Texts& texts);

}  // namespace park::ui
