// SPDX-License-Identifier: MIT
#include "scenario/scenario_draft.hpp"

#include <nlohmann/json.hpp>

#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"

namespace park {
namespace {

using nlohmann::json;

void read_parameters(FieldReader& parent, std::string_view name, std::span<const ParameterRow> rows,
                     Parameters& parameters) {
  const json* member = parent.find(name);
  if (member == nullptr) return;
  FieldReader reader(*member, parent.pointer_of(name), parent.faults());
  for (const ParameterRow& row : rows) {
    const json* stated = reader.find(row.key);
    if (stated == nullptr) continue;
    const auto value = read_value(*stated, {&row, 0}, reader.pointer_of(row.key), parent.faults());
    if (value) set(parameters, row, *value);
  }
  reader.reject_unknown();
}

void read_clause_values(FieldReader& parent, const ClauseCatalogue& clauses, Parameters& parameters) {
  const json* member = parent.find("clauses");
  if (member == nullptr) return;
  FieldReader reader(*member, parent.pointer_of("clauses"), parent.faults());
  for (std::size_t i = 0; i < clause_count; ++i) {
    const auto value = reader.number(clauses.clauses[i].id, 0, max_clause_value);
    if (value) parameters.clauses[i] = *value;
  }
  reader.reject_unknown();
}

/// A name becomes a column, a key and part of a file's name.
bool is_name(std::string_view text) {
  return !text.empty() && text.find_first_of("/\\\n\t") == std::string_view::npos;
}

void read_name(FieldReader& reader, bool is_last, Scenario& scenario) {
  const auto name = reader.text("name", max_name_characters);
  if (!name) return;
  if (!is_name(*name)) {
    reader.faults().add(reader.pointer_of("name"), "a name without slashes and line breaks",
                        "text \"" + shown(*name) + "\"");
  } else if (is_last) {
    scenario.name = *name;
  }
}

/// Counts in the last file only: a scenario must not carry the label of what it extends.
void read_words(FieldReader& parent, std::string_view name, std::size_t max_characters, bool is_last,
                std::string& zh, std::string& en) {
  const TwoLanguages texts = read_two_languages(parent, name, max_characters);
  if (is_last && texts.zh) zh = *texts.zh;
  if (is_last && texts.en) en = *texts.en;
}

void read_horizon(FieldReader& reader, ScenarioDraft& draft) {
  Scenario& scenario = draft.scenario;
  if (const auto text = reader.text("start", max_month_characters)) {
    const auto month = parse_year_month(*text);
    if (month && month->year >= first_start_year && month->year <= last_festival_year) {
      scenario.start = *month;
      draft.stated_in[reader.pointer_of("start")] = reader.faults().file();
    } else {
      reader.faults().add(reader.pointer_of("start"),
                          "a month YYYY-MM from " + to_string(YearMonth{first_start_year, 1}) + " to " +
                              to_string(YearMonth{last_festival_year, 12}),
                          "text \"" + shown(*text) + "\"");
    }
  }
  if (const auto months = reader.number("months", 1, max_months, true)) {
    scenario.months = static_cast<int>(*months);
    draft.stated_in[reader.pointer_of("months")] = reader.faults().file();
  }
  if (const auto seed = reader.number("seed", 0, max_seed, true))
    scenario.seed = static_cast<std::uint64_t>(*seed);
}

void read_reference(FieldReader& reader, std::string_view key, const std::filesystem::path& folder,
                    std::optional<Reference>& reference) {
  const auto path = reader.text(key, max_path_characters);
  if (!path) return;
  if (path->empty()) {
    reader.faults().add(reader.pointer_of(key), "the path of a file", "text \"\"");
    return;
  }
  reference = Reference{reader.faults().file(), reader.pointer_of(key), folder, *path};
}

void note_list(FieldReader& reader, std::string_view key, StatedList& list) {
  if (const json* member = reader.find(key)) list = {reader.faults().file(), member};
}

}  // namespace

void lay_over(ScenarioDraft& draft, const json& document, const std::string& file,
              const std::filesystem::path& folder, bool is_last, Problems& problems) {
  FaultList faults(file, problems);
  FieldReader reader(document, "", faults);
  Scenario& scenario = draft.scenario;
  check_schema_name(reader, "parksim/scenario/1", false);
  static_cast<void>(reader.text("extends", max_path_characters));
  read_name(reader, is_last, scenario);
  read_words(reader, "labels", max_name_characters, is_last, scenario.label_zh, scenario.label_en);
  read_words(reader, "about", max_about_characters, is_last, scenario.about_zh, scenario.about_en);
  read_horizon(reader, draft);
  if (const json* member = reader.find("base_district")) {
    read_base_district(draft, *member, reader.pointer_of("base_district"), faults);
  }
  read_reference(reader, "map", folder, draft.map);
  read_reference(reader, "targets", folder, draft.targets);
  read_reference(reader, "places", folder, draft.places);
  read_parameters(reader, "levers", lever_rows(), scenario.parameters);
  read_parameters(reader, "uncertainties", uncertainty_rows(), scenario.parameters);
  read_parameters(reader, "structural", structural_rows(), scenario.parameters);
  read_clause_values(reader, scenario.facts->clauses, scenario.parameters);
  note_list(reader, "policy", draft.policy);
  note_list(reader, "shocks", draft.shocks);
  reader.reject_unknown();
}

}  // namespace park
