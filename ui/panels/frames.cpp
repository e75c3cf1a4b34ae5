// SPDX-License-Identifier: MIT
#include "panels/frames.hpp"

#include <cmath>

namespace park::ui {
namespace {

/// The piece between a corner and its quarter circle, as a fan of triangles.
void fill_corner(Canvas& canvas, float x, float y, float right, float down, float radius, Color color) {
  constexpr int steps = 6;
  constexpr float quarter = 1.57079633F;
  const ImVec2 center{x + right * radius, y + down * radius};
  const auto at = [&](int step) {
    const float angle = quarter * static_cast<float>(step) / steps;
    return ImVec2(center.x - right * radius * std::cos(angle), center.y - down * radius * std::sin(angle));
  };
  const HardEdges hard(canvas.list());
  for (int step = 0; step < steps; ++step)
    canvas.list().AddTriangleFilled({x, y}, at(step), at(step + 1), packed(color));
}

void draw_frame(Canvas& canvas, const Box& box, float gutter) {
  if (box.is_empty()) return;
  const Theme& theme = canvas.theme();
  const Color ground = theme.ground;
  canvas.fill({box.x - gutter, box.y - gutter, box.w + 2 * gutter, gutter}, ground);
  canvas.fill({box.x - gutter, box.bottom(), box.w + 2 * gutter, gutter}, ground);
  canvas.fill({box.x - gutter, box.y, gutter, box.h}, ground);
  canvas.fill({box.right(), box.y, gutter, box.h}, ground);
  const float radius = canvas.px(7);
  round_corners(canvas, box, radius, ground);
  canvas.outline(box, theme.edge, radius);
}

}  // namespace

void round_corners(Canvas& canvas, const Box& box, float radius, Color ground) {
  fill_corner(canvas, box.x, box.y, 1, 1, radius, ground);
  fill_corner(canvas, box.right(), box.y, -1, 1, radius, ground);
  fill_corner(canvas, box.x, box.bottom(), 1, -1, radius, ground);
  fill_corner(canvas, box.right(), box.bottom(), -1, -1, radius, ground);
}

void draw_frames(Canvas& canvas, const ShellLayout& layout) {
  draw_frame(canvas, layout.levers, layout.gutter);
  for (const Box& card : layout.cards) draw_frame(canvas, card, layout.gutter);
  for (const Slot& slot : layout.slots) draw_frame(canvas, slot.box, layout.gutter);
}

}  // namespace park::ui
