// SPDX-License-Identifier: MIT
#include "panels/dashboard.hpp"

#include <algorithm>

namespace park::ui {

void SlotBoard::show(std::size_t slot, PictureKind kind) {
  const auto elsewhere = std::find(shown.begin(), shown.end(), kind);
  if (elsewhere != shown.end()) *elsewhere = shown[slot];
  shown[slot] = kind;
}

}  // namespace park::ui
