// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "study/analysis/effects.hpp"

namespace park::study {

/// What a clause does: with less without.
struct ClauseEffect {
  std::size_t factor = 0;
  Effect main;            ///< mean of the next two
  Effect leave_one_out;   ///< the scenario less the scenario without the clause
  Effect add_one_in;      ///< the clause alone less no clause at all
  Effect together;        ///< leave_one_out less add_one_in: what the others make of it
  bool is_clear = false;  ///< `main` is no noise, all clauses considered
};

struct ClauseEffectsTable {
  std::vector<ClauseEffect> clauses;  ///< the largest main effect first
  Clarity clarity;
};

/// `values` by point, row-major; NaN: left as in the scenario. Points are those of a clause screening: the
/// scenario, it without each clause, without any, with each alone. Clauses whose points are not all there are
/// left out.
[[nodiscard]] ClauseEffectsTable clause_effects(std::span<const double> values, std::size_t factors,
                                                const PairedPoints& points);

}  // namespace park::study
