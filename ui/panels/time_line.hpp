// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>

namespace park::ui {

/// The month shown, and how it moves while the film of months plays.
class TimeLine {
 public:
  static constexpr std::array<double, 5> speeds = {0.5, 1, 2, 4, 8};
  static constexpr double months_a_second = 4;  ///< at speed 1

  [[nodiscard]] int month() const { return month_; }
  /// Months from the opening, with the part of the next one that is already over while playing.
  [[nodiscard]] double moment() const { return month_ + carried_; }
  [[nodiscard]] bool is_playing() const { return is_playing_; }
  [[nodiscard]] double speed() const { return speeds[speed_]; }

  /// Stops playing and goes there, within the horizon.
  void go_to(int month, int months);
  void step(int by, int months) { go_to(month_ + by, months); }
  /// From the end it starts again at the opening.
  void toggle_play(int months);
  /// One speed up or down; stays at the ends.
  void change_speed(int by);
  /// The next speed, after the fastest the slowest.
  void next_speed() { speed_ = (speed_ + 1) % speeds.size(); }
  /// Time passes; stops at the end of the horizon. Returns whether anything moved.
  bool advance(double seconds, int months);

 private:
  int month_ = 0;
  double carried_ = 0;
  bool is_playing_ = false;
  std::size_t speed_ = 1;
};

}  // namespace park::ui
