// SPDX-License-Identifier: MIT
#pragma once

#include "command_line.hpp"

namespace park::ui {

/// Writes what the dashboard shows of the request once all runs are done, and opens no window. The same
/// request gives the same picture. Needs a display with OpenGL all the same.
void make_still_picture(const Request& request, const Texts& texts);

}  // namespace park::ui
