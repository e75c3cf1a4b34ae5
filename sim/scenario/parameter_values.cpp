// SPDX-License-Identifier: MIT
#include "scenario/parameter_values.hpp"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "scenario/load.hpp"

namespace park {
namespace {

using nlohmann::json;

constexpr std::string_view clause_prefix = "clause.";

/// A choice's number or nothing.
std::optional<double> choice_number(const ParameterRow& row, std::string_view name) {
  for (std::size_t i = 0; i < row.choices.size(); ++i) {
    if (row.choices[i].key == name) return static_cast<double>(i);
  }
  return std::nullopt;
}

/// The number behind a JSON value of a type this row takes; nothing for another type.
std::optional<double> plain_number(const ParameterRow* row, const json& value) {
  if (value.is_number()) return value.get<double>() + 0.0;  // -0 becomes 0: equal inputs, equal digests
  if (row == nullptr) return std::nullopt;
  if (row->kind == ValueKind::Switch && value.is_boolean()) return value.get<bool>() ? 1.0 : 0.0;
  if (row->kind == ValueKind::Choice && value.is_string())
    return choice_number(*row, value.get_ref<const std::string&>());
  return std::nullopt;
}

bool is_allowed(const ParameterRow* row, double value) {
  if (row == nullptr) return value >= 0 && value <= max_clause_value;
  return std::isfinite(value) && !fault_of(*row, value);
}

std::string choice_words(const ParameterRow& row) {
  std::string words = "one of ";
  for (const Choice& choice : row.choices) words += std::string(choice.key) + ", ";
  return words + "or its number " + number_text(row.min) + " to " + number_text(row.max);
}

}  // namespace

std::string key_text(const ClauseCatalogue& clauses, const ParameterKey& key) {
  if (key.row != nullptr) return std::string(key.row->key);
  return std::string(clause_prefix) + clauses.clauses[key.clause].id;
}

std::string expected_value(const ParameterKey& key) {
  if (key.row == nullptr) return "a number from 0 to " + number_text(max_clause_value);
  const ParameterRow& row = *key.row;
  const std::string range =
      number_text(row.min) + " to " + number_text(row.max) + " " + std::string(row.unit);
  switch (row.kind) {
    case ValueKind::Switch:
      return "true, false, 0 or 1";
    case ValueKind::Choice:
      return choice_words(row);
    case ValueKind::Integer:
      return "a whole number from " + range;
    case ValueKind::Real:
      break;
  }
  return "a number from " + range;
}

std::optional<double> read_value(const json& value, const ParameterKey& key, const std::string& pointer,
                                 FaultList& faults) {
  if (value.is_discarded()) return std::nullopt;
  const std::optional<double> number = plain_number(key.row, value);
  if (number && is_allowed(key.row, *number)) return number;
  faults.add(pointer, expected_value(key), described(value));
  return std::nullopt;
}

json value_json(const ParameterKey& key, double value) {
  const ValueKind kind = key.row == nullptr ? ValueKind::Real : key.row->kind;
  if (kind == ValueKind::Switch) return value != 0;
  if (kind == ValueKind::Choice) {
    const auto index = static_cast<std::size_t>(value);
    if (index < key.row->choices.size()) return std::string(key.row->choices[index].key);
  }
  const bool is_whole = value == std::trunc(value) && std::abs(value) < 1e15;
  const bool is_negative_zero =
      value == 0 && std::signbit(value);  // an integer would lose the sign, and the digest
  if (is_whole && !is_negative_zero) return static_cast<std::int64_t>(value);
  return value;
}

bool is_policy_key(const ParameterKey& key) {
  return key.row == nullptr || key.row->group() == ParameterGroup::Lever;
}

bool is_shock_key(const ParameterKey& key) {
  return key.row != nullptr && key.row->group() == ParameterGroup::Uncertainty;
}

bool can_ramp(const ParameterKey& key) {
  return key.row == nullptr || key.row->kind == ValueKind::Real || key.row->kind == ValueKind::Integer;
}

std::vector<std::string> keys_that(const ClauseCatalogue& clauses, bool (*is_wanted)(const ParameterKey&)) {
  std::vector<std::string> keys;
  for (const auto rows : std::array{lever_rows(), uncertainty_rows(), structural_rows()}) {
    for (const ParameterRow& row : rows) {
      if (is_wanted({&row, 0})) keys.emplace_back(row.key);
    }
  }
  for (std::size_t i = 0; i < clause_count; ++i) {
    const ParameterKey key{nullptr, i};
    if (is_wanted(key)) keys.push_back(key_text(clauses, key));
  }
  return keys;
}

std::optional<ParameterKey> find_key(const ClauseCatalogue& clauses, std::string_view key) {
  if (!key.starts_with(clause_prefix)) {
    const ParameterRow* row = find_parameter(key);
    return row == nullptr ? std::nullopt : std::optional(ParameterKey{row, 0});
  }
  const std::string_view id = key.substr(clause_prefix.size());
  for (std::size_t i = 0; i < clause_count; ++i) {
    if (clauses.clauses[i].id == id) return ParameterKey{nullptr, i};
  }
  return std::nullopt;
}

double get(const Parameters& parameters, const ParameterKey& key) {
  if (key.row != nullptr) return get(parameters, *key.row);
  PARK_ASSERT(key.clause < clause_count);
  return parameters.clauses[key.clause];
}

void set(Parameters& parameters, const ParameterKey& key, double value) {
  if (key.row != nullptr) {
    set(parameters, *key.row, value);
    return;
  }
  PARK_ASSERT(key.clause < clause_count);
  parameters.clauses[key.clause] = value;
}

}  // namespace park
