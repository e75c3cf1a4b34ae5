// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "unit/rules/opened_world.hpp"

namespace park {
namespace {

/// The decisions of some years of a busy district, with their values and probabilities as written down.
World world_with_decisions(const char* nest) {
  const auto scenario = test::shared(test::shipped_scenario(
      "whole_package", {"pool_agents=3000", "footloose_rate=14", std::string("inland_nest=") + nest}));
  World world = start(scenario, 3, nullptr, JournalMode::Full);
  while (world.month < 60) step(world);
  return world;
}

/// Decisions one by one: alternatives stand side by side, staying first.
std::vector<std::span<const DecisionTerm>> decisions_of(const World& world) {
  const std::vector<DecisionTerm>& all = world.journal.decisions;
  std::vector<std::span<const DecisionTerm>> decisions;
  for (std::size_t first = 0; first < all.size();) {
    std::size_t last = first + 1;
    while (last < all.size() && all[last].destination != 0) ++last;
    decisions.emplace_back(all.data() + first, last - first);
    first = last;
  }
  return decisions;
}

bool is_overseas(const World& world, const DecisionTerm& term) {
  return world.places().destinations[term.destination - 1].kind == DestinationKind::Overseas;
}

/// Nested logit by its definition (Train, Discrete Choice Methods with Simulation, equation 4.2): slow and
/// plain.
double plain_probability(const World& world, std::span<const DecisionTerm> decision, const DecisionTerm& of) {
  const auto nest_of = [&](const DecisionTerm& term) {
    return term.destination == 0 ? 0 : is_overseas(world, term) ? 2 : 1;
  };
  const auto scale_of = [&](int nest) { return nest == 1 ? world.now.structural.inland_nest : 1.0; };
  const auto sum_of_nest = [&](int nest) {
    double sum = 0;
    for (const DecisionTerm& term : decision)
      sum += nest_of(term) == nest ? std::exp(term.value / scale_of(nest)) : 0;
    return sum;
  };
  const int own = nest_of(of);
  double all = 0;
  for (const int nest : {0, 1, 2}) {
    const double sum = sum_of_nest(nest);
    all += sum > 0 ? std::pow(sum, scale_of(nest)) : 0;
  }
  return std::exp(of.value / scale_of(own)) * std::pow(sum_of_nest(own), scale_of(own) - 1) / all;
}

class NestedLogit : public testing::TestWithParam<const char*> {};

TEST_P(NestedLogit, ProbabilitiesAreThoseOfThePlainDefinition) {
  const World world = world_with_decisions(GetParam());
  const auto decisions = decisions_of(world);
  ASSERT_GT(decisions.size(), 100U);
  for (const auto& decision : decisions) {
    double sum = 0;
    int chosen = 0;
    EXPECT_EQ(decision.front().value, 0) << "staying is what others are measured against";
    for (const DecisionTerm& term : decision) {
      if (std::abs(term.value) < 40) {
        EXPECT_NEAR(term.probability, plain_probability(world, decision, term), 1e-9);
      }
      sum += term.probability;
      chosen += term.chosen ? 1 : 0;
    }
    EXPECT_NEAR(sum, 1, 1e-9);
    EXPECT_EQ(chosen, 1);
  }
}

/// Where each went agrees with the chances: four standard errors of a sum of Bernoulli draws.
TEST_P(NestedLogit, ChoicesFollowTheProbabilities) {
  const World world = world_with_decisions(GetParam());
  const auto decisions = decisions_of(world);
  for (std::size_t place = 0; place <= world.places().destinations.size(); ++place) {
    double chosen = 0;
    double expected = 0;
    double variance = 0;
    for (const auto& decision : decisions) {
      for (const DecisionTerm& term : decision) {
        if (term.destination != place) continue;
        chosen += term.chosen ? 1 : 0;
        expected += term.probability;
        variance += term.probability * (1 - term.probability);
      }
    }
    EXPECT_LE(std::abs(chosen - expected), 4 * std::sqrt(variance) + 1) << "place " << place;
  }
}

/// The terms written down explain the whole value: nothing is left out, nothing counted twice.
TEST_P(NestedLogit, TermsSumToTheValue) {
  const World world = world_with_decisions(GetParam());
  const double scale = world.now.uncertainties.logit_scale;
  const auto sum_of_terms = [](const DecisionTerm& term) {
    return std::accumulate(term.terms.begin(), term.terms.end(), 0.0);
  };
  std::size_t park = 0;
  for (const auto& decision : decisions_of(world)) {
    const double stay = sum_of_terms(decision.front());
    for (const DecisionTerm& term : decision) {
      EXPECT_NEAR(term.value, scale * (sum_of_terms(term) - stay), 1e-8) << "place " << term.destination;
      park += term.destination == 1 ? 1 : 0;
    }
  }
  EXPECT_GT(park, 20U) << "too few decisions that knew the park";
}

INSTANTIATE_TEST_SUITE_P(Nests, NestedLogit, testing::Values("0.4", "0.6", "0.9"),
                         [](const auto& test) { return "scale_0_" + std::string(1, test.param[2]); });

}  // namespace
}  // namespace park
