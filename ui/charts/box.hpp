// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>

namespace park::ui {

/// A rectangle on the screen in pixels, y downwards.
struct Box {
  float x = 0, y = 0, w = 0, h = 0;

  [[nodiscard]] constexpr float right() const { return x + w; }
  [[nodiscard]] constexpr float bottom() const { return y + h; }
  [[nodiscard]] constexpr float middle_x() const { return x + w / 2; }
  [[nodiscard]] constexpr float middle_y() const { return y + h / 2; }
  [[nodiscard]] constexpr bool holds(float px, float py) const {
    return px >= x && px < right() && py >= y && py < bottom();
  }
  [[nodiscard]] constexpr bool is_empty() const { return w <= 0 || h <= 0; }

  /// Smaller by so much on each side; never less than nothing.
  [[nodiscard]] constexpr Box inset(float left, float top, float right_side, float bottom_side) const {
    return {x + left, y + top, std::max(0.0F, w - left - right_side), std::max(0.0F, h - top - bottom_side)};
  }
  [[nodiscard]] constexpr Box inset(float all) const { return inset(all, all, all, all); }

  /// Cuts a piece off one side and returns it; what is left stays.
  constexpr Box take_top(float height) {
    const float cut = std::clamp(height, 0.0F, h);
    const Box piece{x, y, w, cut};
    y += cut;
    h -= cut;
    return piece;
  }
  constexpr Box take_bottom(float height) {
    const float cut = std::clamp(height, 0.0F, h);
    h -= cut;
    return {x, y + h, w, cut};
  }
  constexpr Box take_left(float width) {
    const float cut = std::clamp(width, 0.0F, w);
    const Box piece{x, y, cut, h};
    x += cut;
    w -= cut;
    return piece;
  }
  constexpr Box take_right(float width) {
    const float cut = std::clamp(width, 0.0F, w);
    w -= cut;
    return {x + w, y, cut, h};
  }

  bool operator==(const Box&) const = default;
};

}  // namespace park::ui
