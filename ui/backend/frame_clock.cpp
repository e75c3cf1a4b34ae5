// SPDX-License-Identifier: MIT
#include "backend/frame_clock.hpp"

#include <algorithm>

namespace park::ui {

void FrameClock::begin() {
  started_ = Clock::now();
  if (started_ - second_began_ < std::chrono::seconds(1)) return;
  shown_ = running_;
  running_ = 0;
  second_began_ = started_;
}

void FrameClock::end() {
  milliseconds_[count_++ % kept] = std::chrono::duration<double, std::milli>(Clock::now() - started_).count();
  ++running_;
}

double FrameClock::median_ms() const {
  const std::size_t count = std::min(count_, kept);
  if (count == 0) return 0;
  auto sorted = milliseconds_;
  const auto end = sorted.begin() + static_cast<std::ptrdiff_t>(count);
  const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(sorted.begin(), middle, end);
  return *middle;
}

}  // namespace park::ui
