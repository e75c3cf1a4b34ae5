// SPDX-License-Identifier: MIT
#include <array>

#include "scenario/parameter_values.hpp"
#include "study/document_parts.hpp"
#include "study/sweep.hpp"
#include "study/wedges.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

std::string_view key_of(ParameterGroup group) {
  constexpr std::array<std::string_view, 3> keys = {"lever", "uncertainty", "structural"};
  return keys[static_cast<std::size_t>(group)];
}

ordered_json factor_json(const SweptFactor& swept, std::size_t outcome, const Difference& policy) {
  const ParameterRow& row = *swept.factor.parameter.row;
  ordered_json levels = ordered_json::array();
  for (const SweepLevel& level : swept.levels) {
    levels.push_back({{"value", ordered_json(value_json(swept.factor.parameter, level.value))},
                      {"effect", difference_json(level.effect[outcome])}});
  }
  const SweepLevel* strongest = swept.strongest(outcome);
  return {{"key", row.key},
          {"group", key_of(row.group())},
          {"unit", row.unit},
          {"labels", {{"zh", row.zh}, {"en", row.en}}},
          {"status", park::key_of(row.status)},
          {"own", ordered_json(value_json(swept.factor.parameter, swept.own))},
          {"largest", strongest == nullptr ? ordered_json(nullptr) : number(strongest->effect[outcome].mean)},
          {"exceeds_policy", policy.n > 0 && swept.largest(outcome) > std::abs(policy.mean)},
          {"levels", std::move(levels)}};
}

}  // namespace

std::string sweep_document(const Sweep& sweep, const std::vector<std::string>& names) {
  const Ensemble& runs = sweep.runs;
  const Scenario& scenario = *runs.scenarios.front();
  ordered_json document = {{"scenario", scenario.name},
                           {"replications", runs.results.front().size()},
                           {"seed", runs.seed},
                           {"start", to_string(scenario.start)},
                           {"months", scenario.months},
                           {"left_out", {resolution_key}},
                           {"outcomes", ordered_json::array()}};
  for (std::size_t k = 0; k < sweep.outcomes.size(); ++k) {
    ordered_json factors = ordered_json::array();
    for (const std::size_t i : sweep.ranking(k)) {
      factors.push_back(factor_json(sweep.factors[i], k, sweep.policy_effect[k]));
    }
    document["outcomes"].push_back({{"outcome", names[k]},
                                    {"unit", outcome_unit(sweep.outcomes[k], runs.columns)},
                                    {"policy_effect", difference_json(sweep.policy_effect[k])},
                                    {"factors", std::move(factors)}});
  }
  document["complete"] = runs.complete;
  put_failures(document, runs, sweep.places());
  return finished(document);
}

}  // namespace park::study
