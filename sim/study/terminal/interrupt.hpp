// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace park {

/// What a program that was stopped so ends with.
inline constexpr int stopped_exit_code = 130;

/// From here on the first Ctrl-C (or SIGTERM) sets the flag and the second ends the process at once with 130.
[[nodiscard]] const std::atomic<bool>& watch_for_interrupt();

}  // namespace park
