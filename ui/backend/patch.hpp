// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace park::ui {

/// A rectangle of whole pixels of a frame, y downwards; right and bottom are one past the last.
struct Patch {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;

  [[nodiscard]] bool is_empty() const { return right <= left || bottom <= top; }
  [[nodiscard]] std::int64_t area() const {
    return is_empty() ? 0 : static_cast<std::int64_t>(right - left) * (bottom - top);
  }
  bool operator==(const Patch&) const = default;
};

/// What both share.
[[nodiscard]] inline Patch common(const Patch& a, const Patch& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right),
          std::min(a.bottom, b.bottom)};
}
/// The smallest one that holds both; an empty one adds nothing.
[[nodiscard]] inline Patch together(const Patch& a, const Patch& b) {
  if (a.is_empty()) return b;
  if (b.is_empty()) return a;
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right),
          std::max(a.bottom, b.bottom)};
}
/// All pixels that a rectangle touches.
[[nodiscard]] inline Patch touched(float left, float top, float right, float bottom) {
  return {static_cast<int>(std::floor(left)), static_cast<int>(std::floor(top)),
          static_cast<int>(std::ceil(right)), static_cast<int>(std::ceil(bottom))};
}

/// The same pixels within `whole` as few patches, none of which overlap: what is drawn twice costs more than
/// a little that need not be drawn.
[[nodiscard]] std::vector<Patch> merged(const std::vector<Patch>& patches, const Patch& whole);

}  // namespace park::ui
