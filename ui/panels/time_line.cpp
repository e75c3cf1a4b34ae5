// SPDX-License-Identifier: MIT
#include "panels/time_line.hpp"

#include <algorithm>
#include <cmath>

namespace park::ui {

void TimeLine::go_to(int month, int months) {
  month_ = std::clamp(month, 0, months);
  carried_ = 0;
  is_playing_ = false;
}

void TimeLine::toggle_play(int months) {
  if (!is_playing_ && month_ >= months) go_to(0, months);
  is_playing_ = !is_playing_;
}

void TimeLine::change_speed(int by) {
  const int last = static_cast<int>(speeds.size()) - 1;
  speed_ = static_cast<std::size_t>(std::clamp(static_cast<int>(speed_) + by, 0, last));
}

bool TimeLine::advance(double seconds, int months) {
  if (month_ > months) {
    go_to(months, months);
    return true;
  }
  if (!is_playing_) return false;
  carried_ += seconds * months_a_second * speed();
  const double whole = std::floor(carried_);
  carried_ -= whole;
  month_ = static_cast<int>(std::min<double>(months, month_ + whole));
  if (month_ >= months) {
    carried_ = 0;
    is_playing_ = false;
  }
  return true;
}

}  // namespace park::ui
