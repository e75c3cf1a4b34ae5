// SPDX-License-Identifier: MIT
#pragma once

#include "charts/canvas.hpp"
#include "panels/shell_layout.hpp"

namespace park::ui {

/// Paints what lies between the panels, with round corners, behind everything. The panels themselves are what
/// the frame was cleared with: filled pixels are what a frame costs when it is drawn by software.
void draw_frames(Canvas& canvas, const ShellLayout& layout);

/// Paints the corners of a box so that what is drawn in it has round ones.
void round_corners(Canvas& canvas, const Box& box, float radius, Color ground);

}  // namespace park::ui
