// SPDX-License-Identifier: MIT
#include "scenario/park_map_features.hpp"

#include <array>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <utility>

#include "scenario/field_reader.hpp"

namespace park {
namespace {

using nlohmann::json;

/// The dates of a parcel, in the order in which land goes through them (批、征、供、用).
constexpr std::array<std::pair<std::string_view, std::optional<YearMonth> ParcelShape::*>, 4> steps = {{
    {"approved", &ParcelShape::approved},
    {"expropriated", &ParcelShape::expropriated},
    {"supplied", &ParcelShape::supplied},
    {"used", &ParcelShape::used},
}};

/// How many of the steps a state has behind it. Idle land was supplied; it may have been used before.
struct StepsBehind {
  std::size_t fewest = 0;
  std::size_t most = 0;
};
StepsBehind steps_behind(LegalState state) {
  switch (state) {
    case LegalState::Approved:
      return {1, 1};
    case LegalState::Expropriated:
      return {2, 2};
    case LegalState::Supplied:
      return {3, 3};
    case LegalState::Used:
      return {4, 4};
    case LegalState::Idle:
      return {3, 4};
    default:
      return {0, 0};
  }
}

/// The member, or null if it is absent or the JSON null.
const json* given(FieldReader& reader, std::string_view key) {
  const json* member = reader.find(key);
  return member != nullptr && !member->is_null() ? member : nullptr;
}

void read_dates(FieldReader& properties, ParcelShape& parcel) {
  const json* member = given(properties, "dates");
  if (member == nullptr) return;
  FieldReader dates(*member, properties.pointer_of("dates"), properties.faults());
  for (const auto& [key, field] : steps) {
    const json* value = given(dates, key);
    if (value == nullptr || value->is_discarded()) continue;
    if (value->is_string()) parcel.*field = parse_year_month(value->get_ref<const std::string&>());
    if (!(parcel.*field)) dates.faults().add(dates.pointer_of(key), "a month YYYY-MM", described(*value));
  }
  dates.reject_unknown();
}

/// Every state needs the dates of the steps behind it and no later ones, none before the one it follows.
void check_dates(const ParcelShape& parcel, const std::string& pointer, const json& dates,
                 FaultList& faults) {
  const auto [fewest, most] = steps_behind(parcel.legal_state);
  const std::string state(legal_state_keys[static_cast<std::size_t>(parcel.legal_state)]);
  const YearMonth* before = nullptr;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& [key, field] = steps[i];
    const std::string place = pointer_to(pointer, key);
    const auto& date = parcel.*field;
    const bool is_written =
        dates.is_object() && dates.contains(std::string(key)) && !dates.at(std::string(key)).is_null();
    if (i < fewest && !is_written) faults.add(place, "a month YYYY-MM, the parcel being " + state, "nothing");
    if (i >= most && date) faults.add(place, "nothing, the parcel being " + state, to_string(*date));
    if (date && before != nullptr && *date < *before) {
      faults.add(place, "a month not before " + to_string(*before), to_string(*date));
    }
    if (date) before = &*date;
  }
}

void read_parcel(FieldReader& properties, ParcelShape& parcel) {
  FaultList& faults = properties.faults();
  if (given(properties, "farmland") != nullptr)
    parcel.is_farmland = properties.truth("farmland").value_or(false);
  if (given(properties, "reserve") != nullptr)
    parcel.in_reserve = properties.truth("reserve").value_or(false);
  if (const json* stage = given(properties, "reserved_for")) {
    std::vector<std::string_view> stages;
    stages.reserve(stage_labels.size());
    for (const KeyLabel& label : stage_labels) stages.push_back(label.key);
    const auto index = read_one_of(*stage, properties.pointer_of("reserved_for"), faults, stages);
    if (index) parcel.reserved_for = static_cast<Stage>(*index);
  }
  read_dates(properties, parcel);
  if (properties.require("legal_state") == nullptr) return;
  const auto state = properties.one_of("legal_state", {legal_state_keys.begin(), legal_state_keys.end()});
  if (!state) return;
  parcel.legal_state = static_cast<LegalState>(*state);
  const json* dates = given(properties, "dates");
  check_dates(parcel, properties.pointer_of("dates"), dates != nullptr ? *dates : json(), faults);
}

/// The id among the properties or, as some programs write it, beside them; there it may be a number.
std::string read_id(FieldReader& feature, FieldReader& properties) {
  const bool is_inside = given(properties, "id") != nullptr;
  FieldReader& holder = is_inside ? properties : feature;
  const json* value = given(holder, "id");
  if (value != nullptr && value->is_number_integer()) return value->dump();
  const std::string pointer = is_inside ? holder.pointer_of("id") : properties.pointer_of("id");
  if (value == nullptr || (value->is_string() && value->get_ref<const std::string&>().empty())) {
    properties.faults().add(pointer, "an id", value == nullptr ? "nothing" : "an empty text");
    return {};
  }
  return read_text(*value, pointer, properties.faults(), max_map_name_characters).value_or("");
}

ShapeKind shape_kind(FeatureKind kind) {
  if (kind == FeatureKind::Road) return ShapeKind::Line;
  return kind == FeatureKind::Parcel ? ShapeKind::OnePolygon : ShapeKind::Polygon;
}

}  // namespace

DrawnFeature read_feature(const json& value, const std::string& pointer, FaultList& faults) {
  DrawnFeature drawn{pointer, FeatureKind::Count, {}, {}};
  FieldReader feature(value, pointer, faults);
  if (!feature.is_object()) return drawn;
  if (feature.require("type") != nullptr) (void)feature.one_of("type", {"Feature"});
  const json* geometry = given(feature, "geometry");
  if (geometry == nullptr) faults.add(feature.pointer_of("geometry"), "a geometry", "nothing");
  const json* member = feature.require("properties");
  if (member == nullptr) return drawn;
  FieldReader properties(*member, feature.pointer_of("properties"), faults);
  if (!properties.is_object()) return drawn;

  drawn.parcel.id = read_id(feature, properties);
  if (const json* zone = given(properties, "zone")) {
    drawn.parcel.zone =
        read_text(*zone, properties.pointer_of("zone"), faults, max_map_name_characters).value_or("");
  }
  if (properties.require("kind") == nullptr) return drawn;
  const auto kind = properties.one_of("kind", {feature_kind_keys.begin(), feature_kind_keys.end()});
  if (!kind) return drawn;
  drawn.kind = static_cast<FeatureKind>(*kind);
  if (drawn.kind == FeatureKind::Parcel) read_parcel(properties, drawn.parcel);
  if (geometry != nullptr) {
    drawn.shapes = read_shapes(*geometry, feature.pointer_of("geometry"), shape_kind(drawn.kind), faults);
  }
  return drawn;
}

void check_ids(const std::vector<DrawnFeature>& drawn, FaultList& faults) {
  std::map<std::string_view, const DrawnFeature*> owners;
  for (const DrawnFeature& feature : drawn) {
    if (feature.parcel.id.empty()) continue;
    const auto [owner, is_new] = owners.emplace(feature.parcel.id, &feature);
    if (is_new) continue;
    faults.add(feature.pointer + "/properties/id", "an id of its own",
               "\"" + shown(feature.parcel.id) + "\", the id of " + owner->second->pointer);
  }
}

}  // namespace park
