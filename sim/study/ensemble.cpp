// SPDX-License-Identifier: MIT
#include "study/ensemble.hpp"

#include <algorithm>
#include <exception>
#include <mutex>
#include <new>

#include "core/assert.hpp"
#include "study/same_destinations.hpp"
#include "study/tasks.hpp"

namespace park::study {
namespace {

constexpr const char* out_of_memory = "out of memory";

bool is_cancelled(const std::atomic<bool>* cancel) { return cancel != nullptr && cancel->load(); }

/// Lives every month into `result`; what is thrown leaves it half filled.
void live(const std::shared_ptr<const Scenario>& scenario, const std::vector<IndicatorColumn>& columns,
          const RunOptions& options, RunResult& result) {
  const int months = scenario->months;
  World world = start(scenario, result.seed, options.pool, options.journal);
  result.series = Series(columns.size(), static_cast<std::size_t>(months));
  for (int month = 0;; ++month) {
    if (options.check) check_conservation(world);
    record(world, columns, result.series.row(static_cast<std::size_t>(month)));
    if (options.each_month) options.each_month(world);
    if (month == months) break;
    if (is_cancelled(options.cancel)) {
      result.error = cancelled;
      return;
    }
    step(world, options.rules);
  }
  result.digest = digest(world);
}

/// One replication of every scenario. Scenarios whose pools are alike share one.
class Replication {
 public:
  Replication(const std::vector<std::shared_ptr<const Scenario>>& scenarios, std::uint64_t seed)
      : scenarios_(scenarios), seed_(seed) {}

  RunResult run(std::size_t scenario, const std::vector<IndicatorColumn>& columns, RunOptions options) {
    const std::uint64_t key = pool_key(*scenarios_[scenario]);
    options.pool = pool_of(scenario, key);
    return run_once(scenarios_[scenario], seed_, columns, options);
  }

 private:
  std::shared_ptr<const Pool> pool_of(std::size_t scenario, std::uint64_t key) {
    const auto found =
        std::find_if(pools_.begin(), pools_.end(), [&](const auto& pool) { return pool.first == key; });
    if (found != pools_.end()) return found->second;
    try {
      pools_.emplace_back(key, make_pool(*scenarios_[scenario], seed_));
    } catch (const std::exception&) {
      return nullptr;  // the run draws its own, fails in the same way and says why
    }
    return pools_.back().second;
  }

  const std::vector<std::shared_ptr<const Scenario>>& scenarios_;
  std::uint64_t seed_;
  std::vector<std::pair<std::uint64_t, std::shared_ptr<const Pool>>> pools_;
};

/// The scenarios of a replication: those of the ensemble, or their variants.
std::vector<std::shared_ptr<const Scenario>> scenarios_of(const Ensemble& ensemble,
                                                          const EnsembleOptions& options, std::size_t r) {
  if (!options.variant) return ensemble.scenarios;
  std::vector<std::shared_ptr<const Scenario>> result;
  for (std::size_t s = 0; s < ensemble.scenarios.size(); ++s) {
    result.push_back(options.variant(s, r));
    PARK_ASSERT(result.back()->months == ensemble.scenarios[s]->months);
  }
  return result;
}

void keep(const Series& series, KeptRun& kept) {
  try {
    kept.series = PackedSeries(series);
  } catch (const std::bad_alloc&) {
    kept.error = out_of_memory;
  }
}

/// Lives a replication of every scenario in turn; `report` is told of each that is done.
void run_replication(Ensemble& ensemble, const EnsembleOptions& options, std::size_t r,
                     const std::function<void()>& report) {
  const auto scenarios = scenarios_of(ensemble, options, r);
  Replication replication(scenarios, options.seed + r);
  RunOptions run_options;
  run_options.cancel = options.cancel;
  run_options.check = options.check;
  run_options.journal = options.journal;
  for (std::size_t s = 0; s < scenarios.size(); ++s) {
    if (is_cancelled(options.cancel)) return;
    if (options.each_month) {
      run_options.each_month = [&, s](const World& world) { options.each_month(s, r, world); };
    }
    const RunResult result = replication.run(s, ensemble.columns, run_options);
    KeptRun& kept = ensemble.results[s][r];
    static_cast<RunEnd&>(kept) = static_cast<const RunEnd&>(result);
    if (!options.each_run) {
      keep(result.series, kept);
    } else if (result.error != cancelled) {
      options.each_run(s, r, result);
    }
    report();
  }
}

/// Cuts every scenario after the last replication before the first one that was given up.
void keep_finished(Ensemble& ensemble, std::size_t replications) {
  std::size_t finished = 0;
  const auto is_finished = [&](const std::vector<KeptRun>& runs) {
    return runs[finished].error != cancelled;
  };
  while (finished < replications &&
         std::all_of(ensemble.results.begin(), ensemble.results.end(), is_finished)) {
    ++finished;
  }
  ensemble.complete = finished == replications;
  for (auto& runs : ensemble.results) runs.resize(finished);
}

}  // namespace

RunResult run_once(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed,
                   const std::vector<IndicatorColumn>& columns, const RunOptions& options) {
  RunResult result;
  result.seed = seed;
  try {
    live(scenario, columns, options, result);
  } catch (const std::bad_alloc&) {
    result.error = out_of_memory;
  } catch (const std::logic_error& error) {  // Bug, and what the standard library says of broken calls
    result.error = error.what();
    result.is_bug = true;
  } catch (const std::exception& error) {
    result.error = error.what();
  }
  if (!result.ok()) result.series = Series();
  return result;
}

Ensemble run_paired(std::vector<std::shared_ptr<const Scenario>> scenarios, const EnsembleOptions& options) {
  PARK_ASSERT(!scenarios.empty() && options.replications > 0);
  const auto has_same_columns = [&](const auto& scenario) {
    return scenario->months == scenarios.front()->months &&
           !other_destination(*scenarios.front(), *scenario).has_value();
  };
  PARK_ASSERT(std::all_of(scenarios.begin(), scenarios.end(), has_same_columns));
  Ensemble ensemble;
  ensemble.scenarios = std::move(scenarios);
  ensemble.columns = indicator_columns(*ensemble.scenarios.front());
  ensemble.seed = options.seed;
  const auto replications = static_cast<std::size_t>(options.replications);
  const std::size_t all = replications * ensemble.scenarios.size();
  // A replication that is never begun counts as given up.
  KeptRun not_begun;
  not_begun.error = cancelled;
  ensemble.results.assign(ensemble.scenarios.size(), std::vector<KeptRun>(replications, not_begun));
  std::mutex reporting;
  std::size_t done = 0;
  const auto report = [&] {
    const std::lock_guard lock(reporting);
    ++done;
    if (options.progress) options.progress(done, all);
  };
  for_each_task(replications, options.jobs,
                [&](std::size_t r) { run_replication(ensemble, options, r, report); });
  keep_finished(ensemble, replications);
  return ensemble;
}

}  // namespace park::study
