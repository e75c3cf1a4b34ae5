// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <bit>

#include "shipped_scenario.hpp"
#include "study/ensemble.hpp"

namespace park {
namespace {

constexpr int change_month = 60;

study::RunResult run(const Scenario& scenario, std::uint64_t seed) {
  const auto columns = indicator_columns(scenario);
  study::RunResult result = study::run_once(test::shared(scenario), seed, columns);
  if (!result.ok()) throw std::runtime_error(result.error);
  return result;
}

/// First month with an indicator that differs in its bits, and which; the run's length + 1 if there is none.
struct FirstDifference {
  std::size_t month = 0;
  std::string indicator;
};

FirstDifference first_difference(const Scenario& scenario, const Series& a, const Series& b) {
  const std::vector<IndicatorColumn> columns = indicator_columns(scenario);
  for (std::size_t month = 0; month < a.rows(); ++month) {
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const bool is_same =
          std::bit_cast<std::uint64_t>(a.at(month, c)) == std::bit_cast<std::uint64_t>(b.at(month, c));
      if (!is_same) return {month, columns[c].key};
    }
  }
  return {a.rows(), "none"};
}

void expect_change_after(const Scenario& plain, const Scenario& changed, std::string_view key) {
  for (const std::uint64_t seed : {11U, 12U}) {
    const FirstDifference found = first_difference(plain, run(plain, seed).series, run(changed, seed).series);
    EXPECT_GT(found.month, std::size_t{change_month})
        << key << " at seed " << seed << " shows early in " << found.indicator;
    EXPECT_LE(found.month, static_cast<std::size_t>(plain.months))
        << key << " at seed " << seed << " shows nowhere";
  }
}

ParameterKey key_of(const Scenario& scenario, std::string_view key) {
  return find_key(scenario.facts->clauses, key).value();
}

class PolicyChange : public testing::TestWithParam<std::pair<const char*, double>> {};

TEST_P(PolicyChange, LeavesThePastEqualToTheBit) {
  const auto [key, value] = GetParam();
  const Scenario plain = test::shipped_scenario("whole_package");
  Scenario changed = plain;
  changed.policy.push_back({change_month, key_of(plain, key), value, 0});
  expect_change_after(plain, changed, key);
}

using Change = std::pair<const char*, double>;
INSTANTIATE_TEST_SUITE_P(Levers, PolicyChange,
                         testing::Values(Change{"teams_greater_bay_area", 6},
                                         Change{"standard_factory_rent", 20}, Change{"agencies", 9},
                                         Change{"clause_intensity", 2}, Change{"training_places", 9000},
                                         Change{"guarantee_capital", 400},
                                         Change{"land_quota_per_year", 2500}, Change{"build_mode", 2},
                                         Change{"target_list_leaders_per_stage", 9},
                                         Change{"stay_subsidy", 100}),
                         [](const auto& test) { return std::string(test.param.first); });

class Shocked : public testing::TestWithParam<Change> {};

TEST_P(Shocked, LeavesThePastEqualToTheBit) {
  const auto [key, value] = GetParam();
  // One of them has shocks, so that its pool keeps clocks further ahead: that must not show either.
  const Scenario plain = test::shipped_scenario("whole_package");
  Scenario changed = plain;
  changed.shocks.push_back({change_month, key_of(plain, key), value, 0});
  expect_change_after(plain, changed, key);
}

INSTANTIATE_TEST_SUITE_P(Uncertainties, Shocked,
                         testing::Values(Change{"tariff_shock", 40}, Change{"footloose_rate", 14},
                                         Change{"local_wage_growth", 8}, Change{"rival_subsidy", 8},
                                         Change{"home_bias", 0.12}, Change{"incentives_voided_share", 0.8}),
                         [](const auto& test) { return std::string(test.param.first); });

}  // namespace
}  // namespace park
