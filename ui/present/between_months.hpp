// SPDX-License-Identifier: MIT
#pragma once

#include "session/futures.hpp"

namespace park::ui {

// Futures are known at the ends of months; a film also stands between two.

/// The mean over runs; NaN where there is none.
[[nodiscard]] double mean_between(const Futures& futures, std::size_t place, std::size_t column,
                                  double month);

/// The paired difference to the reference; n = 0 where there is none.
[[nodiscard]] PairedChange change_between(const Futures& futures, std::size_t place, std::size_t column,
                                          double month);

}  // namespace park::ui
