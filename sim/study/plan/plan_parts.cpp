// SPDX-License-Identifier: MIT
#include "study/plan/plan_parts.hpp"

#include <nlohmann/json.hpp>
#include <set>

#include "core/calendar.hpp"
#include "scenario/load.hpp"
#include "scenario/scenario_draft.hpp"
#include "study/plan/outcome_reader.hpp"

namespace park::study {

using nlohmann::json;

void read_plan_words(FieldReader& reader, StudyOutline& outline) {
  if (const auto name = reader.text("name", max_name_characters)) {
    const bool is_name = !name->empty() && name->find_first_of("/\\\n\t") == std::string::npos;
    if (is_name) outline.name = *name;
    if (!is_name) {
      reader.faults().add(reader.pointer_of("name"), "a name without slashes and line breaks",
                          "text \"" + shown(*name) + "\"");
    }
  }
  const TwoLanguages labels = read_two_languages(reader, "labels", max_name_characters);
  const TwoLanguages about = read_two_languages(reader, "about", max_about_characters);
  outline.label_zh = labels.zh.value_or(outline.name);
  outline.label_en = labels.en.value_or(outline.name);
  outline.about_zh = about.zh.value_or("");
  outline.about_en = about.en.value_or("");
}

std::shared_ptr<const Scenario> read_plan_scenario(const json& value, const std::string& pointer,
                                                   const std::filesystem::path& folder,
                                                   std::optional<double> months, Problems& problems,
                                                   FaultList& faults) {
  const auto file = read_text(value, pointer, faults, max_path_characters);
  if (!file) return nullptr;
  Checked<Scenario> loaded = load_scenario((folder / *file).lexically_normal());
  if (!loaded.ok()) {
    append(problems, loaded.problems());
    return nullptr;
  }
  Scenario scenario = std::move(loaded).value();
  if (months) scenario.months = static_cast<int>(*months);
  const YearMonth last{last_festival_year, 12};
  const YearMonth end = plus_months(scenario.start, scenario.months);
  if (end > last) faults.add(pointer, "a last month of at most " + to_string(last), to_string(end));
  return std::make_shared<const Scenario>(std::move(scenario));
}

void read_plan_outcomes(FieldReader& reader, std::span<const IndicatorColumn> columns,
                        StudyOutline& outline) {
  const json* member = reader.require("outcomes");
  if (member == nullptr) return;
  FaultList& faults = reader.faults();
  const json& list = reader.list("outcomes");
  const std::string pointer = reader.pointer_of("outcomes");
  if (member->is_array() && (list.empty() || list.size() > max_outcomes)) {
    faults.add(pointer, "1 to " + std::to_string(max_outcomes) + " outcomes", std::to_string(list.size()));
    return;
  }
  if (columns.empty()) return;
  std::set<std::string> taken(reserved_columns().begin(), reserved_columns().end());
  for (const StudyFactor& factor : outline.factors) taken.insert(folded(factor.key));
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string place = pointer_to(pointer, i);
    auto outcome = read_outcome(list[i], place, faults, columns, outline.start, outline.months);
    if (!outcome) continue;
    if (!taken.insert(folded(outcome->name)).second) {
      faults.add(place, "a name that is no factor, no other outcome and none of the results' columns",
                 "\"" + shown(outcome->name) + "\"");
    }
    outline.outcomes.push_back(std::move(*outcome));
  }
}

}  // namespace park::study
