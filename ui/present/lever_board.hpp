// SPDX-License-Identifier: MIT
#pragma once

#include "charts/canvas.hpp"
#include "present/film_type.hpp"
#include "present/lever_choice.hpp"

namespace park::ui {

/// What somebody wants who has moved levers.
enum class BoardWish : std::uint8_t { None, LiveAnew, GiveUp };

/// What the board keeps from one frame to the next.
struct LeverBoardState {
  bool wants_search = false;  ///< the search field is to take the keyboard
  bool scrolls_to_selected = false;
  std::string problem;  ///< why what was asked for cannot be done
};

/// The levers in large type over the right half of a paused film, in the current Dear ImGui window: search,
/// sliders with the reference's mark, from when they hold, and the two ways out. `look` is the film's.
[[nodiscard]] BoardWish draw_lever_board(LeverChoice& choice, LeverBoardState& state, const FilmType& type,
                                         const Look& look, const Box& frame);

/// In the middle of the frame: how far the runs are, or why there are none.
void draw_renewal(Canvas& canvas, const FilmType& type, const Box& frame, float progress,
                  const std::string& failure);

}  // namespace park::ui
