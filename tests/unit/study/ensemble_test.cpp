// SPDX-License-Identifier: MIT
#include "study/ensemble.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "scenario/load.hpp"
#include "study/comparison.hpp"
#include "study/trace.hpp"

namespace park::study {
namespace {

std::shared_ptr<const Scenario> shipped(const char* name, int months,
                                        const std::vector<std::string>& settings = {}) {
  const auto file = std::filesystem::path(PARKSIM_SOURCE_DIR) / "scenarios" / (std::string(name) + ".json");
  Scenario scenario = with_settings(load_scenario(file).value(), settings).value();
  scenario.months = months;
  return std::make_shared<const Scenario>(std::move(scenario));
}

bool is_same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

/// Series with NaN are not equal by ==.
void expect_same(const Series& a, const Series& b) {
  ASSERT_EQ(a.rows(), b.rows());
  for (std::size_t m = 0; m < a.rows(); ++m) {
    for (std::size_t c = 0; c < a.columns(); ++c) {
      ASSERT_TRUE(is_same(a.at(m, c), b.at(m, c))) << "month " << m << " column " << c;
    }
  }
}

void expect_same_end(const RunEnd& a, const RunEnd& b) {
  EXPECT_EQ(a.seed, b.seed);
  EXPECT_EQ(a.digest, b.digest);
  EXPECT_EQ(a.error, b.error);
}

void expect_same(const KeptRun& kept, const RunResult& run) {
  expect_same_end(kept, run);
  expect_same(kept.series.unpacked(), run.series);
}

void expect_same(const KeptRun& a, const KeptRun& b) {
  expect_same_end(a, b);
  expect_same(a.series.unpacked(), b.series.unpacked());
}

TEST(Ensemble, IsTheSameForAnyNumberOfJobs) {
  const std::vector<std::shared_ptr<const Scenario>> scenarios = {shipped("baseline", 24),
                                                                  shipped("whole_package", 24)};
  EnsembleOptions options;
  options.replications = 5;
  options.seed = 7;
  options.jobs = 1;
  const Ensemble one = run_paired(scenarios, options);
  options.jobs = 4;
  const Ensemble four = run_paired(scenarios, options);
  EXPECT_TRUE(one.complete);
  for (std::size_t s = 0; s < 2; ++s) {
    ASSERT_EQ(one.results[s].size(), 5U);
    for (std::size_t r = 0; r < 5; ++r) {
      EXPECT_TRUE(one.results[s][r].ok()) << one.results[s][r].error;
      expect_same(one.results[s][r], four.results[s][r]);
    }
  }
}

TEST(Ensemble, SharedPoolsChangeNothing) {
  const auto scenario = shipped("whole_package", 12);
  EnsembleOptions options;
  options.replications = 2;
  options.seed = 3;
  const Ensemble paired = run_paired({shipped("baseline", 12), scenario}, options);
  const RunResult alone = run_once(scenario, 4, paired.columns);
  expect_same(paired.results[1][1], alone);
}

TEST(Ensemble, ScenariosWithPoolsOfTheirOwnArePairedToo) {
  const auto other = shipped("baseline", 6, {"pool_agents=1000"});
  EnsembleOptions options;
  options.replications = 1;
  options.seed = 3;
  const Ensemble paired = run_paired({shipped("baseline", 6), other}, options);
  expect_same(paired.results[1][0], run_once(other, 3, paired.columns));
}

TEST(Ensemble, ASecondOfTheSameScenarioDiffersByNothing) {
  const auto scenario = shipped("baseline", 6);
  EnsembleOptions options;
  options.replications = 3;
  const Ensemble ensemble = run_paired({scenario, scenario}, options);
  const Comparison comparison = compare(ensemble, 1);
  EXPECT_EQ(comparison.names, (std::vector<std::string>{"baseline", "baseline_2"}));
  for (std::size_t c = 0; c < ensemble.columns.size(); ++c) {
    const Difference& d = comparison.final_difference(1, c);
    EXPECT_TRUE(d.n == 0 || d.mean == 0) << ensemble.columns[c].key;
  }
}

/// Two scenarios of 50 replications, cancelled once 12 runs are done.
Ensemble cancelled_after_twelve_runs(int jobs) {
  std::atomic<bool> cancel = false;
  EnsembleOptions options;
  options.replications = 50;
  options.jobs = jobs;
  options.cancel = &cancel;
  options.progress = [&](std::size_t done, std::size_t all) {
    EXPECT_EQ(all, 100U);
    if (done == 12) cancel = true;
  };
  return run_paired({shipped("baseline", 6), shipped("whole_package", 6)}, options);
}

TEST(Ensemble, CancelledKeepsWhatIsDone) {
  const Ensemble ensemble = cancelled_after_twelve_runs(1);
  EXPECT_FALSE(ensemble.complete);
  EXPECT_EQ(ensemble.results[0].size(), 6U);
  EXPECT_EQ(ensemble.results[1].size(), 6U);
}

// How far the slower of two threads has come when the faster one cancels is chance; that both scenarios keep
// the same replications is not.
TEST(Ensemble, CancelledKeepsScenariosAlike) {
  const Ensemble ensemble = cancelled_after_twelve_runs(2);
  EXPECT_FALSE(ensemble.complete);
  EXPECT_EQ(ensemble.results[0].size(), ensemble.results[1].size());
  EXPECT_LT(ensemble.results[0].size(), 50U);
  for (const auto& runs : ensemble.results) {
    for (const KeptRun& run : runs) EXPECT_TRUE(run.ok());
  }
}

TEST(Ensemble, AFaultIsAResultAndNoEnd) {
  RunOptions options;
  options.each_month = [](const World& world) {
    if (world.month == 2) throw Bug("planted");
  };
  const auto scenario = shipped("baseline", 6);
  const RunResult run = run_once(scenario, 1, indicator_columns(*scenario), options);
  EXPECT_FALSE(run.ok());
  EXPECT_TRUE(run.is_bug);
  EXPECT_EQ(run.error, "planted");
  EXPECT_EQ(run.series.rows(), 0U);
}

TEST(Ensemble, ATracedRunIsTheSameRun) {
  const auto scenario = shipped("whole_package", 24);
  const Trace trace = trace_run(scenario, 5);
  ASSERT_TRUE(trace.run.ok()) << trace.run.error;
  EXPECT_EQ(trace.run.digest, run_once(scenario, 5, indicator_columns(*scenario)).digest);
  EXPECT_FALSE(trace.events.empty());
  int last = 0;
  for (const Event& event : trace.events) {
    EXPECT_GE(event.month, last);
    last = event.month;
  }
  for (const FirmHistory& firm : trace.firms) {
    EXPECT_GE(firm.signed_month, 1);
    EXPECT_TRUE(firm.producing_month < 0 || firm.producing_month >= firm.started_month);
  }
}

}  // namespace
}  // namespace park::study
