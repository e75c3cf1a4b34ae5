// SPDX-License-Identifier: MIT
#include <algorithm>

#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"
#include "scenario/timeline.hpp"

namespace park {
namespace {

constexpr const char* settings_source = "--set";

/// `KEY=VALUE` or `KEY@MONTH=VALUE`, taken apart.
struct Setting {
  std::string key;
  std::optional<std::string> month;
  std::string value;
};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::optional<Setting> take_apart(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  Setting setting;
  std::string_view key = text.substr(0, equals);
  const std::size_t sign = key.find('@');
  if (sign != std::string_view::npos) {
    setting.month = std::string(trimmed(key.substr(sign + 1)));
    key = key.substr(0, sign);
  }
  setting.key = std::string(trimmed(key));
  setting.value = std::string(trimmed(text.substr(equals + 1)));
  if (setting.key.empty()) return std::nullopt;
  return setting;
}

std::optional<double> value_from_text(const ParameterKey& key, const std::string& text) {
  // A clause is read like any real number; its row is only borrowed for the grammar.
  const ParameterRow* row = key.row == nullptr ? find_parameter("clause_intensity") : key.row;
  PARK_ASSERT(row != nullptr);
  const auto value = parse_value(*row, text);
  if (!value) return std::nullopt;
  const bool is_good =
      key.row == nullptr ? *value >= 0 && *value <= max_clause_value : !fault_of(*key.row, *value);
  return is_good ? value : std::nullopt;
}

/// Puts a step where it belongs by month; one that is there for the same key and month gives way.
template <class Step>
void put_step(std::vector<Step>& steps, const Step& step) {
  std::erase_if(steps, [&](const Step& other) { return other.key == step.key && other.at == step.at; });
  const auto place = std::ranges::upper_bound(steps, step.at, {}, &Step::at);
  steps.insert(place, step);
}

void replace_start_value(Scenario& scenario, const ParameterKey& key, double value) {
  set(scenario.parameters, key, value);
  std::erase_if(scenario.policy, [&](const PolicyStep& step) { return step.key == key; });
  std::erase_if(scenario.shocks, [&](const Shock& shock) { return shock.key == key; });
}

void apply(Scenario& scenario, const std::string& text, FaultList& faults) {
  const auto setting = take_apart(text);
  if (!setting) {
    faults.add(pointer_to("", text), "KEY=VALUE or KEY@YYYY-MM=VALUE", "\"" + shown(text) + "\"");
    return;
  }
  const std::string pointer = pointer_to("", setting->key);
  const ClauseCatalogue& clauses = scenario.facts->clauses;
  const auto key = find_key(clauses, setting->key);
  if (!key) {
    const std::vector<std::string> known = keys_that(clauses, &is_any_key);
    faults.add_unknown_key(pointer, setting->key, {known.begin(), known.end()});
    return;
  }
  const auto value = value_from_text(*key, setting->value);
  if (!value) faults.add(pointer, expected_value(*key), "\"" + shown(setting->value) + "\"");
  if (!setting->month) {
    if (value) replace_start_value(scenario, *key, *value);
    return;
  }
  const auto month = month_from_text(*setting->month, scenario.start);
  if (!month) faults.add(pointer, expected_month(scenario.start), "\"" + shown(*setting->month) + "\"");
  if (!is_policy_key(*key) && !is_shock_key(*key)) {
    faults.add(pointer, "a key that may change over time", "a structural parameter");
    return;
  }
  if (!value || !month) return;
  if (is_policy_key(*key)) {
    put_step(scenario.policy, PolicyStep{*month, *key, *value, 0});
  } else {
    put_step(scenario.shocks, Shock{*month, *key, *value, 0});
  }
}

}  // namespace

Checked<Scenario> with_settings(Scenario scenario, std::span<const std::string> settings) {
  PARK_ASSERT(scenario.facts != nullptr);
  Problems problems;
  FaultList faults(settings_source, problems);
  for (const std::string& setting : settings) apply(scenario, setting, faults);
  if (!problems.empty()) return problems;
  return scenario;
}

}  // namespace park
