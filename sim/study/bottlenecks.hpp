// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <memory>
#include <string_view>
#include <vector>

#include "study/constraints.hpp"
#include "study/ensemble.hpp"
#include "study/statistics.hpp"

namespace park::study {

/// What a step of a constraint is priced in, at the end of the runs.
inline constexpr std::array<std::string_view, 4> shadow_outcomes = {"jobs", "output", "firms_producing",
                                                                    "fiscal_npv"};

/// Months that projects of a stage waited for a cause in a calendar year, summed over projects.
struct HoldUp {
  Cause cause = Cause::Space;
  Stage stage = Stage::Garment;
  int year = 0;
  Summary project_months;
};

/// Project-months of a stage and year in which projects waited no longer than they would without any queue.
struct UsualTime {
  Stage stage = Stage::Garment;
  int year = 0;
  Summary project_months;
};

/// What one step more of a constraint would bring. Of a downward step the sign is turned, so that a gain is
/// always per step more. No gain (n = 0) where there is no room for a step.
struct ShadowPrice {
  Constraint constraint;
  StepDirection direction = StepDirection::Up;
  std::array<Difference, shadow_outcomes.size()> gain;
};

struct Bottlenecks {
  Ensemble runs;                 ///< without series: the scenario, then one place a constraint
  std::vector<HoldUp> hold_ups;  ///< by cause, stage and year; those that are zero in every run left out
  std::vector<UsualTime> usual_times;  ///< by stage and year, as hold_ups
  std::vector<ShadowPrice> shadow_prices;
};

[[nodiscard]] Bottlenecks find_bottlenecks(const std::shared_ptr<const Scenario>& scenario,
                                           EnsembleOptions options);

}  // namespace park::study
