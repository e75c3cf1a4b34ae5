// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace park::study {

/// One column of a row-major table.
[[nodiscard]] inline std::vector<double> column_of(std::span<const double> table, std::size_t columns,
                                                   std::size_t column) {
  std::vector<double> values(table.size() / columns);
  for (std::size_t r = 0; r < values.size(); ++r) values[r] = table[r * columns + column];
  return values;
}

}  // namespace park::study
