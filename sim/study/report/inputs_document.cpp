// SPDX-License-Identifier: MIT
#include "study/report/inputs_document.hpp"

#include <nlohmann/json.hpp>

#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"
#include "study/document_parts.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

std::vector<ParameterKey> all_keys(const ClauseCatalogue& clauses) {
  std::vector<ParameterKey> keys;
  for (const auto rows : {lever_rows(), uncertainty_rows(), structural_rows()}) {
    for (const ParameterRow& row : rows) keys.push_back({&row, 0});
  }
  for (std::size_t c = 0; c < clauses.clauses.size(); ++c) keys.push_back({nullptr, c});
  return keys;
}

/// `2027-04: 9 (6)`: from when, which value, over how many months.
void put_change(ordered_json& changes, const Scenario& scenario, const ParameterKey& key, int at,
                double value, int months) {
  const std::string name = key_text(scenario.facts->clauses, key);
  std::string text = changes.contains(name) ? changes[name].get<std::string>() + "; " : std::string();
  text += to_string(plus_months(scenario.start, at)) + ": " + value_json(key, value).dump();
  if (months > 0) text += " (" + std::to_string(months) + ")";
  changes[name] = text;
}

ordered_json scenario_json(const Scenario& scenario, const std::string& name) {
  ordered_json values = ordered_json::object();
  ordered_json changes = ordered_json::object();
  for (const ParameterKey& key : all_keys(scenario.facts->clauses))
    values[key_text(scenario.facts->clauses, key)] = number(get(scenario.parameters, key));
  for (const PolicyStep& step : scenario.policy)
    put_change(changes, scenario, step.key, step.at, step.value, step.ramp_months);
  for (const Shock& shock : scenario.shocks)
    put_change(changes, scenario, shock.key, shock.at, shock.value, shock.months);
  return {{"name", name},
          {"labels", {{"zh", scenario.label_zh}, {"en", scenario.label_en}}},
          {"about", {{"zh", scenario.about_zh}, {"en", scenario.about_en}}},
          {"start", to_string(scenario.start)},
          {"values", std::move(values)},
          {"changes", std::move(changes)}};
}

}  // namespace

std::string inputs_document(const std::vector<std::shared_ptr<const Scenario>>& scenarios,
                            const std::vector<std::string>& names) {
  ordered_json document = {{"scenarios", ordered_json::array()}};
  for (std::size_t s = 0; s < scenarios.size(); ++s)
    document["scenarios"].push_back(scenario_json(*scenarios[s], names.at(s)));
  return finished(document);
}

}  // namespace park::study
