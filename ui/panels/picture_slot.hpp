// SPDX-License-Identifier: MIT
#pragma once

#include "panels/any_chart.hpp"
#include "panels/dashboard.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {

/// The chart that a kind of picture is now; any kind but Map.
[[nodiscard]] AnyChart chart_of(PictureKind kind, Dashboard& dashboard, const ShownFutures& shown);

/// Draws the picture of a slot and its buttons: another picture, export as PNG and CSV, enlarge. Inside a
/// Dear ImGui window that covers `box`.
void draw_picture_slot(Dashboard& dashboard, std::size_t slot, const Box& box, const ShownFutures& shown);

/// The buttons alone, at the upper right of `box`; for the map, which draws itself.
void draw_slot_buttons(Dashboard& dashboard, std::size_t slot, const Box& box, const Look& look,
                       const AnyChart* chart);

}  // namespace park::ui
