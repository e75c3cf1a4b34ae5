// SPDX-License-Identifier: MIT
#include <nlohmann/json.hpp>

#include "scenario/load.hpp"
#include "scenario/number_fields.hpp"
#include "scenario/parameter_values.hpp"

namespace park {
namespace {

using nlohmann::ordered_json;

/// Members in the order of the catalogues, as a person would write them.
ordered_json stated_number(double value) { return ordered_json(value_json({}, value)); }

template <std::size_t Count>
ordered_json by_key(const std::array<KeyLabel, Count>& labels, const std::array<double, Count>& numbers) {
  ordered_json result = ordered_json::object();
  for (std::size_t i = 0; i < Count; ++i) result[std::string(labels[i].key)] = stated_number(numbers[i]);
  return result;
}

ordered_json district_json(const BaseDistrict& district) {
  ordered_json result = ordered_json::object();
  result["firms"] = by_key(stage_labels, district.firms);
  result["workers"] = by_key(stage_labels, district.workers);
  result["away"] = by_key(region_labels, district.away);
  for (const auto& field : base_district_fields())
    result[std::string(field.key)] = stated_number(district.*field.member);
  return result;
}

ordered_json rows_json(std::span<const ParameterRow> rows, const Parameters& parameters) {
  ordered_json result = ordered_json::object();
  for (const ParameterRow& row : rows) {
    result[std::string(row.key)] = ordered_json(value_json({&row, 0}, get(parameters, row)));
  }
  return result;
}

ordered_json clauses_json(const ClauseCatalogue& clauses, const Parameters& parameters) {
  ordered_json result = ordered_json::object();
  for (std::size_t i = 0; i < clause_count; ++i)
    result[clauses.clauses[i].id] = stated_number(parameters.clauses[i]);
  return result;
}

template <class Step>
ordered_json step_json(const Scenario& scenario, const Step& step) {
  ordered_json result = ordered_json::object();
  result["at"] = to_string(plus_months(scenario.start, step.at));
  result["set"][key_text(scenario.facts->clauses, step.key)] = ordered_json(value_json(step.key, step.value));
  return result;
}

ordered_json policy_json(const Scenario& scenario) {
  ordered_json result = ordered_json::array();
  for (const PolicyStep& step : scenario.policy) {
    ordered_json entry = step_json(scenario, step);
    if (step.ramp_months > 0) entry["ramp_months"] = step.ramp_months;
    result.push_back(std::move(entry));
  }
  return result;
}

ordered_json shocks_json(const Scenario& scenario) {
  ordered_json result = ordered_json::array();
  for (const Shock& shock : scenario.shocks) {
    ordered_json entry = step_json(scenario, shock);
    if (shock.months > 0) entry["months"] = shock.months;
    result.push_back(std::move(entry));
  }
  return result;
}

/// A path is written only where it is not the shipped file: that one is found from any folder.
void put_path(ordered_json& document, const char* key, const std::string& path, const char* shipped) {
  if (!path.empty() && path != (shipped_data_folder() / shipped).string()) document[key] = path;
}

}  // namespace

std::string to_json(const Scenario& scenario) {
  PARK_ASSERT(scenario.facts != nullptr);
  ordered_json document = ordered_json::object();
  document["schema"] = "parksim/scenario/1";
  document["name"] = scenario.name;
  document["labels"] = {{"zh", scenario.label_zh}, {"en", scenario.label_en}};
  document["about"] = {{"zh", scenario.about_zh}, {"en", scenario.about_en}};
  document["start"] = to_string(scenario.start);
  document["months"] = scenario.months;
  document["seed"] = scenario.seed;
  document["base_district"] = district_json(scenario.base_district);
  put_path(document, "map", scenario.map_path, "scenarios/data/park_map.geojson");
  put_path(document, "targets", scenario.targets_path, "scenarios/data/targets.csv");
  put_path(document, "places", scenario.places_path, "scenarios/data/places.json");
  document["levers"] = rows_json(lever_rows(), scenario.parameters);
  document["clauses"] = clauses_json(scenario.facts->clauses, scenario.parameters);
  document["policy"] = policy_json(scenario);
  document["uncertainties"] = rows_json(uncertainty_rows(), scenario.parameters);
  document["structural"] = rows_json(structural_rows(), scenario.parameters);
  document["shocks"] = shocks_json(scenario);
  return document.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace park
