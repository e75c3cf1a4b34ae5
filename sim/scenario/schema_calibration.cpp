// SPDX-License-Identifier: MIT
#include "policy/catalogue.hpp"
#include "scenario/schema_parts.hpp"

namespace park {
namespace {

constexpr std::size_t max_text = 4096;

/// Parameters that may be fitted: assumed ones, and no levers.
std::vector<std::string_view> assumed_keys() {
  std::vector<std::string_view> keys;
  for (const auto rows : {uncertainty_rows(), structural_rows()}) {
    for (const ParameterRow& row : rows) {
      if (may_be_fitted(row.status)) keys.push_back(row.key);
    }
  }
  return keys;
}

Schema list_of(Schema items) {
  Schema schema = Schema{{"type", "array"}, {"minItems", 1}};
  schema["items"] = std::move(items);
  return schema;
}

Schema target_schema() {
  const Schema text = text_schema(1, max_text);
  const Schema number = number_schema(-max_stated_number, max_stated_number);
  const SchemaMember weight = {"weight", number_schema(1e-6, 1e6), false};
  return any_of(
      {object_schema({{"pattern", text, true}, weight}),
       object_schema({{"outcome", text, true}, {"low", number, true}, {"high", number, true}, weight}),
       object_schema({{"observed", text, true}, {"tolerance", number_schema(1e-6, 10), false}, weight})});
}

}  // namespace

Schema calibration_schema() {
  const Schema key = key_schema(assumed_keys());
  const Schema number = number_schema(-max_stated_number, max_stated_number);
  const Schema ranged = object_schema({{"key", key, true}, {"min", number, false}, {"max", number, false}});
  Schema head = schema_head("calibration", "校准目标", "What to fit, to what");
  head["$comment"] =
      "The loader also checks: low < high, min < max within the catalogue's range, each parameter once, "
      "patterns and indicators that are known, and that the files named can be read and hold.";
  return object_schema(
      {{"schema", Schema{{"const", "parksim/calibration/1"}}, true},
       {"scenario",
        described_as(text_schema(1, max_text), "情景文件，相对本文件", "Scenario, relative to this file"),
        true},
       {"parameters", list_of(any_of({key, ranged})), true},
       {"targets", list_of(target_schema()), true},
       {"replications", number_schema(1, 100000, true), false},
       {"seed", number_schema(0, 9007199254740991.0, true), false},
       {"evaluations", number_schema(1, 1000000, true), false}},
      std::move(head));
}

}  // namespace park
