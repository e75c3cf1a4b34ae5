// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <chrono>
#include <cstddef>

namespace park::ui {

/// How long the last frames took to make, waiting for the next one not counted, and how many there were a
/// second.
class FrameClock {
 public:
  using Clock = std::chrono::steady_clock;

  void begin();
  void end();

  /// Frames of the last second that ended; fewer than 60 where nothing changed and nothing was drawn.
  [[nodiscard]] int frames_a_second() const { return shown_; }
  /// Median of the last frames' making, in milliseconds; 0 before the first.
  [[nodiscard]] double median_ms() const;

 private:
  static constexpr std::size_t kept = 120;

  Clock::time_point started_;
  Clock::time_point second_began_ = Clock::now();
  std::array<double, kept> milliseconds_{};
  std::size_t count_ = 0;
  int running_ = 0;
  int shown_ = 0;
};

}  // namespace park::ui
