// SPDX-License-Identifier: MIT
#pragma once

#include "panels/parameter_list.hpp"

namespace park::ui {

/// The name of a control of that width beside the widest value, so that its lines stay while the value
/// changes. `start`: the first month of the run.
[[nodiscard]] std::vector<std::string> name_lines(const Look& look, const ControlRow& row, YearMonth start,
                                                  float width);

/// Height of a control whose name takes so many lines, with what is open below it, in pixels.
[[nodiscard]] float row_height(const Look& look, const ControlRow& row, const ParameterListState& state,
                               std::size_t lines);

/// A control: name (as name_lines() has it), value to type over, slider (or switch, or choices) with its
/// marks, changes over time.
void draw_parameter_row(Dashboard& dashboard, const Look& look, const Box& box, const ControlRow& row,
                        const std::vector<std::string>& name, ParameterListState& state);

/// The value at the right end of the box: a click opens a field to type it. Returns how wide it is.
float draw_value_field(Dashboard& dashboard, const Look& look, Box box, const ControlRow& row,
                       ParameterListState& state, Color color);

/// What a key of the keyboard does to the row: left and right move it by a step, ten with shift.
void nudge(Dashboard& dashboard, const ControlRow& row, int steps);
/// Opens the field for its value.
void begin_typing(ParameterListState& state, const Texts& texts, const ControlRow& row);
/// Back to the mark.
void reset_row(Dashboard& dashboard, const ControlRow& row, Mark mark);

}  // namespace park::ui
