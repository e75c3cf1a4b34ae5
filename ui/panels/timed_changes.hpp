// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "panels/parameter_list.hpp"

namespace park::ui {

/// A change over time as the editor shows it: a step of a lever with its ramp, or a shock of an assumption
/// with its length. All in months.
struct TimedChange {
  int at = 0;
  double value = 0;
  int length = 0;
};

[[nodiscard]] std::vector<TimedChange> timed_changes(const ControlRow& row);

[[nodiscard]] Command put(const ControlRow& row, const TimedChange& change);
[[nodiscard]] Command remove(const ControlRow& row, int at);
/// The change of month `at` as `moved`; the same month is no move.
[[nodiscard]] std::vector<Command> move(const ControlRow& row, int at, const TimedChange& moved);

/// Makes what the control is set to begin in a month: the start value goes back to the baseline's and the
/// value becomes a change. Where there are changes already, a further one a year after the last. A month at
/// most `months`.
struct Scheduled {
  std::vector<Command> commands;
  int at = 0;
};
[[nodiscard]] Scheduled schedule(const ControlRow& row, int month, int months);

}  // namespace park::ui
