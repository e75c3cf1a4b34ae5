// SPDX-License-Identifier: MIT
#include "scenario/chain.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "scenario/facts_reader.hpp"
#include "scenario/json_reader.hpp"
#include "scenario/number_fields.hpp"

namespace park {
namespace {

using nlohmann::json;

void read_activities(const json& value, const std::string& pointer, FaultList& faults, ChainTable& chain) {
  FieldReader reader(value, pointer, faults);
  double pool = 0;
  for (std::size_t i = 0; i < activity_count; ++i) {
    const std::string_view key = activity_labels[i].key;
    const json* member = reader.require(key);
    if (member == nullptr) continue;
    ActivityTraits& traits = chain.activities[i];
    FieldReader fields(*member, reader.pointer_of(key), faults);
    read_facts(fields, activity_fields(), true, traits);
    fields.reject_unknown();
    pool += traits.pool_share;
    const double spent =
        traits.materials_share + traits.energy_share + traits.water_effluent_share + traits.tax_share;
    if (spent > 1) {
      faults.add(fields.pointer(), "materials, energy, water and taxes of at most 1 in all",
                 number_text(spent));
    }
  }
  reader.reject_unknown();
  if (std::abs(pool - 1) > share_tolerance) {
    faults.add(pointer, "pool_share that sums to 1 over the activities", number_text(pool));
  }
}

void read_bought(const json& list, const std::string& pointer, FaultList& faults, ChainTable& chain) {
  std::set<std::pair<std::size_t, std::size_t>> seen;
  for (std::size_t i = 0; i < list.size(); ++i) {
    FieldReader reader(list[i], pointer_to(pointer, i), faults);
    for (const std::string_view key : {"stage", "by", "share"}) static_cast<void>(reader.require(key));
    const auto stage = reader.one_of("stage", keys_of(stage_labels));
    const auto by = reader.one_of("by", keys_of(activity_labels));
    const json* share = reader.find("share");
    const auto value =
        share == nullptr ? std::nullopt : read_fact(*share, reader.pointer_of("share"), faults, 0, 1);
    reader.reject_unknown();
    if (!stage || !by) continue;
    if (!seen.insert({*stage, *by}).second) {
      faults.add(reader.pointer(), "each pair of stage and buyer once", "the pair again");
    }
    chain.bought[*stage][*by] = value.value_or(0);
  }
}

/// What an activity buys along the chain is part of its materials.
void check_bought_sums(FaultList& faults, const ChainTable& chain) {
  for (std::size_t by = 0; by < activity_count; ++by) {
    double sum = 0;
    for (std::size_t stage = 0; stage < stage_count; ++stage) sum += chain.bought[stage][by];
    const double limit = chain.activities[by].materials_share;
    if (sum > limit + share_tolerance) {
      faults.add("/bought",
                 "shares bought by " + std::string(activity_labels[by].key) +
                     " of at most its materials_share " + number_text(limit) + " in all",
                 number_text(sum));
    }
  }
}

void read_outside_demand(const json& value, const std::string& pointer, FaultList& faults,
                         ChainTable& chain) {
  FieldReader reader(value, pointer, faults);
  for (std::size_t i = 0; i < stage_count; ++i) {
    const std::string_view key = stage_labels[i].key;
    const json* member = reader.require(key);
    if (member == nullptr) continue;
    const auto demand = read_fact(*member, reader.pointer_of(key), faults, 0, max_outside_demand);
    chain.outside_demand[i] = demand.value_or(0);
  }
  reader.reject_unknown();
}

}  // namespace

Checked<ChainTable> load_chain(std::string_view bytes, std::string_view name) {
  Problems problems;
  FaultList faults(std::string(name), problems);
  ChainTable chain;
  if (const auto document = read_json(bytes, faults)) {
    FieldReader reader(*document, "", faults);
    check_schema_name(reader, "parksim/chain/1", true);
    if (const json* member = reader.require("activities")) {
      read_activities(*member, reader.pointer_of("activities"), faults, chain);
    }
    if (reader.require("bought") != nullptr) {
      read_bought(reader.list("bought"), reader.pointer_of("bought"), faults, chain);
    }
    if (const json* member = reader.require("outside_demand")) {
      read_outside_demand(*member, reader.pointer_of("outside_demand"), faults, chain);
    }
    reader.reject_unknown();
    if (problems.empty()) check_bought_sums(faults, chain);
  }
  if (!problems.empty()) return problems;
  return chain;
}

}  // namespace park
