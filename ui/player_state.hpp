// SPDX-License-Identifier: MIT
#pragma once

#include "present/film_clock.hpp"

namespace park::ui {

/// Where a player stands in its film and what keys and mouse do to that: everything but the window.
class PlayerState {
 public:
  explicit PlayerState(const FilmClock& clock) : clock_(clock) {}

  [[nodiscard]] FilmMoment moment() const { return clock_.at_seconds(seconds_); }
  [[nodiscard]] bool is_playing() const { return is_playing_; }
  [[nodiscard]] bool is_black() const { return is_black_; }
  [[nodiscard]] bool is_over() const { return is_over_; }

  /// Time goes on; at the end of the film it stands on the last frame.
  void advance(double seconds);
  void toggle();
  void pause() { is_playing_ = false; }
  void play() { is_playing_ = true; }
  /// To the beginning of the next chapter, or of this one or the one before.
  void next_chapter();
  void previous_chapter();
  /// A month of the model to and fro, or a second where its time stands still. Pauses.
  void step(int by);
  /// To a share of the film, 0 to 1.
  void scrub(double share);
  void to_end();
  void show_picture() { is_black_ = false; }
  void toggle_black() { is_black_ = !is_black_; }
  void end() { is_over_ = true; }

 private:
  void go_to(double seconds);

  FilmClock clock_;
  double seconds_ = 0;
  bool is_playing_ = true;
  bool is_black_ = false;
  bool is_over_ = false;
};

}  // namespace park::ui
