// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>

#include "scenario/field_reader.hpp"
#include "scenario/scenario.hpp"

namespace park {

/// Range of a clause's intensity.
inline constexpr double max_clause_value = 2;

/// Key as a person writes it; `clause.ID` for a clause.
[[nodiscard]] std::string key_text(const ClauseCatalogue& clauses, const ParameterKey& key);

/// What a value must be, as the words after "expected".
[[nodiscard]] std::string expected_value(const ParameterKey& key);

/// A value in a JSON document: a number, a choice by name or number, true or false for a switch.
[[nodiscard]] std::optional<double> read_value(const nlohmann::json& value, const ParameterKey& key,
                                               const std::string& pointer, FaultList& faults);

/// The value as read_value reads it back: choices by name, switches true or false, integers whole.
[[nodiscard]] nlohmann::json value_json(const ParameterKey& key, double value);

/// Who may set a key over time: policy sets levers and clauses, shocks set uncertainties.
[[nodiscard]] bool is_policy_key(const ParameterKey& key);
[[nodiscard]] bool is_shock_key(const ParameterKey& key);
/// Switches and choices jump; they cannot ramp.
[[nodiscard]] bool can_ramp(const ParameterKey& key);

[[nodiscard]] inline bool is_any_key(const ParameterKey&) { return true; }

/// Every key that policy steps (or shocks, or anybody) may set, for messages.
[[nodiscard]] std::vector<std::string> keys_that(const ClauseCatalogue& clauses,
                                                 bool (*is_wanted)(const ParameterKey&));

}  // namespace park
