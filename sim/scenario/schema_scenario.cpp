// SPDX-License-Identifier: MIT
#include "core/calendar.hpp"
#include "policy/catalogue.hpp"
#include "scenario/facts_reader.hpp"
#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"
#include "scenario/scenario_draft.hpp"
#include "scenario/schema_parts.hpp"

namespace park {
namespace {

/// Any month of the calendar that a date may name.
constexpr const char* month_pattern = "^(19|2[0-9])[0-9]{2}-(0[1-9]|1[0-2])$";
/// 2021 to 2080.
constexpr const char* start_pattern = "^20(2[1-9]|[3-7][0-9]|80)-(0[1-9]|1[0-2])$";
static_assert(first_start_year == 2021 && last_festival_year == 2080, "start_pattern says the same");

Schema value_schema(const ParameterRow& row) {
  switch (row.kind) {
    case ValueKind::Switch:
      return any_of({Schema{{"type", "boolean"}}, Schema{{"enum", {0, 1}}}});
    case ValueKind::Choice: {
      std::vector<std::string_view> keys;
      for (const Choice& choice : row.choices) keys.push_back(choice.key);
      return any_of({key_schema(keys), number_schema(row.min, row.max, true)});
    }
    case ValueKind::Integer:
      return number_schema(row.min, row.max, true);
    case ValueKind::Real:
      break;
  }
  return number_schema(row.min, row.max);
}

Schema row_schema(const ParameterRow& row) {
  Schema schema = Schema::object();
  schema["title"] = std::string(row.zh) + " / " + std::string(row.en) + " (" + std::string(row.unit) + ")";
  schema["description"] = std::string(row.effect_zh) + " / " + std::string(row.effect_en);
  schema["default"] = Schema(value_json({&row, 0}, row.default_value()));
  schema.update(value_schema(row));
  return schema;
}

Schema rows_schema(std::span<const ParameterRow> rows, std::string_view zh, std::string_view en) {
  std::vector<SchemaMember> members;
  for (const ParameterRow& row : rows) members.push_back({std::string(row.key), row_schema(row), false});
  return described_as(object_schema(std::move(members)), zh, en);
}

Schema clause_values_schema(const ClauseCatalogue& clauses) {
  std::vector<SchemaMember> members;
  for (const PolicyClause& clause : clauses.clauses) {
    Schema intensity = described_as(number_schema(0, max_clause_value), clause.zh, clause.en);
    intensity["default"] = 1;
    members.push_back({clause.id, std::move(intensity), false});
  }
  return described_as(object_schema(std::move(members)), "各条款力度，0 至 2", "Intensity of each clause");
}

Schema reference_to(const std::string& path) { return Schema{{"$ref", "#/properties/" + path}}; }

Schema at_schema() {
  Schema month = Schema{{"type", "string"}, {"pattern", month_pattern}};
  return described_as(any_of({std::move(month), number_schema(0, max_months, true)}),
                      "生效月份：YYYY-MM 或自开始起的整月数",
                      "Acts after: YYYY-MM or whole months from the start");
}

/// A list of changes over time; `length_key` is a ramp or the length of a shock.
Schema changes_schema(std::vector<SchemaMember> keys, const std::string& length_key,
                      std::string_view length_zh, std::string_view length_en) {
  Schema set = object_schema(std::move(keys));
  set["minProperties"] = 1;
  Schema length = described_as(number_schema(0, max_months, true), length_zh, length_en);
  Schema schema = Schema::object();
  schema["type"] = "array";
  schema["items"] =
      object_schema({{"at", at_schema(), true}, {"set", std::move(set), true}, {length_key, length, false}});
  return schema;
}

Schema policy_schema(const ClauseCatalogue& clauses) {
  std::vector<SchemaMember> keys;
  for (const ParameterRow& row : lever_rows()) {
    keys.push_back({std::string(row.key), reference_to("levers/properties/" + std::string(row.key)), false});
  }
  for (const PolicyClause& clause : clauses.clauses) {
    keys.push_back({"clause." + clause.id, reference_to("clauses/properties/" + clause.id), false});
  }
  Schema schema =
      changes_schema(std::move(keys), "ramp_months", "逐月线性过渡的月数", "Months of a linear ramp");
  return described_as(
      std::move(schema), "政策时间表。子场景写出本列表时，整体替换父场景的列表。",
      "The policy timeline. A scenario that states it replaces the whole list of what it extends.");
}

Schema shocks_schema() {
  std::vector<SchemaMember> keys;
  for (const ParameterRow& row : uncertainty_rows()) {
    keys.push_back(
        {std::string(row.key), reference_to("uncertainties/properties/" + std::string(row.key)), false});
  }
  Schema schema =
      changes_schema(std::move(keys), "months", "持续月数，0 为此后一直有效", "How long; 0 is for good");
  return described_as(std::move(schema),
                      "外部冲击，只改不确定因素。子场景写出本列表时，整体替换父场景的列表。",
                      "Shocks set uncertainties only. A scenario that states them replaces the whole list.");
}

Schema district_schema() {
  const Schema firms = number_schema(0, max_firms_per_stage, true);
  const Schema people = number_schema(0, max_people, true);
  const BaseDistrict defaults;
  std::vector<SchemaMember> members = {
      {"firms",
       described_as(by_label_schema(stage_labels, firms, false), "园区外现有企业数", "Existing firms"),
       false},
      {"workers", described_as(by_label_schema(stage_labels, people, false), "现有企业用工", "Their workers"),
       false},
      {"away",
       described_as(by_label_schema(region_labels, people, false), "在各来源地务工人数",
                    "People of the district who work in each region"),
       false}};
  for (const auto& field : base_district_fields()) {
    Schema number = number_schema(field.min, field.max, field.is_whole);
    number["title"] = std::string(field.unit);
    number["default"] = Schema(value_json({}, defaults.*field.member));
    members.push_back({std::string(field.key), described_as(std::move(number), field.zh, field.en), false});
  }
  return described_as(object_schema(std::move(members)), "期初存量", "Opening stocks of the district");
}

Schema languages_schema(std::size_t max_characters, std::string_view zh, std::string_view en) {
  const Schema text = text_schema(0, max_characters);
  return described_as(object_schema({{"zh", text, false}, {"en", text, false}}), zh, en);
}

std::vector<SchemaMember> plain_members() {
  Schema name = text_schema(1, max_name_characters);
  name["pattern"] = R"(^[^\u0000-\u001f\u007f/\\]+$)";
  const Schema path = text_schema(1, max_path_characters);
  Schema start = Schema{{"type", "string"}, {"pattern", start_pattern}};
  return {
      {"schema", Schema{{"const", "parksim/scenario/1"}}},
      {"extends",
       described_as(path, "父场景文件，相对本文件；本文件只写差异",
                    "A file to start from, relative to this one, which then states only the difference")},
      {"name", described_as(std::move(name), "名称，缺省为文件名；不从父场景继承",
                            "Default: the file's name; not taken from what is extended")},
      {"labels", languages_schema(max_name_characters, "显示名称，缺省为名称；不继承",
                                  "Default: the name; not inherited")},
      {"about", languages_schema(max_about_characters, "说明；不继承", "What it is about; not inherited")},
      {"start", described_as(std::move(start), "开始月份", "The first month")},
      {"months", described_as(number_schema(1, max_months, true), "模拟月数", "Months simulated")},
      {"seed", described_as(number_schema(0, max_seed, true), "随机种子", "Seed of the first replication")},
      {"base_district", district_schema()},
      {"map", described_as(path, "园区地图，相对本文件", "The park's map, relative to this file")},
      {"targets", described_as(path, "N 清单，相对本文件", "The list of named firms, relative to this file")},
      {"places", described_as(path, "来源地与竞争地，相对本文件；缺省为随附的",
                              "Origins and rival places, relative to this file; default: those shipped")}};
}

}  // namespace

Schema scenario_schema() {
  Checked<std::shared_ptr<const Facts>> facts = load_facts(shipped_data_folder());
  if (!facts.ok()) throw WorldError("the shipped facts are at fault: " + to_string(facts.problems().front()));
  const ClauseCatalogue& clauses = facts.value()->clauses;
  std::vector<SchemaMember> members = plain_members();
  members.push_back({"levers", rows_schema(lever_rows(), "政策变量", "Levers at the start")});
  members.push_back({"clauses", clause_values_schema(clauses)});
  members.push_back({"policy", policy_schema(clauses)});
  members.push_back({"uncertainties", rows_schema(uncertainty_rows(), "不确定因素", "What the world sets")});
  members.push_back(
      {"structural", rows_schema(structural_rows(), "结构参数", "What the model's authors chose")});
  members.push_back({"shocks", shocks_schema()});
  Schema head = schema_head("scenario", "情景文件", "A scenario");
  head["$comment"] =
      "The loader also checks: extends names a readable file, at most 16 in a chain and no circle; map and "
      "targets "
      "can be read and hold; the last month is at most 2080-12; each `at` lies within start and start + 600 "
      "months; "
      "each key once a month; no ramp on a switch or a choice; workers only where there are firms, at least "
      "one for "
      "each; workers and seekers at most the labour force; loads at most the capacities; keys of objects "
      "once.";
  return object_schema(std::move(members), std::move(head));
}

}  // namespace park
