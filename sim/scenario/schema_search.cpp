// SPDX-License-Identifier: MIT
#include "scenario/scenario.hpp"
#include "scenario/scenario_draft.hpp"
#include "scenario/schema_plan.hpp"

namespace park {
namespace {

constexpr std::size_t most_factors = 200;
constexpr double largest_count = 10000;

Schema constant(const char* text) { return Schema{{"const", text}}; }

/// `"mean"`, `"worst"`, `{"quantile": share}`.
std::vector<Schema> statistics() {
  return {constant("mean"), constant("worst"), object_schema({{"quantile", number_schema(0, 1), true}})};
}

Schema robust_schema(bool may_be_regret) {
  std::vector<Schema> kinds = statistics();
  if (may_be_regret) {
    kinds.push_back(constant("regret"));
    kinds.push_back(object_schema({{"regret", any_of(statistics()), true}}));
  }
  return described_as(any_of(std::move(kinds)), "各未来的值如何合成一个数；缺省为十个未来中九个不差于此",
                      "How the futures' values become one; default: nine futures in ten are no worse");
}

Schema objectives_schema() {
  const Schema direction = any_of({constant("maximise"), constant("minimise")});
  const Schema objective = object_schema({{"outcome", text_schema(1, max_path_characters), true},
                                          {"direction", direction, true},
                                          {"robust", robust_schema(true), false}});
  return described_as(list_schema(objective, 2, 6), "目标：结果指标、方向、对未来的稳健性",
                      "Outcomes by name, each with a direction; cost_in_all and cost_dearest_year too");
}

Schema constraints_schema() {
  const Schema bound = number_schema(-max_stated_number, max_stated_number);
  const auto with = [&](std::vector<SchemaMember> bounds) {
    bounds.push_back({"outcome", text_schema(1, max_path_characters), true});
    bounds.push_back({"robust", robust_schema(false), false});
    return object_schema(std::move(bounds));
  };
  const Schema constraint = any_of({with({{"at_most", bound, true}}), with({{"at_least", bound, true}}),
                                    with({{"at_most", bound, true}, {"at_least", bound, true}})});
  return described_as(list_schema(constraint, 0, 100), "约束：指标的上限或下限（目录单位）",
                      "Bounds on outcomes, in the catalogue's units");
}

Schema budget_schema() {
  const Schema yuan = number_schema(0, max_stated_number);
  return described_as(
      any_of({yuan, object_schema({{"yuan", yuan, true}, {"robust", robust_schema(false), false}})}),
      "每年政策支出的上限（元），按支出最高的一年计",
      "Most the policies may cost in their dearest year, yuan");
}

Schema futures_schema() {
  const Schema count = number_schema(2, largest_count, true);
  const auto is_assumption = [](ParameterGroup group) { return group != ParameterGroup::Lever; };
  return described_as(
      object_schema(
          {{"n", count, true},
           {"fresh", count, false},
           {"factors", list_schema(factor_schema(factor_keys(is_assumption, false), true), 1, most_factors),
            true}}),
      "未来：在多少个未来中比较（n），再用多少个新的未来复核（fresh），哪些假设如何变化",
      "In how many futures policies are compared, in how many others the chosen ones are measured, and what "
      "differs between futures");
}

Schema search_design_schema() {
  Schema population = number_schema(8, largest_count, true);
  population["multipleOf"] = 4;
  return object_schema({{"nsga2",
                         object_schema({{"population", std::move(population), false},
                                        {"generations", number_schema(1, largest_count, true), false},
                                        {"front", number_schema(2, largest_count, true), false},
                                        {"trim", number_schema(0, 1), false}}),
                         true}});
}

}  // namespace

Schema search_schema() {
  const auto is_lever = [](ParameterGroup group) { return group == ParameterGroup::Lever; };
  Schema head = schema_head("search", "搜索文件", "A search for the best policies under a yearly budget");
  head["$comment"] =
      "The loader also checks: the scenario can be read and holds; each factor is named once and values lie "
      "within the catalogue's range and rise; indicators are known and months lie within the run; names of "
      "outcomes differ from each other, from columns, from cost_in_all and cost_dearest_year; objectives and "
      "constraints name outcomes, each objective once; at_least <= at_most; at most 1e9 policies times "
      "futures.";
  return object_schema(
      {{"schema", constant("parksim/search/1"), true},
       {"name", plan_name_schema(), false},
       {"labels", languages_schema(max_name_characters), false},
       {"about", languages_schema(max_about_characters), false},
       {"scenarios",
        described_as(list_schema(text_schema(1, max_path_characters), 1, 1), "起始情景，相对本文件",
                     "The scenario that policies start from, relative to this file"),
        true},
       {"months", described_as(number_schema(1, max_months, true), "模拟月数", "Default: the scenario's"),
        false},
       {"factors",
        described_as(list_schema(factor_schema(factor_keys(is_lever, true), false), 1, most_factors),
                     "可动用的政策变量和条款及其范围",
                     "Levers and clauses that policies may set, with ranges"),
        true},
       {"outcomes", described_as(list_schema(outcome_schema(), 1, 500), "结果指标", "What is kept of a run"),
        true},
       {"objectives", objectives_schema(), true},
       {"constraints", constraints_schema(), false},
       {"budget_per_year", budget_schema(), false},
       {"futures", futures_schema(), true},
       {"design", search_design_schema(), false},
       {"replications",
        described_as(number_schema(1, 1000, true), "每个未来的运行次数，取均值",
                     "Runs of each future; their mean"),
        false},
       {"seed", number_schema(0, max_seed, true), false}},
      std::move(head));
}

}  // namespace park
