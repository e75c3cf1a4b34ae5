// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "policy_pause.hpp"
#include "present/film.hpp"

namespace park::ui {

/// How a film is played: on the whole screen, or in a window of the film's size.
struct PlayerWishes {
  FilmStyle style;  ///< its size is that of the screen where that is filled
  bool is_full_screen = true;
  PolicyPause::Retell retell;  ///< of a storyboard that was made from the scenarios
};

/// Plays until somebody ends it. Space pauses; the arrows step; page up and page down, as of a presenter's
/// clicker, go by chapters; the mouse scrubs along the lower edge; l moves levers of the last scenario; b
/// blackens; Esc ends. There must be a display with OpenGL.
void play_briefing(std::shared_ptr<const FilmScene> scene, const study::Storyboard& storyboard,
                   const PlayerWishes& wishes);

}  // namespace park::ui
