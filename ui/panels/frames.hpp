// SPDX-License-Identifier: MIT
#pragma once

#include "charts/canvas.hpp"
#include "panels/shell_layout.hpp"

namespace park::ui {

/// Paints what lies between the panels, with round corners, behind everything. The panels themselves are what
/// the frame was cleared with: filled pixels are what a frame costs when it is drawn by software.
void draw_frames(Canvas& canvas, const ShellLayout& layout);

}  // namespace park::ui
