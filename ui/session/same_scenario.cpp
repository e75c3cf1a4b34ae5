// SPDX-License-Identifier: MIT
#include "session/same_scenario.hpp"

#include <algorithm>

#include "scenario/number_fields.hpp"

namespace park::ui {
namespace {

bool is_same_step(const PolicyStep& a, const PolicyStep& b) {
  return a.at == b.at && a.key == b.key && a.value == b.value && a.ramp_months == b.ramp_months;
}

bool is_same_shock(const Shock& a, const Shock& b) {
  return a.at == b.at && a.key == b.key && a.value == b.value && a.months == b.months;
}

bool has_same_parameters(const Parameters& a, const Parameters& b) {
  for (const auto rows : {lever_rows(), uncertainty_rows(), structural_rows()}) {
    const auto is_equal = [&](const ParameterRow& row) { return get(a, row) == get(b, row); };
    if (!std::ranges::all_of(rows, is_equal)) return false;
  }
  return a.clauses == b.clauses;
}

bool has_same_words(const Scenario& a, const Scenario& b) {
  return a.name == b.name && a.label_zh == b.label_zh && a.label_en == b.label_en &&
         a.about_zh == b.about_zh && a.about_en == b.about_en;
}

bool has_same_district(const BaseDistrict& a, const BaseDistrict& b) {
  const auto is_equal = [&](const auto& field) { return a.*field.member == b.*field.member; };
  return a.firms == b.firms && a.workers == b.workers && a.away == b.away &&
         std::ranges::all_of(base_district_fields(), is_equal);
}

}  // namespace

bool is_same_timeline(const std::vector<PolicyStep>& a, const std::vector<PolicyStep>& b) {
  return std::ranges::equal(a, b, is_same_step);
}

bool is_same_timeline(const std::vector<Shock>& a, const std::vector<Shock>& b) {
  return std::ranges::equal(a, b, is_same_shock);
}

bool is_same_park(const Scenario& a, const Scenario& b) {
  // Loaded twice, one file has two addresses.
  return has_same_district(a.base_district, b.base_district) && a.map_path == b.map_path &&
         a.targets_path == b.targets_path && a.places_path == b.places_path;
}

bool is_same(const Scenario& a, const Scenario& b) {
  return a.seed == b.seed && a.months == b.months && a.start == b.start &&
         has_same_parameters(a.parameters, b.parameters) && is_same_timeline(a.policy, b.policy) &&
         is_same_timeline(a.shocks, b.shocks) && has_same_words(a, b) && is_same_park(a, b);
}

}  // namespace park::ui
