// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "study/ensemble.hpp"
#include "study/statistics.hpp"

namespace park::study {

/// What a clause's worth is measured on, at the end of the runs.
inline constexpr std::array<std::string_view, 5> clause_outcomes = {"jobs", "output", "firms_producing",
                                                                    "fiscal_npv", "firms_signed"};
using ClauseGains = std::array<Difference, clause_outcomes.size()>;

/// What one clause costs and brings. Both gains are with the clause minus without it: positive where the
/// clause adds.
struct ClauseValue {
  std::size_t clause = 0;  ///< into the catalogue
  /// Of a clause that only scales a lever there are no users and no cost of its own: n is 0.
  Summary users;                       ///< plants that began to draw on it, in the scenario
  Summary cost_million_yuan;           ///< paid since the start, undiscounted, in the scenario
  ClauseGains leave_one_out;           ///< the scenario minus the scenario without the clause
  ClauseGains add_one_in;              ///< the scenario with this clause alone minus with none
  double cost_per_job_yuan = 0;        ///< by leave_one_out; NaN unless the interval lies above zero
  double cost_per_million_output = 0;  ///< million yuan per million yuan of output a month; NaN likewise
  std::optional<bool> unused;          ///< nobody drew on it in any run; nothing for one that scales a lever
};

struct ClauseValues {
  Ensemble runs;  ///< without series; places in the order of clause_variants
  std::vector<ClauseValue> clauses;
};

/// The scenario; it without each clause in turn; it without any clause; it with each clause alone. A clause
/// left out has intensity 0 and no timeline.
[[nodiscard]] std::vector<std::shared_ptr<const Scenario>> clause_variants(
    const std::shared_ptr<const Scenario>& scenario);

[[nodiscard]] ClauseValues value_clauses(const std::shared_ptr<const Scenario>& scenario,
                                         EnsembleOptions options);

}  // namespace park::study
