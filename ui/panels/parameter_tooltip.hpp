// SPDX-License-Identifier: MIT
#pragma once

#include "panels/parameter_list.hpp"

namespace park::ui {

/// What the control does, its unit, range and marks, what it is expected to move, and what its number rests
/// on.
void draw_parameter_tooltip(const Dashboard& dashboard, const Look& look, const ControlRow& row);

}  // namespace park::ui
