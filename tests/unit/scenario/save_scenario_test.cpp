// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <cmath>
#include <cstring>

#include "scenario/load.hpp"
#include "scratch_folder.hpp"

namespace park {
namespace {

using test::ScratchFolder;
using test::text_of;

/// Both are plain structs of doubles, so equal bytes are equal values to the bit.
template <class T>
bool same_bits(const T& a, const T& b) {
  return std::memcmp(&a, &b, sizeof(T)) == 0;
}

void expect_same(const Scenario& a, const Scenario& b) {
  EXPECT_EQ(a.name, b.name);
  EXPECT_EQ(a.label_zh, b.label_zh);
  EXPECT_EQ(a.label_en, b.label_en);
  EXPECT_EQ(a.about_zh, b.about_zh);
  EXPECT_EQ(a.about_en, b.about_en);
  EXPECT_EQ(a.start, b.start);
  EXPECT_EQ(a.months, b.months);
  EXPECT_EQ(a.seed, b.seed);
  EXPECT_TRUE(same_bits(a.base_district, b.base_district));
  EXPECT_TRUE(same_bits(a.parameters, b.parameters));
  EXPECT_EQ(a.map_path, b.map_path);
  EXPECT_EQ(a.targets_path, b.targets_path);
  ASSERT_EQ(a.policy.size(), b.policy.size());
  for (std::size_t i = 0; i < a.policy.size(); ++i) {
    EXPECT_EQ(a.policy[i].at, b.policy[i].at);
    EXPECT_EQ(a.policy[i].key, b.policy[i].key);
    EXPECT_EQ(a.policy[i].value, b.policy[i].value);
    EXPECT_EQ(a.policy[i].ramp_months, b.policy[i].ramp_months);
  }
  ASSERT_EQ(a.shocks.size(), b.shocks.size());
  for (std::size_t i = 0; i < a.shocks.size(); ++i) {
    EXPECT_EQ(a.shocks[i].at, b.shocks[i].at);
    EXPECT_EQ(a.shocks[i].key, b.shocks[i].key);
    EXPECT_EQ(a.shocks[i].value, b.shocks[i].value);
    EXPECT_EQ(a.shocks[i].months, b.shocks[i].months);
  }
}

TEST(SaveScenario, WhatIsSavedLoadsToTheSame) {
  const ScratchFolder folder;
  folder.write("list.csv", "name,stage,region,employees,investment,leader\n甲,fibre,bohai_rim,9,1,0\n");
  const auto file = folder.write(
      "in.json", R"({"labels":{"zh":"“引号”\\\n与换行","en":"x"},"start":"2027-11","months":7,"seed":0,
    "targets":"list.csv","levers":{"standard_factory_rent":7.3,"build_mode":1},"uncertainties":{"logit_scale":23.456789012345678},
    "base_district":{"treasury_cash_yuan":123456789.01,"firms":{"trade":3},"workers":{"trade":30}},
    "policy":[{"at":5,"set":{"build_mode":"build_first","agency_paid_on_arrival":false}},{"at":5,"set":{"agencies":3},"ramp_months":4},
              {"at":1,"set":{"reserved_land_share":0.1234567890123}}],
    "shocks":[{"at":2,"set":{"export_growth":-0.1},"months":3},{"at":2,"set":{"home_bias":0.03}}]})");
  const Checked<Scenario> loaded = load_scenario(file);
  ASSERT_TRUE(loaded.ok()) << text_of(loaded.problems());
  const std::string saved = to_json(loaded.value());
  const ScratchFolder elsewhere;
  const auto copy = elsewhere.path() / "copy.json";
  write_file(copy, saved);
  const Checked<Scenario> again = load_scenario(copy);
  ASSERT_TRUE(again.ok()) << text_of(again.problems());
  expect_same(loaded.value(), again.value());
  EXPECT_EQ(to_json(again.value()), saved);
}

TEST(SaveScenario, ChoicesAreNamedAndSwitchesAreTruths) {
  const std::string saved = to_json(load_scenario(R"({"levers":{"build_mode":2}})", "in.json", ".").value());
  EXPECT_NE(saved.find(R"("build_mode": "build_first")"), std::string::npos);
  EXPECT_NE(saved.find(R"("agency_paid_on_arrival": true)"), std::string::npos);
  EXPECT_NE(saved.find(R"("agencies": 0)"), std::string::npos);
  EXPECT_EQ(saved.find("\"map\""), std::string::npos);  // the shipped one is found from anywhere
}

TEST(SaveScenario, NegativeZeroIsZero) {
  const Scenario scenario =
      load_scenario(R"({"uncertainties":{"home_bias":-0.0},"levers":{"agencies":-0}})", "in.json", ".")
          .value();
  EXPECT_FALSE(std::signbit(scenario.parameters.uncertainties.home_bias));
  EXPECT_FALSE(std::signbit(scenario.parameters.levers.agencies));
}

TEST(SaveScenario, EveryExtremeOfEveryParameterSurvives) {
  Scenario scenario = load_scenario("{}", "in.json", ".").value();
  for (const bool is_max : {false, true}) {
    for (const auto rows : {lever_rows(), uncertainty_rows(), structural_rows()}) {
      for (const ParameterRow& row : rows) set(scenario.parameters, row, is_max ? row.max : row.min);
    }
    scenario.parameters.clauses.fill(is_max ? 2.0 : 1.0 / 3.0);
    const Checked<Scenario> again = load_scenario(to_json(scenario), "in.json", ".");
    ASSERT_TRUE(again.ok()) << text_of(again.problems());
    expect_same(scenario, again.value());
  }
}

}  // namespace
}  // namespace park
