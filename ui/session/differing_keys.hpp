// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <vector>

#include "scenario/scenario.hpp"

namespace park::ui {

/// A lever, clause, uncertainty or structural parameter in which scenarios differ.
struct KeyDifference {
  ParameterKey parameter;
  std::string key;             ///< `rent_free_months`, `clause.rent_01`
  std::vector<double> values;  ///< at the start, by scenario
  bool differs_later = false;  ///< in its timeline or its shocks
};

/// In the order of the catalogues: levers, uncertainties, structural parameters, clauses.
[[nodiscard]] std::vector<KeyDifference> differing_keys(std::span<const Scenario* const> scenarios);

/// The steps (shocks) of a key, by month.
[[nodiscard]] std::vector<PolicyStep> steps_of(const Scenario& scenario, const ParameterKey& key);
[[nodiscard]] std::vector<Shock> shocks_of(const Scenario& scenario, const ParameterKey& key);

}  // namespace park::ui
