// SPDX-License-Identifier: MIT
#include "study/search/saved_policy.hpp"

#include <nlohmann/json.hpp>

#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"
#include "study/document_parts.hpp"

namespace park::study {

using nlohmann::ordered_json;

std::string policy_scenario(const Search& search, const Policy& policy, const PolicyLabels& labels,
                            const std::filesystem::path& target) {
  const auto folder = std::filesystem::absolute(target).parent_path().lexically_normal();
  const auto base = std::filesystem::absolute(search.scenario_file).lexically_normal();
  ordered_json document = {{"schema", "parksim/scenario/1"},
                           {"extends", base.lexically_relative(folder).generic_string()},
                           {"name", labels.name},
                           {"labels", {{"zh", labels.zh}, {"en", labels.en}}},
                           {"about", {{"zh", labels.about_zh}, {"en", labels.about_en}}}};
  document["months"] = search.outline.study.months;
  document["seed"] = search.outline.study.seed;
  const ClauseCatalogue& clauses = search.scenario->facts->clauses;
  for (std::size_t f = 0; f < policy.size(); ++f) {
    if (!is_changed(policy, f)) continue;
    const ParameterKey& key = search.parameters[f].parameter;
    const bool is_clause = key.row == nullptr;
    document[is_clause ? "clauses" : "levers"]
            [is_clause ? clauses.clauses[key.clause].id : key_text(clauses, key)] =
                ordered_json(value_json(key, policy[f]));
  }
  // A lever that is set drops its timeline, and a file states the timeline as a whole.
  const auto under = scenario_under(search, policy);
  if (under->policy.size() != search.scenario->policy.size())
    document["policy"] = ordered_json::parse(to_json(*under)).at("policy");
  return indented(document);
}

}  // namespace park::study
