// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include <chrono>

#include "reduced/reduced_park.hpp"
#include "rules/rules.hpp"
#include "shipped_scenario.hpp"
#include "study/ensemble.hpp"

namespace park {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::uint64_t seed = 2026;

std::shared_ptr<const Scenario> scenario_of(const char* name, const std::vector<std::string>& settings = {}) {
  return test::shared(test::shipped_scenario(name, settings));
}

void live(benchmark::State& state, const std::shared_ptr<const Scenario>& scenario,
          const study::RunOptions& options) {
  const std::vector<IndicatorColumn> columns = indicator_columns(*scenario);
  const study::RunResult run = study::run_once(scenario, seed, columns, options);
  if (!run.ok()) state.SkipWithError(run.error.c_str());
  benchmark::DoNotOptimize(run.digest);
}

/// One run of 120 months with all indicators; the pool is shared, as in a paired study.
void default_run(benchmark::State& state, const char* name) {
  const auto scenario = scenario_of(name);
  study::RunOptions options;
  options.pool = make_pool(*scenario, seed);
  for ([[maybe_unused]] auto _ : state) live(state, scenario, options);
}
BENCHMARK_CAPTURE(default_run, baseline, "baseline")
    ->Name("DefaultRun/baseline")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(default_run, whole_package, "whole_package")
    ->Name("DefaultRun/whole_package")
    ->Unit(benchmark::kMillisecond);

/// The same with the drawing of the pool.
void run_with_own_pool(benchmark::State& state, const char* name) {
  const auto scenario = scenario_of(name);
  for ([[maybe_unused]] auto _ : state) live(state, scenario, {});
}
BENCHMARK_CAPTURE(run_with_own_pool, baseline, "baseline")
    ->Name("DefaultRunWithPool/baseline")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(run_with_own_pool, whole_package, "whole_package")
    ->Name("DefaultRunWithPool/whole_package")
    ->Unit(benchmark::kMillisecond);

void draw_pool(benchmark::State& state) {
  const auto scenario = scenario_of("baseline");
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(make_pool(*scenario, seed));
}
BENCHMARK(draw_pool)->Name("MakePool")->Unit(benchmark::kMillisecond);

/// Opening the district with a pool that is there.
void open_world(benchmark::State& state) {
  const auto scenario = scenario_of("whole_package");
  const auto pool = make_pool(*scenario, seed);
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(start(scenario, seed, pool));
}
BENCHMARK(open_world)->Name("Start")->Unit(benchmark::kMicrosecond);

/// What each of the fourteen rules takes of a run; time outside them (policy in force, opening) is not
/// counted.
void rule_in_run(benchmark::State& state, const char* name) {
  const auto scenario = scenario_of(name);
  const auto pool = make_pool(*scenario, seed);
  const std::span<const Rule> rules = rules_of_a_month();
  const Rule& measured = rules[static_cast<std::size_t>(state.range(0))];
  for ([[maybe_unused]] auto _ : state) {
    World world = start(scenario, seed, pool);
    Clock::duration spent{};
    while (world.month < scenario->months) {
      ++world.month;
      put_policy_in_force(world);
      for (const Rule& rule : rules) {
        if (&rule != &measured) {
          rule.advance(world);
          continue;
        }
        const Clock::time_point begin = Clock::now();
        rule.advance(world);
        spent += Clock::now() - begin;
      }
    }
    state.SetIterationTime(std::chrono::duration<double>(spent).count());
  }
  state.SetLabel(std::string(measured.name));
}
BENCHMARK_CAPTURE(rule_in_run, whole_package, "whole_package")
    ->Name("Rule/whole_package")
    ->DenseRange(0, rule_count - 1)
    ->UseManualTime()
    ->MinTime(0.1)
    ->Unit(benchmark::kMicrosecond);

/// Reading all indicators in the last month of a run, times 121.
void recording(benchmark::State& state, const char* name) {
  const auto scenario = scenario_of(name);
  const std::vector<IndicatorColumn> columns = indicator_columns(*scenario);
  World world = start(scenario, seed);
  while (world.month < scenario->months) step(world);
  std::vector<double> row(columns.size());
  for ([[maybe_unused]] auto _ : state) {
    for (int month = 0; month <= scenario->months; ++month) record(world, columns, row);
    benchmark::DoNotOptimize(row.data());
  }
}
BENCHMARK_CAPTURE(recording, whole_package, "whole_package")
    ->Name("Record/whole_package")
    ->Unit(benchmark::kMicrosecond);

/// Bytes of what exists once per agent: the pool and the overlay of a run.
double bytes_per_agent(const World& world) {
  const auto held = [](const auto& vector) {
    return static_cast<double>(vector.capacity() * sizeof(vector[0]));
  };
  const Pool& pool = *world.pool;
  double bytes = held(pool.firms) + held(pool.first_partner) + held(pool.partners) + held(pool.first_reviews);
  const Pursuit& pursuit = world.pursuit;
  for (const std::vector<Search>& ripe : pursuit.searches) bytes += held(ripe);
  for (const std::vector<std::uint32_t>& larger : pursuit.larger_among) bytes += held(larger);
  bytes += static_cast<double>(pursuit.calendar.bytes());
  bytes += held(pursuit.firms);
  return bytes / static_cast<double>(pool.firms.size());
}

/// Months of a run by size of the pool: 6,000 agents at weight 8, larger pools at weight 1.
void months_by_pool(benchmark::State& state) {
  const auto agents = state.range(0);
  const auto months = static_cast<int>(state.range(1));
  const std::string weight = agents >= 48000 ? "1" : "8";
  const auto scenario =
      scenario_of("baseline", {"pool_agents=" + std::to_string(agents), "pool_weight=" + weight});
  const auto pool = make_pool(*scenario, seed);
  double bytes = 0;
  for ([[maybe_unused]] auto _ : state) {
    state.PauseTiming();
    World world = start(scenario, seed, pool);
    state.ResumeTiming();
    while (world.month < months) step(world);
    state.PauseTiming();
    bytes = bytes_per_agent(world);
    state.ResumeTiming();
  }
  state.counters["bytes_per_agent"] = bytes;
  state.counters["months"] = months;
}
BENCHMARK(months_by_pool)
    ->Name("Pool")
    ->ArgNames({"agents", "months"})
    ->Args({6000, 120})
    ->Args({60000, 120})
    ->Args({1000000, 12})
    ->Args({1000000, 120})
    ->Unit(benchmark::kMillisecond);

void draw_national_pool(benchmark::State& state) {
  const auto scenario = scenario_of("baseline", {"pool_agents=1000000", "pool_weight=1"});
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(make_pool(*scenario, seed));
}
BENCHMARK(draw_national_pool)->Name("MakePool/1000000")->Unit(benchmark::kMillisecond);

/// 64 paired runs of two policies, as after a slider moves. The bar is 200 ms on two cores, the aim 60.
void ensemble(benchmark::State& state) {
  const std::vector<std::shared_ptr<const Scenario>> scenarios = {scenario_of("baseline"),
                                                                  scenario_of("whole_package")};
  study::EnsembleOptions options;
  options.replications = 64;
  options.seed = seed;
  options.jobs = static_cast<int>(state.range(0));
  for ([[maybe_unused]] auto _ : state)
    benchmark::DoNotOptimize(study::run_paired(scenarios, options).complete);
  state.counters["runs"] = 128;
}
BENCHMARK(ensemble)
    ->Name("Ensemble128")
    ->ArgNames({"jobs"})
    ->Arg(1)
    ->Arg(2)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

/// The reduced park of tests/bench/peer: a replication of 120 months, to be set beside other frameworks.
void reduced_park(benchmark::State& state) {
  const auto firms = static_cast<std::uint32_t>(state.range(0));
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(reduced::run(firms, 120, seed).data());
}
BENCHMARK(reduced_park)
    ->Name("ReducedPark")
    ->ArgNames({"firms"})
    ->Arg(6000)
    ->Arg(60000)
    ->Arg(600000)
    ->Unit(benchmark::kMillisecond);

void load_baseline(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(test::shipped_scenario("baseline").months);
}
BENCHMARK(load_baseline)->Name("LoadScenario/baseline")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace park
