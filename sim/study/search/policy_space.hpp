// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "study/search/search_plan.hpp"

namespace park::study {

/// Values of a search's policy factors, in their order; NaN: as in the scenario.
using Policy = std::vector<double>;

/// The policy at a point of the unit cube. Numbers are multiples of their lever's catalogue step (of a tenth
/// for clauses): a rent of 8.3742 yuan would be no policy, and fewer values are found again more often. What
/// is as the scenario has it is NaN, so that a policy is written in one way only.
[[nodiscard]] Policy policy_at(const Search& search, std::span<const double> units);

/// Where the scenario's own start values lie; nothing if one of them is out of the search's range.
[[nodiscard]] std::optional<std::vector<double>> units_of_scenario(const Search& search);

/// The first population: a Latin hypercube, with the scenario's own policy as its first point where that is
/// in range.
[[nodiscard]] std::vector<double> first_population(const Search& search);

/// What the futures set, by future and factor of futures: Latin hypercubes over the distributions, one for
/// those in which policies are compared and another, further down, for the fresh ones.
[[nodiscard]] std::vector<std::vector<double>> futures_of(const SearchOutline& outline);

/// Whether the policy sets this factor.
[[nodiscard]] inline bool is_changed(const Policy& policy, std::size_t factor) {
  return !std::isnan(policy[factor]);
}

/// The scenario under a policy, in a future if one is given.
[[nodiscard]] std::shared_ptr<Scenario> scenario_under(const Search& search, const Policy& policy,
                                                       std::span<const double> future = {});

}  // namespace park::study
