// SPDX-License-Identifier: MIT
#include "session/differing_keys.hpp"

#include <algorithm>

#include "core/assert.hpp"
#include "scenario/load.hpp"
#include "scenario/parameter_values.hpp"
#include "session/same_scenario.hpp"

namespace park::ui {
namespace {

template <class Step>
std::vector<Step> of_key(const std::vector<Step>& steps, const ParameterKey& key) {
  std::vector<Step> own;
  std::ranges::copy_if(steps, std::back_inserter(own), [&](const Step& step) { return step.key == key; });
  return own;
}

bool differs_later(const Scenario& a, const Scenario& b, const ParameterKey& key) {
  return !is_same_timeline(steps_of(a, key), steps_of(b, key)) ||
         !is_same_timeline(shocks_of(a, key), shocks_of(b, key));
}

}  // namespace

std::vector<PolicyStep> steps_of(const Scenario& scenario, const ParameterKey& key) {
  return of_key(scenario.policy, key);
}

std::vector<Shock> shocks_of(const Scenario& scenario, const ParameterKey& key) {
  return of_key(scenario.shocks, key);
}

std::vector<KeyDifference> differing_keys(std::span<const Scenario* const> scenarios) {
  PARK_ASSERT(!scenarios.empty());
  const Scenario& first = *scenarios.front();
  std::vector<KeyDifference> result;
  for (std::string& text : keys_that(first.facts->clauses, [](const ParameterKey&) { return true; })) {
    const auto key = find_key(first.facts->clauses, text);
    PARK_ASSERT(key.has_value());
    KeyDifference difference{*key, std::move(text), {}, false};
    bool differs = false;
    for (const Scenario* scenario : scenarios) {
      difference.values.push_back(get(scenario->parameters, *key));
      differs = differs || difference.values.back() != difference.values.front();
      difference.differs_later = difference.differs_later || differs_later(first, *scenario, *key);
    }
    if (differs || difference.differs_later) result.push_back(std::move(difference));
  }
  return result;
}

}  // namespace park::ui
