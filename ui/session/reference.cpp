// SPDX-License-Identifier: MIT
#include "session/reference.hpp"

#include <algorithm>

#include "scenario/number_fields.hpp"
#include "session/edited_scenario.hpp"
#include "simulation.hpp"

namespace park::ui {
namespace {

bool is_same_district(const BaseDistrict& a, const BaseDistrict& b) {
  const auto is_equal = [&](const auto& field) { return a.*field.member == b.*field.member; };
  return a.firms == b.firms && a.workers == b.workers && a.away == b.away &&
         std::ranges::all_of(base_district_fields(), is_equal);
}

}  // namespace

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
  const bool is_same_place = scenario.map_path == baseline->map_path &&
                             scenario.targets_path == baseline->targets_path &&
                             is_same_district(scenario.base_district, baseline->base_district);
  if (is_same_place && is_same(reference, *baseline)) return baseline;
  if (!is_same_place) {
    reference.base_district = scenario.base_district;
    reference.map_path = scenario.map_path;
    reference.map = scenario.map;
    reference.targets_path = scenario.targets_path;
    reference.targets = scenario.targets;
  }
  return std::make_shared<const Scenario>(std::move(reference));
}

std::shared_ptr<const Scenario> over_same_months(const std::shared_ptr<const Scenario>& scenario,
                                                 const Scenario& other) {
  if (scenario->start == other.start && scenario->months == other.months) return scenario;
  Scenario fitted = *scenario;
  fitted.start = other.start;
  fitted.months = other.months;
  return std::make_shared<const Scenario>(std::move(fitted));
}

}  // namespace park::ui
