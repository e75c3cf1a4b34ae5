// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

namespace park::study {

/// Costs of a policy in every objective, all to be made small.
using Costs = std::vector<double>;

/// No objective worse, one better.
[[nodiscard]] bool dominates(const Costs& a, const Costs& b);

/// Indices of those that no other dominates, in rising order; of equal ones the first.
[[nodiscard]] std::vector<std::size_t> non_dominated(const std::vector<Costs>& points);

/// At most `most` members of a front, spread out: again and again the one in the densest place is left out
/// (the least crowding distance of Deb and others 2002; of equal ones the last), the extremes never while
/// others are left. `front` are indices into `points`; in rising order.
[[nodiscard]] std::vector<std::size_t> spread_out(const std::vector<Costs>& points,
                                                  std::vector<std::size_t> front, std::size_t most);

/// How much of the plane of two objectives the first i + 1 points dominate, for each i, as shares of what all
/// dominate; counted within the rectangle that the whole front spans. It ends at 1, and when it has long been
/// there a longer search would find little. Empty of no points.
[[nodiscard]] std::vector<double> dominated_areas(const std::vector<Costs>& points);

}  // namespace park::study
