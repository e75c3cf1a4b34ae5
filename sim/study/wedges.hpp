// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "study/ensemble.hpp"
#include "study/outcome.hpp"
#include "study/scenario_parts.hpp"
#include "study/statistics.hpp"

namespace park::study {

/// What each differing part of two scenarios contributes to the difference of an outcome: Shapley values by
/// sampled orders (Castro, Gomez, Tejada, "Polynomial calculation of the Shapley value based on sampling",
/// 2009), so that parts that only work together share what they bring.
struct Wedges {
  Ensemble runs;  ///< without series: place p of a replication has p parts switched over
  Outcome outcome;
  std::vector<ScenarioPart> parts;
  Difference total;                ///< b minus a, paired
  std::vector<Difference> values;  ///< by part; the means sum to the total's
};

/// Each replication walks from `a` to `b`, switching one part at a time in a drawn order. A replication in
/// which the outcome has no value somewhere on the way counts in no part and not in the total.
/// `parts`: differing_parts(a, b).
[[nodiscard]] Wedges find_wedges(const std::shared_ptr<const Scenario>& a,
                                 const std::shared_ptr<const Scenario>& b, std::vector<ScenarioPart> parts,
                                 const Outcome& outcome, EnsembleOptions options);

/// The order in which a replication switches its parts; an odd replication goes the reverse way of the one
/// before it (antithetic).
[[nodiscard]] std::vector<std::size_t> switching_order(std::size_t parts, std::uint64_t first_seed,
                                                       std::size_t replication);

/// Unit of an outcome, given its indicator's: a sum of `million yuan/month` is `million yuan`.
[[nodiscard]] std::string outcome_unit(const Outcome& outcome, const std::vector<IndicatorColumn>& columns);

}  // namespace park::study
