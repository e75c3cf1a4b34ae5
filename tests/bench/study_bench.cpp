// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <atomic>
#include <ctime>
#include <filesystem>

#include "shipped_scenario.hpp"
#include "study/runner/study_runner.hpp"
#include "study/tasks.hpp"

namespace park::study {
namespace {

namespace fs = std::filesystem;

double seconds_of(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// 400 runs of ten years: 100 design points of five factors around the whole package, four seeds.
Study benched_study() {
  test::find_shipped_data();
  auto study = load_study(
      R"json({"schema":"parksim/study/1","name":"bench","scenarios":["whole_package.json"],
          "factors":["rent_free_months","home_bias","footloose_rate","origin_rent","service_officers"],
          "design":{"latin_hypercube":{"n":100}},
          "outcomes":["jobs","output","firms_producing","fiscal_npv","trough(developer_cash)"],
          "replications":4})json",
      "bench.json", fs::path(PARKSIM_SOURCE_DIR) / "scenarios");
  if (!study.ok()) throw std::runtime_error(to_string(study.problems().front()));
  return std::move(study).value();
}

/// Where the processor time of a study goes: into runs, counted in the threads that live them, into the
/// thread that stores, and into all else (pools, scenarios, hand-over). Of processor time, so that the shares
/// hold on a machine that others use too; `cores` says how many of them the study got.
struct Shares {
  double wall = 0, processor = 0, storing = 0;
  std::atomic<double> living = 0;
};

void run_stored(benchmark::State& state) {
  const Study study = benched_study();
  const fs::path folder = fs::temp_directory_path() / ("parksim_bench_" + std::to_string(::getpid()));
  fs::create_directories(folder);
  Shares shares;
  StudyOptions options;
  options.jobs = static_cast<int>(state.range(0));
  options.live = [&](const auto& scenario, std::uint64_t seed, const auto& columns, const RunOptions& run) {
    const double begun = seconds_of(CLOCK_THREAD_CPUTIME_ID);
    RunResult result = run_once(scenario, seed, columns, run);
    shares.living += seconds_of(CLOCK_THREAD_CPUTIME_ID) - begun;
    return result;
  };
  std::uint64_t runs = 0;
  for ([[maybe_unused]] auto _ : state) {
    const std::string file = (folder / (std::to_string(runs) + ".db")).string();
    const double begun = seconds_of(CLOCK_MONOTONIC);
    const double processor = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    {
      const auto store = ResultStore::open(file, study, options.shard, false);
      const StudyTally tally = run_study(study, *store.value(), options);
      if (tally.failed > 0 || !tally.is_complete) state.SkipWithError("a run failed");
      runs += tally.done;
      shares.storing += tally.seconds_storing;
    }
    shares.wall += seconds_of(CLOCK_MONOTONIC) - begun;
    shares.processor += seconds_of(CLOCK_PROCESS_CPUTIME_ID) - processor;
  }
  fs::remove_all(folder);
  const auto count = static_cast<double>(runs);
  state.counters["runs_per_s"] = count / shares.wall;
  state.counters["runs_per_core_s"] = count / shares.processor;
  state.counters["cores"] = shares.processor / shares.wall;
  state.counters["simulating"] = shares.living / shares.processor;
  state.counters["storing"] = shares.storing / shares.processor;
}
/// The same runs by themselves: no study, no store, one pool a seed.
void run_bare(benchmark::State& state) {
  const Study study = benched_study();
  const auto design = make_design(study.outline.design, study.outline.factors, study.outline.seed);
  const auto columns = indicator_columns(*study.scenarios.front());
  std::vector<std::shared_ptr<const Scenario>> scenarios;
  std::vector<double> units(study.outline.factors.size());
  std::vector<double> values(units.size());
  for (std::uint64_t point = 0; point < design->size(); ++point) {
    design->point(point, units);
    values_of(study.outline.factors, units, values);
    auto scenario = std::make_shared<Scenario>(*study.scenarios.front());
    for (std::size_t f = 0; f < values.size(); ++f) apply(*scenario, *study.parameters[f], values[f]);
    scenarios.push_back(std::move(scenario));
  }
  double processor = 0;
  double runs = 0;
  for ([[maybe_unused]] auto _ : state) {
    const double begun = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    for (int r = 0; r < study.outline.replications.least; ++r) {
      const std::uint64_t seed = study.outline.seed + static_cast<std::uint64_t>(r);
      RunOptions options;
      options.pool = make_pool(*scenarios.front(), seed);
      for_each_task(scenarios.size(), static_cast<int>(state.range(0)), [&](std::size_t i) {
        benchmark::DoNotOptimize(run_once(scenarios[i], seed, columns, options).digest);
      });
      runs += static_cast<double>(scenarios.size());
    }
    processor += seconds_of(CLOCK_PROCESS_CPUTIME_ID) - begun;
  }
  state.counters["runs_per_core_s"] = runs / processor;
}
BENCHMARK(run_bare)
    ->Name("Study400/bare")
    ->ArgNames({"jobs"})
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

BENCHMARK(run_stored)
    ->Name("Study400/stored")
    ->ArgNames({"jobs"})
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace park::study
