// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace park::ui {

/// How a window of ours shares its time.
inline constexpr std::chrono::duration<double> frame_time(1.0 / 60);
inline constexpr std::chrono::milliseconds nap(4);  ///< between two looks for an event while nothing moves
/// Menus, controls and tooltips take a few frames until they stand still.
inline constexpr int frames_after_event = 4;

}  // namespace park::ui
