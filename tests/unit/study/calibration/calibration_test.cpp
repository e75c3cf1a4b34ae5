// SPDX-License-Identifier: MIT
#include "study/calibration/calibration.hpp"

#include <gtest/gtest.h>

#include "shipped_scenario.hpp"
#include "study/calibration/observed_months.hpp"
#include "unit/scenario/scratch_folder.hpp"

namespace park::study {
namespace {

class Calibrations : public testing::Test {
 protected:
  Calibrations() {
    test::find_shipped_data();
    folder_.write("base.json", R"({"schema": "parksim/scenario/1", "months": 24, "extends": ")" +
                                   std::string(PARKSIM_SOURCE_DIR) +
                                   R"(/scenarios/baseline.json", "structural": {"pool_agents": 1000}})");
  }
  [[nodiscard]] Checked<CalibrationPlan> load(const std::string& members) const {
    return load_calibration(folder_.write(
        "targets.json", R"({"schema": "parksim/calibration/1", "scenario": "base.json", )" + members + "}"));
  }
  [[nodiscard]] CalibrationPlan plan(const std::string& members) const {
    auto loaded = load(members);
    if (!loaded.ok()) throw std::runtime_error(test::text_of(loaded.problems()));
    return std::move(loaded).value();
  }

  test::ScratchFolder folder_;
};

const std::string wage_targets =
    R"("parameters": ["local_wage_growth"], "replications": 4, "evaluations": 30, "targets": )";

TEST_F(Calibrations, FindTheValueThatMadeTheObservations) {
  CalibrationPlan made = plan(wage_targets + R"([{"outcome": "wage@24", "low": 1, "high": 2}])");
  const auto truth = evaluate_plan(made, {6.5}, {});
  const double wage = truth.value().targets.front().value.mean;
  folder_.write("seen.csv", "month,indicator,value,weight\n2027-12,wage," + std::to_string(wage) + ",2\n");
  const CalibrationPlan fitted = plan(wage_targets + R"([{"observed": "seen.csv", "tolerance": 0.002}])");
  ASSERT_EQ(fitted.bands.size(), 1U);
  EXPECT_EQ(fitted.bands[0].weight, 2);
  EXPECT_NEAR(fitted.bands[0].high - fitted.bands[0].low, 0.004 * wage, 1e-6);
  const auto calibration = calibrate(fitted, {});
  ASSERT_TRUE(calibration.has_value());
  EXPECT_GT(calibration->before.objective, 1);
  EXPECT_LT(calibration->after.objective, 0.05);
  EXPECT_NEAR(calibration->after.values.front(), 6.5, 0.3);
  EXPECT_LE(calibration->evaluations, 30);
  ASSERT_TRUE(calibration->confirmed.has_value());
  EXPECT_NE(calibration->confirmed->targets[0].value.mean, calibration->after.targets[0].value.mean);
}

TEST_F(Calibrations, AreEqualForAnyNumberOfThreads) {
  const CalibrationPlan made = plan(R"("parameters": ["local_wage_growth", "return_migration_rate"],
      "replications": 3, "evaluations": 8, "targets": [{"outcome": "wage@24", "low": 6000, "high": 6100}])");
  CalibrationOptions one;
  one.jobs = 1;
  CalibrationOptions three;
  three.jobs = 3;
  EXPECT_EQ(calibration_document(made, calibrate(made, one).value()),
            calibration_document(made, calibrate(made, three).value()));
}

TEST_F(Calibrations, WriteAScenarioThatSetsOnlyTheFittedValues) {
  const CalibrationPlan made = plan(R"("parameters": ["local_wage_growth", "margin_sigma"],
      "targets": [{"outcome": "wage@24", "low": 1, "high": 2}])");
  const auto file = folder_.path() / "sub" / "fitted.json";
  folder_.write("sub/fitted.json", fitted_scenario(made, {3.25, 0.11}, file));
  const Scenario loaded = test::value_or_throw(load_scenario(file));
  Scenario expected = *made.scenario;
  expected.parameters.uncertainties.local_wage_growth = 3.25;
  expected.parameters.structural.margin_sigma = 0.11;
  expected.name = loaded.name;
  expected.label_zh = loaded.label_zh;
  expected.label_en = loaded.label_en;
  expected.about_zh = loaded.about_zh;
  expected.about_en = loaded.about_en;
  EXPECT_EQ(to_json(loaded), to_json(expected));
}

TEST_F(Calibrations, PatternsAreTargetsInEveryScopeOfTheirs) {
  const CalibrationPlan made = plan(R"("parameters": ["margin_sigma"], "replications": 2,
      "targets": [{"pattern": "loss_making", "weight": 3}])");
  ASSERT_EQ(made.cases.size(), 2U);
  const auto state = evaluate_plan(made, {0.08}, {}).value();
  EXPECT_EQ(state.targets[1].scope, "whole_package");
  EXPECT_DOUBLE_EQ(state.objective, 3 * (state.targets[0].miss * state.targets[0].miss +
                                         state.targets[1].miss * state.targets[1].miss));
}

TEST_F(Calibrations, OnlyAssumedParametersMayBeFittedAndAllProblemsAreSaid) {
  const auto loaded = load(R"("parameters": ["standard_factory_rent", "size_median_revenu", "export_growth",
      "margin_sigma", "margin_sigma", {"key": "optimism", "min": 0.05, "max": 9}],
      "targets": [{"pattern": "loss_makin"}, {"outcome": "job@12", "low": 3, "high": 2}, {"weight": 1},
                  {"observed": "none.csv"}], "replications": 0, "evaluation": 3)");
  ASSERT_FALSE(loaded.ok());
  const Problems& problems = loaded.problems();
  for (const char* pointer : {"/parameters/0", "/parameters/1", "/parameters/2", "/parameters/4",
                              "/parameters/5", "/targets/0/pattern", "/targets/1/outcome", "/targets/1/high",
                              "/targets/2", "/replications", "/evaluation"}) {
    test::problem_at(problems, pointer);
  }
  EXPECT_EQ(problems.size(), 12U) << test::text_of(problems);
}

TEST(ObservedMonths, ReadDatesAndNumbersAndSayEveryFault) {
  test::find_shipped_data();
  const auto columns = indicator_columns(test::shipped_scenario("baseline"));
  const auto load = [&](const std::string& rows) {
    return load_observed_months("month,indicator,value,weight\n" + rows, "f.csv", columns, {2026, 1}, 24);
  };
  const auto good = load("2026-03,jobs,120,1\n24,wage,4000,0.5\n");
  ASSERT_TRUE(good.ok());
  EXPECT_EQ(good.value()[0].month, 3);
  EXPECT_EQ(good.value()[1].weight, 0.5);
  const auto bad = load("2029-03,job,x,0\n1,jobs,2\n");
  ASSERT_FALSE(bad.ok());
  std::vector<std::string> pointers;
  for (const Problem& problem : bad.problems()) pointers.push_back(problem.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/2/1", "/2/2", "/2/3", "/2/4", "/3/1"}));
  EXPECT_FALSE(load("").ok());
  EXPECT_FALSE(load_observed_months("a,b\n", "f.csv", columns, {2026, 1}, 24).ok());
}

TEST(ObservedMonths, SmallOnesAreHeldAgainstTheUsualSize) {
  const std::vector<ObservedMonth> observed = {{1, 0, 0, 1}, {2, 0, 100, 1}, {1, 1, 0, 1}};
  EXPECT_EQ(half_widths(observed, 0.1), (std::vector<double>{5, 10, 0.1}));
}

}  // namespace
}  // namespace park::study
