// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace park::study {

/// A design and what an analysis must know of it. Rows are design points in design order.
struct DesignTable {
  std::vector<std::string> factors;
  std::string kind;              ///< `morris`, `sobol`, ..., or `given` for a sample from elsewhere
  std::size_t levels = 0;        ///< morris, one_at_a_time, full_factorial
  std::size_t trajectories = 0;  ///< morris: of factors + 1 rows each
  std::size_t base_n = 0;        ///< sobol: base rows; latin_hypercube: points
  std::string order;             ///< sobol: `saltelli`: A, AB_1 to AB_d, B for each base row
  /// Row-major, one column a factor. NaN: the factor is left as the scenario has it.
  std::vector<double> units;   ///< coordinates in [0, 1]
  std::vector<double> values;  ///< what the factors are set to

  [[nodiscard]] std::size_t rows() const { return factors.empty() ? 0 : units.size() / factors.size(); }
  [[nodiscard]] std::span<const double> units_of(std::size_t row) const {
    return std::span(units).subspan(row * factors.size(), factors.size());
  }
  [[nodiscard]] std::span<const double> values_of(std::size_t row) const {
    return std::span(values).subspan(row * factors.size(), factors.size());
  }
};

}  // namespace park::study
