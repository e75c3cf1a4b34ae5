// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderWindow.hpp>
#include <chrono>
#include <span>

#include "backend/patch.hpp"

namespace park::ui {

/// Puts what was drawn on the screen: only the patches that differ where the driver can copy parts of a
/// window (drivers that draw by software can), else all of it.
class PartialDisplay {
 public:
  /// For the window that is active.
  explicit PartialDisplay(sf::RenderWindow& window);

  /// Whether a window still holds the frame before when the next one is drawn, so that only what differs need
  /// be drawn.
  [[nodiscard]] bool keeps_frame() const { return copy_ != nullptr; }
  void show(std::span<const Patch> patches);

 private:
  using Clock = std::chrono::steady_clock;
  using Copy = void (*)(void* display, unsigned long drawable, int x, int y, int width, int height);

  sf::RenderWindow* window_;
  Copy copy_ = nullptr;
  Clock::time_point shown_whole_;
};

}  // namespace park::ui
