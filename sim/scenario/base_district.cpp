// SPDX-License-Identifier: MIT
#include "scenario/base_district.hpp"

#include <nlohmann/json.hpp>
#include <numeric>

#include "scenario/facts_reader.hpp"
#include "scenario/number_fields.hpp"
#include "scenario/scenario_draft.hpp"

namespace park {
namespace {

using nlohmann::json;

constexpr const char* root = "/base_district";

template <std::size_t Count>
void read_whole_numbers(ScenarioDraft& draft, FieldReader& parent, std::string_view name,
                        const std::array<KeyLabel, Count>& labels, double max,
                        std::array<double, Count>& numbers) {
  const json* member = parent.find(name);
  if (member == nullptr) return;
  FieldReader reader(*member, parent.pointer_of(name), parent.faults());
  for (std::size_t i = 0; i < Count; ++i) {
    const auto value = reader.number(labels[i].key, 0, max, true);
    if (!value) continue;
    numbers[i] = *value;
    draft.stated_in[reader.pointer_of(labels[i].key)] = parent.faults().file();
  }
  reader.reject_unknown();
}

/// Reports a contradiction at `pointer`, in the file that stated it last.
void report(const ScenarioDraft& draft, const std::string& fallback_file, Problems& problems,
            const std::string& pointer, const std::string& expected, double got) {
  const auto stated = draft.stated_in.find(pointer);
  FaultList faults(stated == draft.stated_in.end() ? fallback_file : stated->second, problems);
  faults.add(pointer, expected, number_text(got));
}

void check_workers(const ScenarioDraft& draft, const std::string& fallback_file, Problems& problems) {
  const BaseDistrict& district = draft.scenario.base_district;
  for (std::size_t i = 0; i < stage_count; ++i) {
    const double firms = district.firms[i];
    const double workers = district.workers[i];
    const std::string pointer = std::string(root) + "/workers/" + std::string(stage_labels[i].key);
    if (firms == 0 && workers > 0) {
      report(draft, fallback_file, problems, pointer, "0, as there are no firms", workers);
    } else if (workers < firms) {
      report(draft, fallback_file, problems, pointer,
             "at least one worker for each of " + number_text(firms) + " firms", workers);
    }
  }
  const double people = std::accumulate(district.workers.begin(), district.workers.end(), 0.0) +
                        district.seekers_unskilled + district.seekers_skilled;
  if (people > district.labour_force) {
    report(draft, fallback_file, problems, std::string(root) + "/labour_force",
           "at least workers and seekers together, " + number_text(people), district.labour_force);
  }
}

}  // namespace

void read_base_district(ScenarioDraft& draft, const json& value, const std::string& pointer,
                        FaultList& faults) {
  BaseDistrict& district = draft.scenario.base_district;
  FieldReader reader(value, pointer, faults);
  read_whole_numbers(draft, reader, "firms", stage_labels, max_firms_per_stage, district.firms);
  read_whole_numbers(draft, reader, "workers", stage_labels, max_people, district.workers);
  read_whole_numbers(draft, reader, "away", region_labels, max_people, district.away);
  for (const NumberField<BaseDistrict>& field : base_district_fields()) {
    const auto number = reader.number(field.key, field.min, field.max, field.is_whole);
    if (!number) continue;
    district.*field.member = *number;
    draft.stated_in[reader.pointer_of(field.key)] = faults.file();
  }
  reader.reject_unknown();
}

void check_base_district(const ScenarioDraft& draft, const std::string& fallback_file, Problems& problems) {
  const BaseDistrict& district = draft.scenario.base_district;
  check_workers(draft, fallback_file, problems);
  if (district.wastewater_load_t_day > district.wastewater_capacity_t_day) {
    report(draft, fallback_file, problems, std::string(root) + "/wastewater_load_t_day",
           "at most the capacity of " + number_text(district.wastewater_capacity_t_day),
           district.wastewater_load_t_day);
  }
  if (district.plating_load_t_day > district.plating_capacity_t_day) {
    report(draft, fallback_file, problems, std::string(root) + "/plating_load_t_day",
           "at most the capacity of " + number_text(district.plating_capacity_t_day),
           district.plating_load_t_day);
  }
}

}  // namespace park
