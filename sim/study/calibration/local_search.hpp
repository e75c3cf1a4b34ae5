// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace park::study {

/// A point of the unit cube and its objective.
struct SearchResult {
  std::vector<double> best;
  double objective = 0;
  int evaluations = 0;
  bool is_complete = true;  ///< false: the objective asked to stop
};

/// Objective at a point of the unit cube; nothing: stop here.
using SearchObjective = std::function<std::optional<double>(const std::vector<double>&)>;

/// Minimises without derivatives (NLopt: BOBYQA, Powell 2009; in one dimension Subplex) from `start`, then
/// from points drawn by `seed` while evaluations are left, until the objective is 0. The best point seen
/// counts. What the objective throws is thrown here.
[[nodiscard]] SearchResult search_locally(const std::vector<double>& start, int evaluations,
                                          std::uint64_t seed, const SearchObjective& objective);

}  // namespace park::study
