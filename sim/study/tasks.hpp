// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>

namespace park::study {

/// Cores this process may use.
[[nodiscard]] int cores();

/// Calls task(0) to task(count - 1) on at most `jobs` threads (0: all cores). Tasks begin in rising order, so
/// that what is done when the rest is given up is a beginning. The first exception stops further tasks and is
/// thrown here. The one place that knows which thread library is used.
void for_each_task(std::size_t count, int jobs, const std::function<void(std::size_t)>& task);

}  // namespace park::study
