// SPDX-License-Identifier: MIT
#include "study/runner/study_runner.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <fstream>
#include <map>

#include "core/random.hpp"
#include "scenario/load.hpp"
#include "shipped_scenario.hpp"
#include "study/statistics.hpp"
#include "study/store/store_results.hpp"
#include "unit/scenario/scratch_folder.hpp"

namespace park::study {
namespace {

Study study_of(const std::string& members, const std::string& scenarios = R"("baseline.json")") {
  test::find_shipped_data();
  const auto folder = std::filesystem::path(PARKSIM_SOURCE_DIR) / "scenarios";
  auto study = load_study(
      R"({"schema":"parksim/study/1","months":12,"scenarios":[)" + scenarios + "]," + members + "}",
      "test.json", folder);
  if (!study.ok()) throw std::runtime_error(to_string(study.problems().front()));
  return std::move(study).value();
}

Study two_factor_study() {
  return study_of(R"("factors":["rent_free_months","home_bias"],"design":{"latin_hypercube":{"n":6}},
                     "outcomes":["jobs","firms_signed@6"],"replications":3)");
}

/// A run in no time: what it gives depends on the seed and the scenario alone.
RunResult pretended(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed,
                    const std::vector<IndicatorColumn>& columns, const RunOptions&) {
  RunResult result;
  result.seed = seed;
  result.series = Series(columns.size(), static_cast<std::size_t>(scenario->months));
  RandomStream stream{seed, Draw::Luck, 0};
  for (std::size_t m = 0; m < result.series.rows(); ++m) {
    for (double& value : result.series.row(m))
      value = scenario->parameters.levers.rent_free_months * (1 + stream.uniform());
  }
  result.digest = seed;
  return result;
}

StudyTally run_into(const std::string& file, const Study& study, const StudyOptions& options = {}) {
  auto store = ResultStore::open(file, study, options.shard, true);
  if (!store.ok()) throw std::runtime_error(to_string(store.problems().front()));
  return run_study(study, *store.value(), options);
}

class StudyRunner : public ::testing::Test {
 protected:
  [[nodiscard]] std::string file(const std::string& name) const { return (scratch_.path() / name).string(); }
  [[nodiscard]] std::string exported(const std::string& name) const {
    const auto folder = scratch_.path() / (name + ".csv");
    EXPECT_TRUE(export_csv(file(name), folder.string()).ok());
    std::string all;
    for (const char* part : {"study.json", "runs.csv", "points.csv"}) all += read_file(folder / part).value();
    return all;
  }

