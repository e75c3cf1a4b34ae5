// SPDX-License-Identifier: MIT
#include "scenario/places.hpp"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "scenario/facts_reader.hpp"
#include "scenario/json_reader.hpp"
#include "scenario/number_fields.hpp"

namespace park {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 4> place_kind_keys = {"park", "inland", "periphery", "overseas"};

void read_origins(const json& value, const std::string& pointer, FaultList& faults, Places& places) {
  FieldReader reader(value, pointer, faults);
  double pool = 0;
  for (std::size_t i = 0; i < region_count; ++i) {
    const std::string_view key = region_labels[i].key;
    const json* member = reader.require(key);
    if (member == nullptr) continue;
    FieldReader fields(*member, reader.pointer_of(key), faults);
    read_facts(fields, origin_fields(), true, places.origins[i]);
    fields.reject_unknown();
    pool += places.origins[i].pool_share;
  }
  reader.reject_unknown();
  if (std::abs(pool - 1) > share_tolerance) {
    faults.add(pointer, "pool_share that sums to 1 over the regions", number_text(pool));
  }
}

template <std::size_t Count>
void read_by_key(const json& value, const std::string& pointer, FaultList& faults,
                 const std::array<KeyLabel, Count>& labels, double max, bool is_required,
                 std::array<double, Count>& numbers) {
  FieldReader reader(value, pointer, faults);
  for (std::size_t i = 0; i < Count; ++i) {
    const std::string_view key = labels[i].key;
    const json* member = is_required ? reader.require(key) : reader.find(key);
    if (member == nullptr) continue;
    numbers[i] = read_fact(*member, reader.pointer_of(key), faults, 0, max).value_or(0);
  }
  reader.reject_unknown();
}

DestinationTraits read_destination(const json& value, const std::string& pointer, FaultList& faults) {
  FieldReader reader(value, pointer, faults);
  DestinationTraits place;
  place.key = require_text(reader, "key", max_label_characters);
  place.zh = require_text(reader, "zh", max_label_characters);
  place.en = require_text(reader, "en", max_label_characters);
  static_cast<void>(reader.require("kind"));
  const auto kind = reader.one_of("kind", {place_kind_keys.begin(), place_kind_keys.end()});
  place.kind = static_cast<DestinationKind>(kind.value_or(1));
  const bool is_elsewhere =
      place.kind != DestinationKind::Park;  // the park's own costs come from the district
  read_facts(reader, destination_fields(), is_elsewhere, place);
  if (const json* km = is_elsewhere ? reader.require("km_from") : reader.find("km_from")) {
    read_by_key(*km, reader.pointer_of("km_from"), faults, region_labels, max_km, true, place.km_from);
  }
  if (const json* known = reader.find("known_factor")) {
    place.known_factor =
        read_fact(*known, reader.pointer_of("known_factor"), faults, 0, max_known_factor).value_or(1);
  }
  if (const json* workers = reader.find("workers")) {
    read_by_key(*workers, reader.pointer_of("workers"), faults, stage_labels, max_people, false,
                place.workers);
  }
  reader.reject_unknown();
  return place;
}

void check_destinations(const std::string& pointer, FaultList& faults, const Places& places) {
  std::set<std::string> keys;
  for (std::size_t i = 0; i < places.destinations.size(); ++i) {
    const DestinationTraits& place = places.destinations[i];
    const std::string at = pointer_to(pointer, i);
    if (!keys.insert(place.key).second) {
      faults.add(pointer_to(at, "key"), "a key of its own", "\"" + shown(place.key) + "\" again");
    }
    const bool is_park = place.kind == DestinationKind::Park;
    if (is_park != (i == 0)) {
      faults.add(pointer_to(at, "kind"), i == 0 ? "park, which comes first" : "a place other than the park",
                 std::string(place_kind_keys[static_cast<std::size_t>(place.kind)]));
    }
  }
  const std::size_t count = places.destinations.size();
  if (count < 2 || count > most_destinations) {
    faults.add(pointer,
               "the park and at least one rival, at most " + std::to_string(most_destinations) + " places",
               std::to_string(count));
  }
}

}  // namespace

std::span<const std::string_view> destination_kind_keys() { return place_kind_keys; }

Checked<Places> load_places(std::string_view bytes, std::string_view name) {
  Problems problems;
  FaultList faults(std::string(name), problems);
  Places places;
  if (const auto document = read_json(bytes, faults)) {
    FieldReader reader(*document, "", faults);
    check_schema_name(reader, "parksim/places/1", true);
    if (const json* origins = reader.require("origins")) {
      read_origins(*origins, reader.pointer_of("origins"), faults, places);
    }
    if (reader.require("destinations") != nullptr) {
      const std::string pointer = reader.pointer_of("destinations");
      const json& list = reader.list("destinations");
      for (std::size_t i = 0; i < list.size(); ++i) {
        places.destinations.push_back(read_destination(list[i], pointer_to(pointer, i), faults));
      }
      check_destinations(pointer, faults, places);
    }
    reader.reject_unknown();
  }
  if (!problems.empty()) return problems;
  return places;
}

}  // namespace park
