// SPDX-License-Identifier: MIT
#include "session/reference.hpp"

#include "session/same_scenario.hpp"
#include "simulation.hpp"

namespace park::ui {
std::shared_ptr<const Scenario> reference_for(const std::shared_ptr<const Scenario>& baseline,
                                              const Scenario& scenario, bool shares_assumptions) {
  Scenario reference = *baseline;
  reference.start = scenario.start;
  reference.months = scenario.months;
  for (const auto parameter : pool_parameters) {
    reference.parameters.structural.*parameter = scenario.parameters.structural.*parameter;
  }
  if (shares_assumptions) {
    reference.parameters.uncertainties = scenario.parameters.uncertainties;
    reference.parameters.structural = scenario.parameters.structural;
    reference.shocks = scenario.shocks;
  }
  const bool is_same_place = is_same_park(scenario, *baseline);
  if (is_same_place && is_same(reference, *baseline)) return baseline;
  if (!is_same_place) {
    reference.base_district = scenario.base_district;
    reference.map_path = scenario.map_path;
    reference.map = scenario.map;
    reference.targets_path = scenario.targets_path;
    reference.targets = scenario.targets;
    reference.places_path = scenario.places_path;
    reference.facts = scenario.facts;
  }
  return std::make_shared<const Scenario>(std::move(reference));
}

bool are_side_by_side(const Scenario& one, const Scenario& other) {
  return one.start == other.start && one.months == other.months && one.places_path == other.places_path;
}

std::shared_ptr<const Scenario> side_by_side(const std::shared_ptr<const Scenario>& scenario,
                                             const Scenario& other) {
  if (are_side_by_side(*scenario, other)) return scenario;
  Scenario fitted = *scenario;
  fitted.start = other.start;
  fitted.months = other.months;
  if (scenario->places_path != other.places_path) {
    fitted.places_path = other.places_path;
    fitted.facts = other.facts;
  }
  return std::make_shared<const Scenario>(std::move(fitted));
}

}  // namespace park::ui
