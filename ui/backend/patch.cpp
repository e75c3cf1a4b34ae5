// SPDX-License-Identifier: MIT
#include "backend/patch.hpp"

namespace park::ui {
namespace {

/// Every patch has a cost of its own, that of so many pixels.
constexpr std::int64_t pixels_a_patch = 8000;

bool is_better_together(const Patch& a, const Patch& b) {
  if (!common(a, b).is_empty()) return true;
  return together(a, b).area() < a.area() + b.area() + pixels_a_patch;
}

}  // namespace

std::vector<Patch> merged(const std::vector<Patch>& patches, const Patch& whole) {
  std::vector<Patch> result;
  for (const Patch& patch : patches) {
    Patch next = common(patch, whole);
    if (next.is_empty()) continue;
    // What it swallows makes it larger, and then it may reach others.
    for (std::size_t i = 0; i < result.size();) {
      if (!is_better_together(result[i], next)) {
        ++i;
        continue;
      }
      next = together(result[i], next);
      result.erase(result.begin() + static_cast<std::ptrdiff_t>(i));
      i = 0;
    }
    result.push_back(next);
  }
  return result;
}

}  // namespace park::ui
