// SPDX-License-Identifier: MIT
#include "study/factor.hpp"

#include <gtest/gtest.h>

#include "scenario/load.hpp"

namespace park::study {
namespace {

class FactorTest : public testing::Test {
 protected:
  FactorTest() : scenario(load_scenario("{}", "test.json", PARKSIM_SOURCE_DIR).value()) {}

  [[nodiscard]] Factor factor(std::string_view key) const {
    return find_factor(scenario.facts->clauses, key, "study.json", "/factors/0").value();
  }

  Scenario scenario;
};

TEST_F(FactorTest, EveryKindOfKeyIsAFactor) {
  EXPECT_EQ(factor("standard_factory_rent").parameter.row->group(), ParameterGroup::Lever);
  EXPECT_EQ(factor("origin_rent").parameter.row->group(), ParameterGroup::Uncertainty);
  EXPECT_EQ(factor("pool_weight").parameter.row->group(), ParameterGroup::Structural);
  const std::string clause = "clause." + scenario.facts->clauses.clauses.front().id;
  EXPECT_EQ(factor(clause).parameter.row, nullptr);
  EXPECT_EQ(factor(clause).max, 2);
}

TEST_F(FactorTest, UnknownKeyNamesTheNearest) {
  const auto unknown =
      find_factor(scenario.facts->clauses, "standard_factory_rents", "study.json", "/factors/0");
  ASSERT_FALSE(unknown.ok());
  EXPECT_NE(unknown.problems().front().expected.find("standard_factory_rent"), std::string::npos);
  EXPECT_EQ(unknown.problems().front().pointer, "/factors/0");
}

TEST_F(FactorTest, RealFactorsAreLinear) {
  const Factor rent = factor("standard_factory_rent");
  EXPECT_DOUBLE_EQ(value_at(rent, 0), rent.min);
  EXPECT_DOUBLE_EQ(value_at(rent, 1), rent.max);
  EXPECT_DOUBLE_EQ(value_at(rent, 0.5), (rent.min + rent.max) / 2);
  EXPECT_DOUBLE_EQ(unit_of(rent, value_at(rent, 0.3)), 0.3);
}

TEST_F(FactorTest, WholeFactorsTakeEqualSlices) {
  const Factor mode = factor("build_mode");
  EXPECT_EQ(value_at(mode, 0), 0);
  EXPECT_EQ(value_at(mode, 0.34), 1);
  EXPECT_EQ(value_at(mode, 0.99), 2);
  EXPECT_EQ(value_at(mode, 1), 2);
  for (const double value : {0.0, 1.0, 2.0}) EXPECT_EQ(value_at(mode, unit_of(mode, value)), value);
}

TEST_F(FactorTest, RangesStayInsideTheCatalogue) {
  EXPECT_TRUE(with_range(factor("standard_factory_rent"), 5, 9, "s", "/p").ok());
  EXPECT_FALSE(with_range(factor("standard_factory_rent"), 9, 5, "s", "/p").ok());
  EXPECT_FALSE(with_range(factor("standard_factory_rent"), 5, 1e6, "s", "/p").ok());
  EXPECT_FALSE(with_range(factor("agencies"), 0.5, 3, "s", "/p").ok());
  EXPECT_EQ(value_at(with_range(factor("agencies"), 2, 3, "s", "/p").value(), 0.6), 3);
}

TEST_F(FactorTest, ApplyingIsWhatSetDoes) {
  const std::vector<std::string> steps = {"agencies@2027-01=5", "standard_factory_rent@24=9"};
  Scenario changed = with_settings(scenario, steps).value();
  apply(changed, factor("agencies"), 2);
  EXPECT_EQ(changed.parameters.levers.agencies, 2);
  ASSERT_EQ(changed.policy.size(), 1U);
  EXPECT_EQ(changed.policy.front().value, 9);
}

}  // namespace
}  // namespace park::study
