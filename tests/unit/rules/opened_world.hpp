// SPDX-License-Identifier: MIT
#pragma once

#include "shipped_scenario.hpp"
#include "simulation.hpp"

namespace park::test {

/// The baseline district at month 0 with a small pool.
inline World opened_world(std::vector<std::string> settings = {}, std::uint64_t seed = 7) {
  settings.insert(settings.begin(), "pool_agents=500");
  return start(shared(shipped_scenario("baseline", settings)), seed);
}

inline Scenario small_scenario() { return shipped_scenario("baseline", {"pool_agents=500"}); }

}  // namespace park::test
