// SPDX-License-Identifier: MIT
#pragma once

#include <limits>

namespace park {

/// Stands where a figure does not exist: the vacancy of a park without floor, the mean of no runs.
inline constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

}  // namespace park
