// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>

namespace park::cli {

/// From here on the first Ctrl-C (or SIGTERM) sets the flag and the second ends the process at once with 130.
[[nodiscard]] const std::atomic<bool>& watch_for_interrupt();

}  // namespace park::cli
