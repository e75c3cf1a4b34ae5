// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "policy/keys.hpp"
#include "scenario/facts_reader.hpp"
#include "scenario/number_fields.hpp"

namespace park {

// Only schema*.cpp include this header: it brings in all of nlohmann/json.
using Schema = nlohmann::ordered_json;

/// A member of an object and whether it must be there.
struct SchemaMember {
  std::string key;
  Schema schema;
  bool is_required = false;
};

[[nodiscard]] Schema schema_head(std::string_view kind, std::string_view zh, std::string_view en);
[[nodiscard]] Schema described_as(Schema schema, std::string_view zh, std::string_view en);
[[nodiscard]] Schema number_schema(double min, double max, bool is_whole = false);
[[nodiscard]] Schema text_schema(std::size_t min_length, std::size_t max_length);
[[nodiscard]] Schema any_of(std::vector<Schema> alternatives);
[[nodiscard]] Schema nullable(Schema schema);  ///< or null
[[nodiscard]] Schema key_schema(std::span<const std::string_view> keys);

/// Adds type, properties, required and additionalProperties: false to `schema`.
[[nodiscard]] Schema object_schema(std::vector<SchemaMember> members, Schema schema = Schema::object());

/// `{"value","low","high","unit","source"}` with the bounds of the value.
[[nodiscard]] Schema fact_schema(double min, double max, bool is_whole = false);

/// An object with a member for each label.
template <std::size_t Count>
[[nodiscard]] Schema by_label_schema(const std::array<KeyLabel, Count>& labels, const Schema& number,
                                     bool is_required) {
  std::vector<SchemaMember> members;
  members.reserve(Count);
  for (const KeyLabel& label : labels) {
    members.push_back({std::string(label.key), described_as(number, label.zh, label.en), is_required});
  }
  return object_schema(std::move(members));
}

/// One fact for each row.
template <class Owner>
[[nodiscard]] std::vector<SchemaMember> fact_members(std::span<const NumberField<Owner>> fields,
                                                     bool is_required) {
  std::vector<SchemaMember> members;
  for (const NumberField<Owner>& field : fields) {
    Schema fact = described_as(fact_schema(field.min, field.max, field.is_whole), field.zh, field.en);
    members.push_back({std::string(field.key), std::move(fact), is_required});
  }
  return members;
}

[[nodiscard]] Schema scenario_schema();
[[nodiscard]] Schema map_schema();
[[nodiscard]] Schema targets_schema();
[[nodiscard]] Schema chain_schema();
[[nodiscard]] Schema places_schema();
[[nodiscard]] Schema clauses_schema();
[[nodiscard]] Schema calibration_schema();
[[nodiscard]] Schema study_schema();
[[nodiscard]] Schema search_schema();
[[nodiscard]] Schema storyboard_schema();

}  // namespace park