 private:
  test::ScratchFolder scratch_;
};

TEST_F(StudyRunner, RowsAreTheRunsOfTheirScenarios) {
  const Study study = two_factor_study();
  const StudyTally tally = run_into(file("a.db"), study);
  EXPECT_EQ(tally.done, 18U);
  EXPECT_EQ(tally.failed, 0U);
  EXPECT_TRUE(tally.is_complete);
  const auto results = read_store(file("a.db"));
  ASSERT_TRUE(results.ok());
  ASSERT_EQ(results.value().runs.size(), 18U);
  EXPECT_TRUE(results.value().is_complete);
  EXPECT_EQ(results.value().outline, study.outline);
  // One of them lived by hand.
  const RunRow& row = results.value().runs[7];
  EXPECT_EQ(row.place.point, 2U);
  EXPECT_EQ(row.place.replication, 1U);
  EXPECT_EQ(row.seed, 2027U);
  Scenario scenario = *study.scenarios.front();
  scenario.parameters.levers.rent_free_months = row.factors[0];
  scenario.parameters.uncertainties.home_bias = row.factors[1];
  const auto columns = indicator_columns(scenario);
  const RunResult run = run_once(test::shared(scenario), 2027, columns);
  EXPECT_EQ(to_hex(run.digest), row.digest);
  EXPECT_EQ(row.outcomes[0], run.series.at(12, *find_column(columns, "jobs")));
  EXPECT_EQ(row.outcomes[1], run.series.at(6, *find_column(columns, "firms_signed")));
  EXPECT_EQ(row.factors[0], results.value().design.values_of(2)[0]);
  EXPECT_EQ(row.factors[1], results.value().design.values_of(2)[1]);
}

TEST_F(StudyRunner, ExportIsTheSameForAnyThreadsShardsAndStops) {
  const Study study = two_factor_study();
  StudyOptions options;
  options.jobs = 1;
  static_cast<void>(run_into(file("one.db"), study, options));
  options.jobs = 5;
  static_cast<void>(run_into(file("five.db"), study, options));
  EXPECT_EQ(exported("one.db"), exported("five.db"));
  // Stopped after four runs, and again after four more.
  for (int stop = 0; stop < 2; ++stop) {
    std::atomic<bool> cancel = false;
    StudyOptions stopped;
    stopped.jobs = 1;
    stopped.cancel = &cancel;
    stopped.progress = [&](std::size_t done, std::size_t) { cancel = done >= 4; };
    const StudyTally tally = run_into(file("stopped.db"), study, stopped);
    EXPECT_FALSE(tally.is_complete);
    EXPECT_EQ(tally.done, 4U);
    EXPECT_EQ(tally.earlier, 4U * static_cast<std::uint64_t>(stop));
  }
  EXPECT_EQ(run_into(file("stopped.db"), study).done, 10U);
  EXPECT_EQ(exported("stopped.db"), exported("one.db"));
  for (const char* shard : {"0/3", "1/3", "2/3"}) {
    StudyOptions part;
    part.shard = *parse_shard(shard);
    EXPECT_EQ(run_into(file(std::string(1, shard[0])), study, part).done, 6U);
  }
  const auto merged = merge_shards(file("merged.db"), {file("2"), file("0"), file("1")});
  ASSERT_TRUE(merged.ok());
  EXPECT_EQ(merged.value().ok, 18U);
  EXPECT_TRUE(merged.value().is_complete);
  EXPECT_EQ(exported("merged.db"), exported("one.db"));
}

TEST_F(StudyRunner, AnIncompleteMergeGoesOnWhereItIs) {
  const Study study = two_factor_study();
  StudyOptions part;
  part.shard = {1, 3};
  static_cast<void>(run_into(file("1.db"), study, part));
  const auto merged = merge_shards(file("merged.db"), {file("1.db")});
  ASSERT_TRUE(merged.ok());
  EXPECT_FALSE(merged.value().is_complete);
  EXPECT_EQ(run_into(file("merged.db"), study).done, 12U);
  static_cast<void>(run_into(file("whole.db"), study));
  EXPECT_EQ(exported("merged.db"), exported("whole.db"));
}

TEST_F(StudyRunner, MergeRefusesWhatDoesNotBelongTogether) {
  const Study study = two_factor_study();
  const Study other = study_of(R"("factors":["rent_free_months"],"design":{"latin_hypercube":{"n":4}},
                                  "outcomes":["jobs"],"replications":1)");
  StudyOptions options;
  options.live = &pretended;
  options.shard = {0, 2};
  static_cast<void>(run_into(file("a"), study, options));
  static_cast<void>(run_into(file("b"), other, options));
  EXPECT_FALSE(merge_shards(file("x"), {file("a"), file("b")}).ok());
  EXPECT_FALSE(merge_shards(file("x"), {file("a"), file("a")}).ok());
  EXPECT_FALSE(merge_shards(file("x"), {file("a"), file("none")}).ok());
  EXPECT_FALSE(merge_shards(file("b"), {file("a")}).ok());
  EXPECT_FALSE(std::filesystem::exists(file("x")));
}

TEST_F(StudyRunner, AFailedRunIsARow) {
  const Study study = two_factor_study();
  StudyOptions options;
  options.live = [](const auto& scenario, std::uint64_t seed, const auto& columns, const RunOptions& run) {
    if (seed == 2027) {
      RunResult failed;
      failed.seed = seed;
      failed.error = "said, \"no\"";
      failed.is_bug = true;
      return failed;
    }
    return pretended(scenario, seed, columns, run);
  };
  const StudyTally tally = run_into(file("a.db"), study, options);
  EXPECT_EQ(tally.done, 18U);
  EXPECT_EQ(tally.failed, 6U);
  EXPECT_TRUE(tally.is_complete);
  const auto results = read_store(file("a.db"));
  EXPECT_EQ(results.value().runs[1].status, "bug");
  EXPECT_EQ(results.value().runs[1].error, "said, \"no\"");
  EXPECT_TRUE(std::isnan(results.value().runs[1].outcomes[0]));
  EXPECT_NE(exported("a.db").find(R"(,2027,bug,"said, ""no""",,)"), std::string::npos);
}

TEST_F(StudyRunner, TheSeedIsAFactor) {
  const Study study = study_of(R"("factors":[{"key":"seed","distribution":{"integer":[10,29]}}],
                                  "design":{"latin_hypercube":{"n":20}},"outcomes":["jobs"],"seed":500)");
  StudyOptions options;
  options.live = &pretended;
  static_cast<void>(run_into(file("a.db"), study, options));
  std::map<std::uint64_t, int> seeds;
  const auto results = read_store(file("a.db"));
  for (const RunRow& row : results.value().runs) {
    ++seeds[row.seed];
    EXPECT_EQ(row.seed, 500 + static_cast<std::uint64_t>(row.factors[0]));
  }
  EXPECT_EQ(seeds.size(), 20U);
  EXPECT_EQ(seeds.begin()->first, 510U);
}

/// The pretended outcome is the rent-free months times 1 + u, so that the difference of a point to the first
/// has a standard deviation of |months - months of the first| times 0.29: far points need more runs.
TEST_F(StudyRunner, AdaptiveReplicationsGoOnUntilTheDifferenceIsKnown) {
  const Study study = study_of(R"("factors":["rent_free_months"],"design":{"one_at_a_time":{"levels":5}},
                                  "outcomes":["jobs"],
                                  "replications":{"outcome":"jobs","half_width":3,"min":4,"max":200})");
  StudyOptions options;
  options.live = &pretended;
  EXPECT_TRUE(run_into(file("whole.db"), study, options).is_complete);
  const auto results = read_store(file("whole.db"));
  std::map<std::uint64_t, std::vector<double>> values;
  for (const RunRow& row : results.value().runs) values[row.place.point].push_back(row.outcomes[0]);
  ASSERT_EQ(values.size(), 6U);
  const auto half_width = [&](std::uint64_t point, std::size_t n) {
    const Difference d = difference(std::span(values[point]).first(n), std::span(values[0]).first(n));
    return (d.hi - d.lo) / 2;
  };
  std::size_t most = 0;
  for (std::uint64_t point = 1; point < 6; ++point) {
    const std::size_t n = values[point].size();
    most = std::max(most, n);
    EXPECT_LE(half_width(point, n), 3) << point;
    if (n > 4) {
      EXPECT_GT(half_width(point, n * 2 / 3), 3) << point << " went on without need";
    }
  }
  EXPECT_EQ(values[0].size(), most);
  EXPECT_LE(values[1].size(), 6U);  // 0 months against the scenario's 6
  EXPECT_GT(values[5].size(), 100U);
  for (const std::uint64_t i : {0U, 1U, 2U, 3U}) {
    StudyOptions part = options;
    part.shard = {i, 4};
    static_cast<void>(run_into(file(std::to_string(i)), study, part));
  }
  ASSERT_TRUE(merge_shards(file("merged.db"), {file("0"), file("1"), file("2"), file("3")}).ok());
  EXPECT_EQ(exported("merged.db"), exported("whole.db"));
}

TEST_F(StudyRunner, AdaptiveReplicationsCompareScenariosWhereThereAreSeveral) {
  const Study study = study_of(R"("factors":["home_bias"],
      "design":{"latin_hypercube":{"n":3}},"outcomes":["jobs"],
      "replications":{"outcome":"jobs","half_width":1,"min":2,"max":9})",
                               R"("baseline.json","whole_package.json")");
  StudyOptions options;
  options.live = &pretended;
  static_cast<void>(run_into(file("a.db"), study, options));
  std::map<std::pair<std::uint64_t, std::uint64_t>, int> counts;
  const auto results = read_store(file("a.db"));
  for (const RunRow& row : results.value().runs) ++counts[{row.place.point, row.place.scenario}];
  EXPECT_EQ(counts.size(), 6U);
  for (const auto& [cell, count] : counts) EXPECT_EQ(count, 9);  // too far apart to be known by then
}

long peak_kilobytes() {
  std::ifstream status("/proc/self/status");
  std::string line;
  while (std::getline(status, line)) {
    if (line.starts_with("VmHWM:")) return std::stol(line.substr(6));
  }
  return -1;
}

TEST_F(StudyRunner, SlowAMillionRunsFitInThreeHundredMegabytes) {
  const Study study = study_of(R"("factors":["rent_free_months","home_bias","footloose_rate","origin_rent"],
      "design":{"sobol":{"n":20834}},"outcomes":["jobs","output","wage"],"replications":8)");
  StudyOptions options;
  options.live = &pretended;
  const StudyTally tally = run_into(file("a.db"), study, options);
  EXPECT_EQ(tally.done, 20834U * 6U * 8U);
  ASSERT_GT(peak_kilobytes(), 0);
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  GTEST_SKIP() << "a sanitizer's shadow is memory too";
#else
  EXPECT_LT(peak_kilobytes(), 300 * 1000);
#endif
}

}  // namespace
}  // namespace park::study
