// SPDX-License-Identifier: MIT
#pragma once

#include "rules/rules.hpp"
#include "shipped_scenario.hpp"
#include "simulation.hpp"

namespace park::test {

/// `tests/limits/NAME.json`: run it with `parksim run` to see the same.
inline std::shared_ptr<const Scenario> limit_scenario(const std::string& name) {
  find_shipped_data();
  const auto folder = std::filesystem::path(PARKSIM_SOURCE_DIR) / "tests" / "limits";
  return shared(value_or_throw(load_scenario(folder / (name + ".json"))));
}

/// Lives a month and shows the world to `look` as the rule `name` finds it.
template <class Look>
void step_looking_before(World& world, std::string_view name, const Look& look) {
  ++world.month;
  put_policy_in_force(world);
  for (const Rule& rule : rules_of_a_month()) {
    if (rule.name == name) look(std::as_const(world));
    rule.advance(world);
  }
}

}  // namespace park::test
