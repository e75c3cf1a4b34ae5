// SPDX-License-Identifier: MIT
#include "study/search/search_summary.hpp"

#include "scenario/parameter_values.hpp"
#include "study/document_parts.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

/// A choice by its name, a switch by truth, null where the scenario changes it over time.
ordered_json setting_json(const std::string& key, double value) {
  if (std::isnan(value)) return nullptr;
  return ordered_json(value_json({find_parameter(key), 0}, value));
}

ordered_json changes_json(const SearchOutline& outline, const Policy& policy) {
  ordered_json changes = ordered_json::object();
  for (std::size_t f = 0; f < policy.size(); ++f) {
    if (!is_changed(policy, f)) continue;
    const std::string& key = outline.study.factors[f].key;
    changes[key] = {{"from", setting_json(key, outline.start_values[f])},
                    {"to", setting_json(key, policy[f])}};
  }
  return changes;
}

ordered_json policy_json(const SearchResults& results, std::size_t number, const FrontPolicy& policy) {
  ordered_json objectives = ordered_json::array();
  for (std::size_t o = 0; o < policy.objectives.size(); ++o) {
    objectives.push_back({{"measured", study::number(policy.measured.objectives[o])},
                          {"searched", study::number(policy.searched.objectives[o])},
                          {"summary", summary_json(policy.objectives[o])},
                          {"difference", difference_json(policy.differences[o])}});
  }
  ordered_json limits = ordered_json::array();
  for (const double value : policy.limits) limits.push_back(study::number(value));
  return {{"policy", number},
          {"candidate", policy.candidate},
          {"keeps_limits", policy.keeps_limits},
          {"is_overtaken", policy.is_overtaken},
          {"changes", changes_json(results.outline, results.candidates[policy.candidate].policy)},
          {"objectives", std::move(objectives)},
          {"limits", std::move(limits)},
          {"cost_per_year", summary_json(policy.cost_per_year)},
          {"cost_dearest_year", summary_json(policy.cost_dearest_year)}};
}

}  // namespace

ordered_json search_summary(const SearchResults& results) {
  const SearchOutline& outline = results.outline;
  const auto document = ordered_json::parse(search_document(outline, std::vector<std::string>(1)));
  ordered_json summary = {{"search", outline.study.name}};
  summary["budget_per_year"] = outline.budget_yuan ? number(*outline.budget_yuan) : ordered_json(nullptr);
  summary["futures"] = outline.futures;
  summary["fresh"] = outline.fresh;
  summary["tried"] = results.tried();
  summary["runs"] = {{"ok", results.ok}, {"failed", results.failed}};
  summary["objectives"] = document.at("objectives");
  summary["constraints"] = document.at("constraints");
  summary["measured_in_fresh_futures"] = results.front.is_fresh;
  const bool has_scenario = !results.front.scenario.objectives.empty();
  summary["as_is"] = has_scenario ? policy_json(results, 0, results.front.scenario) : ordered_json(nullptr);
  summary["front"] = ordered_json::array();
  for (std::size_t p = 0; p < results.front.policies.size(); ++p)
    summary["front"].push_back(policy_json(results, p + 1, results.front.policies[p]));
  summary["complete"] = results.is_complete;
  return summary;
}

}  // namespace park::study
