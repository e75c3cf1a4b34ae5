// SPDX-License-Identifier: MIT
#include "player_state.hpp"

#include <algorithm>

namespace park::ui {
namespace {

/// Within so many seconds after its beginning "back" means the chapter before.
constexpr double just_begun = 1.5;

}  // namespace

void PlayerState::go_to(double seconds) {
  const double last = static_cast<double>(clock_.frames() - 1) / clock_.frames_a_second();
  seconds_ = std::clamp(seconds, 0.0, last);
  is_black_ = false;
}

void PlayerState::advance(double seconds) {
  if (!is_playing_) return;
  const double last = static_cast<double>(clock_.frames() - 1) / clock_.frames_a_second();
  seconds_ = std::min(seconds_ + seconds, last);
  if (seconds_ >= last) is_playing_ = false;
}

void PlayerState::toggle() {
  const double last = static_cast<double>(clock_.frames() - 1) / clock_.frames_a_second();
  // At the end it begins anew.
  if (!is_playing_ && seconds_ >= last) seconds_ = 0;
  is_playing_ = !is_playing_;
  is_black_ = false;
}

void PlayerState::next_chapter() {
  const std::size_t next = moment().chapter + 1;
  if (next >= clock_.chapters()) {
    to_end();
    return;
  }
  go_to(static_cast<double>(clock_.first_frame(next)) / clock_.frames_a_second());
}

void PlayerState::previous_chapter() {
  const FilmMoment now = moment();
  const bool is_just_begun = now.chapter_seconds < just_begun && now.chapter > 0;
  const std::size_t chapter = is_just_begun ? now.chapter - 1 : now.chapter;
  go_to(static_cast<double>(clock_.first_frame(chapter)) / clock_.frames_a_second());
}

void PlayerState::step(int by) {
  is_playing_ = false;
  const FilmMoment now = moment();
  const double months_a_second = now.months_a_second;
  go_to(seconds_ + (months_a_second > 0 ? by / months_a_second : by));
}

void PlayerState::scrub(double share) { go_to(share * clock_.seconds()); }

void PlayerState::to_end() {
  go_to(clock_.seconds());
  is_playing_ = false;
}

}  // namespace park::ui
