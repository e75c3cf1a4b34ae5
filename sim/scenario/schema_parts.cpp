// SPDX-License-Identifier: MIT
#include "scenario/schema_parts.hpp"

#include <cmath>

#include "scenario/facts_reader.hpp"
#include "scenario/load.hpp"

namespace park {
namespace {

Schema number_json(double value) {
  const bool is_whole = value == std::trunc(value) && std::abs(value) < 1e16;
  return is_whole ? Schema(static_cast<std::int64_t>(value)) : Schema(value);
}

}  // namespace

Schema schema_head(std::string_view kind, std::string_view zh, std::string_view en) {
  Schema schema = Schema::object();
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["$id"] = "urn:parksim:" + std::string(kind) + ":1";
  return described_as(std::move(schema), zh, en);
}

Schema described_as(Schema schema, std::string_view zh, std::string_view en) {
  schema["description"] = std::string(zh) + " / " + std::string(en);
  return schema;
}

Schema number_schema(double min, double max, bool is_whole) {
  Schema schema = Schema::object();
  schema["type"] = is_whole ? "integer" : "number";
  schema["minimum"] = number_json(min);
  schema["maximum"] = number_json(max);
  return schema;
}

Schema text_schema(std::size_t min_length, std::size_t max_length) {
  Schema schema = Schema::object();
  schema["type"] = "string";
  if (min_length > 0) schema["minLength"] = min_length;
  schema["maxLength"] = max_length;
  schema["pattern"] = R"(^[^\u0000-\u0008\u000b-\u001f\u007f]*$)";
  return schema;
}

Schema any_of(std::vector<Schema> alternatives) {
  Schema schema = Schema::object();
  schema["anyOf"] = Schema::array();
  for (Schema& alternative : alternatives) schema["anyOf"].push_back(std::move(alternative));
  return schema;
}

Schema nullable(Schema schema) { return any_of({std::move(schema), Schema{{"type", "null"}}}); }

Schema key_schema(std::span<const std::string_view> keys) {
  Schema schema = Schema::object();
  schema["type"] = "string";
  schema["enum"] = Schema::array();
  for (const std::string_view key : keys) schema["enum"].push_back(std::string(key));
  return schema;
}

Schema object_schema(std::vector<SchemaMember> members, Schema schema) {
  Schema properties = Schema::object();
  Schema required = Schema::array();
  for (SchemaMember& member : members) {
    if (member.is_required) required.push_back(member.key);
    properties[member.key] = std::move(member.schema);
  }
  schema["type"] = "object";
  schema["properties"] = std::move(properties);
  if (!required.empty()) schema["required"] = std::move(required);
  schema["additionalProperties"] = false;
  return schema;
}

Schema fact_schema(double min, double max, bool is_whole) {
  return object_schema({{"value", number_schema(min, max, is_whole), true},
                        {"low", number_schema(min, max), true},
                        {"high", number_schema(min, max), true},
                        {"unit", text_schema(1, max_label_characters), true},
                        {"source", text_schema(1, max_source_characters), true},
                        {"status", key_schema(status_keys()), true}});
}

std::string json_schema(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, Schema (*)()>, 10> kinds = {
      {{"scenario", &scenario_schema},
       {"map", &map_schema},
       {"targets", &targets_schema},
       {"chain", &chain_schema},
       {"clauses", &clauses_schema},
       {"places", &places_schema},
       {"calibration", &calibration_schema},
       {"study", &study_schema},
       {"search", &search_schema},
       {"storyboard", &storyboard_schema}}};
  for (const auto& [name, make] : kinds) {
    if (name == kind) return make().dump(2) + "\n";
  }
  return {};
}

}  // namespace park
