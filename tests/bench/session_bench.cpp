// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>

#include <chrono>
#include <cmath>
#include <thread>

#include "session/fan_building.hpp"
#include "session/live_ensemble.hpp"
#include "shipped_scenario.hpp"

namespace park::ui {
namespace {

using Clock = std::chrono::steady_clock;

/// The scenario as a dragged slider leaves it, another one each time.
std::shared_ptr<const Scenario> edited(const std::shared_ptr<const Scenario>& scenario, int edit) {
  Scenario changed = *scenario;
  changed.parameters.levers.standard_factory_rent = 5 + 0.01 * (edit % 400);
  return std::make_shared<const Scenario>(std::move(changed));
}

/// An edit of whole_package beside the baseline, whose 64 runs are known after the first round: until
/// `is_reached` holds of the answer. Manual time; the answer is looked for every 0.2 ms, as a frame would.
template <class Reached>
void edit_until(benchmark::State& state, const Reached& is_reached) {
  const auto baseline = test::shared(test::shipped_scenario("baseline"));
  const auto package = test::shared(test::shipped_scenario("whole_package"));
  LiveEnsemble ensemble(std::make_shared<SeedPools>());
  ensemble.ask({{baseline, package}, {0, 1}, 2026, 64});
  (void)ensemble.wait();
  int edit = 0;
  for ([[maybe_unused]] auto _ : state) {
    const auto scenario = edited(package, ++edit);
    const Clock::time_point begin = Clock::now();
    const std::uint64_t generation = ensemble.ask({{baseline, scenario}, {0, 1}, 2026, 64});
    std::shared_ptr<const Futures> answer;
    do {
      std::this_thread::sleep_for(std::chrono::microseconds(200));
      answer = ensemble.snapshot();
    } while (answer->generation() != generation || !is_reached(*answer));
    state.SetIterationTime(std::chrono::duration<double>(Clock::now() - begin).count());
    (void)ensemble.wait();
  }
}

void first_answer(benchmark::State& state) {
  edit_until(state, [](const Futures&) { return true; });
}
BENCHMARK(first_answer)->Name("Edit/first_answer")->UseManualTime()->Unit(benchmark::kMillisecond);

/// The first answer with intervals.
void four_runs(benchmark::State& state) {
  edit_until(state, [](const Futures& futures) { return futures.paired_runs() >= 4; });
}
BENCHMARK(four_runs)->Name("Edit/four_runs")->UseManualTime()->Unit(benchmark::kMillisecond);

void whole_fan(benchmark::State& state) {
  edit_until(state, [](const Futures& futures) { return futures.is_complete(); });
}
BENCHMARK(whole_fan)->Name("Edit/whole_fan")->UseManualTime()->Unit(benchmark::kMillisecond);

/// Bands and differences of 64 runs, as they are built beside the runs.
void build(benchmark::State& state) {
  auto scenario = std::make_shared<Scenario>();
  constexpr std::size_t columns = 164;
  LivedRuns runs;
  for (int r = 0; r < 64; ++r) {
    auto run = std::make_shared<LivedRun>();
    run->values.resize(filled_up(columns * 121));
    for (std::size_t i = 0; i < run->values.size(); ++i) {
      run->values[i] = std::sin(static_cast<double>(i) + 1.7 * static_cast<double>(r));
    }
    runs.push_back(run);
  }
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(build_fan(scenario, columns, runs));
    benchmark::DoNotOptimize(build_differences(columns * 121, runs, runs));
  }
}
BENCHMARK(build)->Name("Edit/bands_and_differences")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace park::ui
