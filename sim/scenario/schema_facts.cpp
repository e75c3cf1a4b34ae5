// SPDX-License-Identifier: MIT
#include "policy/catalogue.hpp"
#include "scenario/facts_reader.hpp"
#include "scenario/schema_parts.hpp"

namespace park {
namespace {

Schema constant(std::string_view text) {
  Schema schema = Schema::object();
  schema["const"] = std::string(text);
  return schema;
}

Schema array_of(Schema items) {
  Schema schema = Schema::object();
  schema["type"] = "array";
  schema["items"] = std::move(items);
  return schema;
}

Schema array_of_exactly(std::size_t count, Schema items) {
  Schema schema = array_of(std::move(items));
  schema["minItems"] = count;
  schema["maxItems"] = count;
  return schema;
}

Schema activities_schema() {
  Schema list = array_of(key_schema(keys_of(activity_labels)));
  list["minItems"] = 1;
  return any_of({constant("all"), std::move(list)});
}

/// The largest amount depends on the form.
Schema amount_rules() {
  Schema rules = Schema::array();
  for (std::size_t i = 0; i < clause_form_keys().size(); ++i) {
    Schema rule = Schema::object();
    const std::string form(clause_form_keys()[i]);
    rule["if"] = {{"properties", {{"form", {{"const", form}}}}}};
    const double most = max_clause_amount(static_cast<ClauseForm>(i));
    rule["then"] = {{"properties", {{"amount", number_schema(0, most)}}}};
    rules.push_back(std::move(rule));
  }
  return rules;
}

Schema clause_schema() {
  std::vector<std::string_view> levers = {""};
  for (const ParameterRow& row : lever_rows()) levers.push_back(row.key);
  const Schema workers = nullable(number_schema(0, 1e9));
  Schema id = text_schema(1, 40);
  id["pattern"] = "^[a-z0-9_]+$";
  Schema leaders = Schema{{"type", "boolean"}};
  std::vector<SchemaMember> members = {
      {"id", described_as(id, "条款编号，强度键为 clause.编号", "Its intensity has the key clause.ID"), true},
      {"category",
       described_as(text_schema(1, max_label_characters), "类别键", "Key of one of the categories"), true},
      {"zh", text_schema(1, max_source_characters), true},
      {"en", text_schema(1, max_source_characters), true},
      {"activities", described_as(activities_schema(), "适用环节", "Who is eligible"), true},
      {"min_workers", described_as(workers, "用工下限", "Fewest workers"), false},
      {"max_workers", described_as(workers, "用工上限", "Most workers"), false},
      {"leaders_only", described_as(leaders, "仅限龙头企业", "Leading firms only"), false},
      {"contract", described_as(key_schema(clause_contract_keys()), "适用的用房方式", "Kind of contract"),
       false},
      {"form", described_as(key_schema(clause_form_keys()), "兑付方式", "How it pays"), true},
      {"amount",
       described_as(number_schema(0, max_clause_amount(ClauseForm::OneOff)), "金额，单位随兑付方式",
                    "In the unit of the form"),
       true},
      {"cap_yuan",
       described_as(nullable(number_schema(0, 1e12)), "封顶金额(元)，0 为不封顶",
                    "Most a firm gets, yuan; 0 is no cap"),
       false},
      {"duration_months", described_as(nullable(number_schema(0, 600)), "持续月数", "Months from production"),
       false},
      {"lever",
       described_as(nullable(key_schema(levers)), "所调节的政策变量", "Lever it scales instead of paying"),
       false},
      {"source", text_schema(1, max_source_characters), true},
      {"status", key_schema(status_keys()), true}};
  Schema schema = object_schema(std::move(members));
  schema["allOf"] = amount_rules();
  return schema;
}

}  // namespace

Schema chain_schema() {
  std::vector<SchemaMember> activities;
  for (const KeyLabel& label : activity_labels) {
    Schema traits = object_schema(fact_members(activity_fields(), true));
    activities.push_back({std::string(label.key), described_as(std::move(traits), label.zh, label.en), true});
  }
  Schema bought = object_schema({{"stage", key_schema(keys_of(stage_labels)), true},
                                 {"by", key_schema(keys_of(activity_labels)), true},
                                 {"share", fact_schema(0, 1), true}});
  Schema head =
      schema_head("chain", "产业链投入产出表", "The chain: what each activity needs, buys and sells");
  head["$comment"] =
      "The loader also checks: low <= value <= high; pool_share sums to 1; materials, energy, water and "
      "taxes at "
      "most 1 in all; each pair of stage and buyer once; what an activity buys at most its materials_share.";
  return object_schema(
      {{"schema", constant("parksim/chain/1"), true},
       {"activities", object_schema(std::move(activities)), true},
       {"bought", array_of(std::move(bought)), true},
       {"outside_demand", by_label_schema(stage_labels, fact_schema(0, max_outside_demand), true), true}},
      std::move(head));
}

Schema places_schema() {
  std::vector<SchemaMember> origins;
  for (const KeyLabel& label : region_labels) {
    Schema traits = object_schema(fact_members(origin_fields(), true));
    origins.push_back({std::string(label.key), described_as(std::move(traits), label.zh, label.en), true});
  }
  std::vector<SchemaMember> members = {{"key", text_schema(1, max_label_characters), true},
                                       {"zh", text_schema(1, max_label_characters), true},
                                       {"en", text_schema(1, max_label_characters), true},
                                       {"kind", key_schema(destination_kind_keys()), true}};
  for (SchemaMember& member : fact_members(destination_fields(), false)) members.push_back(std::move(member));
  members.push_back(
      {"known_factor",
       described_as(fact_schema(0, max_known_factor), "搜寻企业的知晓程度，乘该类地点的知晓比例，缺省为 1",
                    "Times the share of searching firms that know its kind; 1 if not stated"),
       false});
  members.push_back({"km_from", by_label_schema(region_labels, fact_schema(0, max_km), true), false});
  members.push_back({"workers", by_label_schema(stage_labels, fact_schema(0, max_people), false), false});
  Schema destinations = array_of(object_schema(std::move(members)));
  destinations["minItems"] = 2;
  destinations["maxItems"] = most_destinations;
  Schema head = schema_head("places", "来源地与竞争地", "Origins and destinations");
  head["$comment"] =
      "The loader also checks: low <= value <= high; pool_share sums to 1; the park comes first and once; "
      "keys are "
      "unique; every destination but the park states every number and km_from.";
  return object_schema({{"schema", constant("parksim/places/1"), true},
                        {"origins", object_schema(std::move(origins)), true},
                        {"destinations", std::move(destinations), true}},
                       std::move(head));
}

Schema clauses_schema() {
  Schema category = object_schema({{"key", text_schema(1, max_label_characters), true},
                                   {"zh", text_schema(1, max_label_characters), true},
                                   {"en", text_schema(1, max_label_characters), true}});
  Schema head = schema_head("clauses", "12 类 79 条优惠政策", "The 79 policy clauses in 12 categories");
  head["$comment"] =
      "The loader also checks: category keys and ids are unique; category names one of the categories; "
      "min_workers "
      "<= max_workers.";
  return object_schema({{"schema", constant("parksim/clauses/1"), true},
                        {"categories", array_of_exactly(clause_category_count, std::move(category)), true},
                        {"clauses", array_of_exactly(clause_count, clause_schema()), true}},
                       std::move(head));
}

}  // namespace park
