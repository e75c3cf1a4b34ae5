// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <memory>
#include <span>

#include "policy/catalogue.hpp"
#include "scenario/field_reader.hpp"
#include "scenario/number_fields.hpp"
#include "scenario/scenario.hpp"

namespace park {

inline constexpr std::size_t max_label_characters = 120;
inline constexpr std::size_t max_source_characters = 1000;

/// A number with its origin, `{"value","low","high","unit","source","status"}`: low <= value <= high, unit
/// and source not empty. Source may say "assumed: ...", never nothing, and the status agrees with it.
[[nodiscard]] std::optional<double> read_fact(const nlohmann::json& value, const std::string& pointer,
                                              FaultList& faults, double min, double max,
                                              bool is_whole = false);

/// Reads one fact per row of `fields` into `owner`; an absent one is a fault if `is_required`.
template <class Owner>
void read_facts(FieldReader& reader, std::span<const NumberField<Owner>> fields, bool is_required,
                Owner& owner) {
  for (const NumberField<Owner>& field : fields) {
    const auto* member = is_required ? reader.require(field.key) : reader.find(field.key);
    if (member == nullptr) continue;
    const auto value = read_fact(*member, reader.pointer_of(field.key), reader.faults(), field.min, field.max,
                                 field.is_whole);
    if (value) owner.*field.member = *value;
  }
}

/// Text that must be there and not be empty.
[[nodiscard]] std::string require_text(FieldReader& reader, std::string_view key, std::size_t max_characters);

struct SourceOfNumber {
  std::string text;
  ParameterStatus status = ParameterStatus::Unstated;
};

/// `source` and `status` of a fact or a clause; one that does not support the other is a fault.
[[nodiscard]] SourceOfNumber require_source(FieldReader& reader);

/// Keys of a label table, in its order.
template <std::size_t Count>
[[nodiscard]] std::vector<std::string_view> keys_of(const std::array<KeyLabel, Count>& labels) {
  std::vector<std::string_view> keys;
  keys.reserve(Count);
  for (const KeyLabel& label : labels) keys.push_back(label.key);
  return keys;
}

/// Keys in the files, in the order of the enumerations.
[[nodiscard]] std::span<const std::string_view> clause_form_keys();
[[nodiscard]] std::span<const std::string_view> clause_contract_keys();
[[nodiscard]] std::span<const std::string_view> destination_kind_keys();

/// Largest amount that makes sense for a form, in its unit.
[[nodiscard]] double max_clause_amount(ClauseForm form);

/// Chain, places and clauses of `folder`/scenarios/data; all problems at once.
[[nodiscard]] Checked<std::shared_ptr<const Facts>> load_facts(const std::filesystem::path& folder);

}  // namespace park
