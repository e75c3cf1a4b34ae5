// SPDX-License-Identifier: MIT
#include <array>

#include "policy/catalogue.hpp"
#include "scenario/facts_reader.hpp"
#include "scenario/load.hpp"
#include "scenario/scenario_draft.hpp"
#include "scenario/schema_plan.hpp"

namespace park {
namespace {

constexpr std::size_t max_outcome_characters = 100;

/// `{"NAME": schema}` and nothing else.
Schema only(std::string name, Schema schema) {
  return object_schema({{std::move(name), std::move(schema), true}});
}

/// Of what is drawn, or of what is chosen: that has no mean and no mode.
Schema distribution_schema(bool is_drawn) {
  const Schema number = number_schema(-max_stated_number, max_stated_number);
  const Schema value = any_of({number, text_schema(1, max_name_characters), Schema{{"type", "boolean"}}});
  const Schema weight = number_schema(1e-9, 1e9);
  Schema pair = Schema{{"type", "array"}, {"minItems", 2}, {"maxItems", 2}};
  pair["prefixItems"] = Schema::array({value, weight});
  pair["items"] = false;
  const Schema ends = list_schema(value, 2, 2);
  std::vector<Schema> kinds = {only("uniform", ends), only("integer", ends), only("log_uniform", ends),
                               only("choice", list_schema(value, 1, 1000)),
                               only("discrete", list_schema(pair, 1, 1000))};
  if (is_drawn) {
    kinds.push_back(only("triangular", list_schema(value, 3, 3)));
    kinds.push_back(only("normal", any_of({list_schema(value, 2, 2), list_schema(value, 4, 4)})));
  }
  return any_of(std::move(kinds));
}

Schema design_schema() {
  const Schema levels = number_schema(2, 1000, true);
  const Schema count = number_schema(2, 1e9, true);
  Schema even = levels;
  even["multipleOf"] = 2;
  return described_as(
      any_of({only("one_at_a_time", object_schema({{"levels", levels, false}})),
              only("full_factorial", object_schema({{"levels", levels, false}})),
              only("latin_hypercube", object_schema({{"n", count, true}})),
              only("morris", object_schema({{"trajectories", count, true}, {"levels", even, false}})),
              only("sobol", object_schema({{"n", count, true}})),
              only("clause_screening", object_schema({}))}),
      "设计：单因素、全因子、拉丁超立方、Morris、Sobol、条款筛选", "Which points are run");
}

Schema replications_schema() {
  const Schema count = number_schema(2, 100000, true);
  return described_as(
      any_of({number_schema(1, 100000, true),
              object_schema({{"outcome", text_schema(0, max_path_characters), true},
                             {"half_width", number_schema(1e-12, max_stated_number), true},
                             {"min", count, false},
                             {"max", count, false}})}),
      "每点重复次数；或按配对差异的区间半宽自适应",
      "Runs of each point; or as many as bring half the interval of the paired difference to half_width");
}

}  // namespace

Schema list_schema(Schema items, std::size_t least, std::size_t most) {
  Schema schema = Schema{{"type", "array"}, {"minItems", least}, {"maxItems", most}};
  schema["items"] = std::move(items);
  return schema;
}

std::vector<std::string> factor_keys(bool (*is_wanted)(ParameterGroup), bool has_clauses) {
  Checked<std::shared_ptr<const Facts>> facts = load_facts(shipped_data_folder());
  if (!facts.ok()) throw WorldError("the shipped facts are at fault: " + to_string(facts.problems().front()));
  std::vector<std::string> keys;
  for (const auto rows : std::array{lever_rows(), uncertainty_rows(), structural_rows()}) {
    for (const ParameterRow& row : rows) {
      if (is_wanted(row.group())) keys.emplace_back(row.key);
    }
  }
  if (!has_clauses) return keys;
  for (const PolicyClause& clause : facts.value()->clauses.clauses) keys.push_back("clause." + clause.id);
  return keys;
}

Schema factor_schema(const std::vector<std::string>& keys, bool is_drawn) {
  const std::vector<std::string_view> views(keys.begin(), keys.end());
  const Schema key = key_schema(views);
  return any_of(
      {key, object_schema({{"key", key, true}, {"distribution", distribution_schema(is_drawn), false}})});
}

Schema outcome_schema() {
  const Schema month = number_schema(0, max_months, true);
  const Schema range = list_schema(month, 2, 2);
  const Schema whole_or_range = any_of({Schema{{"const", true}}, range});
  const Schema name = text_schema(1, max_outcome_characters);
  const auto with = [&](const char* key, const Schema& value) {
    return object_schema({{"name", name, false}, {"indicator", name, true}, {key, value, true}});
  };
  return any_of({name, object_schema({{"name", name, false}, {"indicator", name, true}}),
                 with("at", any_of({month, name})), with("mean", range), with("sum", range),
                 with("trough", whole_or_range), with("peak_month", whole_or_range),
                 with("peak_year", whole_or_range)});
}

Schema languages_schema(std::size_t max_characters) {
  const Schema text = text_schema(0, max_characters);
  return object_schema({{"zh", text, false}, {"en", text, false}});
}

Schema plan_name_schema() {
  Schema name = text_schema(1, max_name_characters);
  name["pattern"] = "^[^\\u0000-\\u001f\\u007f/\\\\]+$";
  return described_as(std::move(name), "名称，缺省为文件名", "Default: the file's name");
}

Schema study_schema() {
  std::vector<std::string> keys = factor_keys([](ParameterGroup) { return true; }, true);
  keys.insert(keys.begin(), "seed");
  Schema head = schema_head("study", "研究文件", "A study: which runs are made and what is kept of them");
  head["$comment"] =
      "The loader also checks: scenarios can be read, hold and have the same start and months; factors are "
      "there "
      "(unless clauses are screened) and each is named once; values lie within the catalogue's range and "
      "rise; "
      "indicators are known and months lie within the run; names of outcomes differ from each other and from "
      "columns; one replication where the seed is a factor; at most 1e9 design points.";
  return object_schema(
      {{"schema", Schema{{"const", "parksim/study/1"}}, true},
       {"name", plan_name_schema(), false},
       {"labels", languages_schema(max_name_characters), false},
       {"about", languages_schema(max_about_characters), false},
       {"scenarios",
        described_as(list_schema(text_schema(1, max_path_characters), 1, 50), "情景文件，相对本文件",
                     "Scenario files, relative to this one; the first is the reference"),
        true},
       {"months", described_as(number_schema(1, max_months, true), "模拟月数", "Default: the scenarios'"),
        false},
       {"factors",
        described_as(list_schema(factor_schema(keys, true), 1, 1000),
                     "因素：政策变量、条款、不确定因素、结构参数、种子",
                     "What varies; without a distribution the catalogue's whole range, equally likely"),
        false},
       {"design", design_schema(), true},
       {"outcomes", described_as(list_schema(outcome_schema(), 1, 500), "结果指标", "What is kept of a run"),
        true},
       {"replications", replications_schema(), false},
       {"seed", number_schema(0, max_seed, true), false}},
      std::move(head));
}

}  // namespace park
