// SPDX-License-Identifier: MIT
#include "study/constraints.hpp"

#include <algorithm>
#include <array>

#include "scenario/load.hpp"

namespace park::study {
namespace {

/// Steps are what a district decides about at once.
constexpr std::array<Constraint, 16> table = {{{"land_quota_per_year", 100},
                                               {"quota_purchase_per_year", 100},
                                               {"training_places", 1000},
                                               {"wastewater_phase_capacity", 10000},
                                               {"plating_park_capacity", 10000},
                                               {"steam_capacity", 20},
                                               {"service_officers", 10},
                                               {"guarantee_capital", 10},
                                               {"interest_discount_budget", 10},
                                               {"dormitory_beds", 1000},
                                               {"developer_equity", 100},
                                               {"school_places_per_year", 500},
                                               {"teams_greater_bay_area", 1},
                                               {"teams_yangtze_delta", 1},
                                               {"teams_bohai_rim", 1},
                                               {"agencies", 1}}};

/// Least and greatest value that the lever ever has, ramps included.
struct Reach {
  double least = 0;
  double greatest = 0;
};

Reach reach_of(const Scenario& scenario, const ParameterKey& key) {
  const double start = get(scenario.parameters, key);
  Reach reach{start, start};
  for (const PolicyStep& step : scenario.policy) {
    if (step.key != key) continue;
    reach.least = std::min(reach.least, step.value);
    reach.greatest = std::max(reach.greatest, step.value);
  }
  return reach;
}

void shift(Scenario& scenario, const ParameterKey& key, double by) {
  set(scenario.parameters, key, get(scenario.parameters, key) + by);
  for (PolicyStep& step : scenario.policy) {
    if (step.key == key) step.value += by;
  }
}

}  // namespace

std::span<const Constraint> constraints() { return table; }

SteppedScenario with_one_step(const std::shared_ptr<const Scenario>& scenario, const Constraint& constraint) {
  const ParameterRow* row = find_parameter(constraint.lever);
  PARK_ASSERT(row != nullptr);
  const ParameterKey key{row, 0};
  const Reach reach = reach_of(*scenario, key);
  Scenario stepped = *scenario;
  if (reach.greatest + constraint.step <= row->max) {
    shift(stepped, key, constraint.step);
    return {std::make_shared<const Scenario>(std::move(stepped)), StepDirection::Up};
  }
  if (reach.least - constraint.step >= row->min) {
    shift(stepped, key, -constraint.step);
    return {std::make_shared<const Scenario>(std::move(stepped)), StepDirection::Down};
  }
  return {scenario, StepDirection::Nowhere};
}

}  // namespace park::study
