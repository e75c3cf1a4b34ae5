// SPDX-License-Identifier: MIT
#pragma once

namespace park::ui {

/// How far a thread stands back behind the one that draws (nice values, 0 to 19).
inline constexpr int behind_the_window = 15;
inline constexpr int behind_the_ensemble = 19;

/// Makes the calling thread stand back, so that a frame is never late because a simulation runs. Where the
/// system does not allow it the thread goes on as it is.
void stand_back(int niceness);

}  // namespace park::ui
