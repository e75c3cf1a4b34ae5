// SPDX-License-Identifier: MIT
#pragma once

#include "workplace.hpp"

namespace park::ui {

/// Opens the dashboard and returns when it is closed. There must be a display with OpenGL.
void run_dashboard_window(const Request& request, std::shared_ptr<Session> session, Language language);

}  // namespace park::ui
