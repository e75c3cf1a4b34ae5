// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "property/possible_world.hpp"
#include "property/random_scenario.hpp"
#include "simulation.hpp"

namespace park {
namespace {

constexpr std::uint64_t batches = 10;
constexpr std::uint64_t scenarios_per_batch = 50;
constexpr std::uint64_t first_scenario = 1000;  ///< others than random_scenarios_test.cpp draws
constexpr test::RandomScenario::Size small = {30, 72, 2500};

/// The first month in which something cannot be, in words; empty if none.
std::string first_fault(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed) {
  test::PossibleWorld possible;
  try {
    World world = start(scenario, seed);
    possible.look(world);
    while (world.month < scenario->months && possible.faults().empty()) {
      step(world);
      check_conservation(world);
      possible.look(world);
    }
  } catch (const std::exception& broken) {
    return broken.what();
  }
  std::string words;
  for (const std::string& fault : possible.faults()) words += fault + "\n";
  return words;
}

class RandomBehaviour : public testing::TestWithParam<std::uint64_t> {};

/// Five hundred districts of which some are mad; each must stay possible. A failure prints the scenario: save
/// it and `parksim run FILE --replications 1 --seed SEED`.
TEST_P(RandomBehaviour, StaysPossible) {
  for (std::uint64_t i = 0; i < scenarios_per_batch; ++i) {
    const std::uint64_t seed = first_scenario + GetParam() * scenarios_per_batch + i;
    const auto scenario = test::shared(test::RandomScenario(seed, small).draw());
    const std::string fault = first_fault(scenario, seed);
    ASSERT_EQ(fault, "") << "RandomScenario seed " << seed << ", run with seed " << seed << ":\n"
                         << to_json(*scenario);
  }
}

INSTANTIATE_TEST_SUITE_P(Batch, RandomBehaviour, testing::Range(std::uint64_t{0}, batches));

}  // namespace
}  // namespace park
