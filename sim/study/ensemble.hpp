// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "indicators/indicators.hpp"
#include "simulation.hpp"
#include "study/packed_series.hpp"

namespace park::study {

/// Error of a run that was given up.
inline constexpr const char* cancelled = "cancelled";

/// How a run ended. A run that failed has an error and no series.
struct RunEnd {
  std::uint64_t seed = 0;
  std::uint64_t digest = 0;
  std::string error;
  bool is_bug = false;  ///< the error is a broken promise of ours, not the world's

  [[nodiscard]] bool ok() const { return error.empty(); }
};
/// One finished run.
struct RunResult : RunEnd {
  Series series;
};
/// The same as one of many.
struct KeptRun : RunEnd {
  PackedSeries series;
};

/// Lives a scenario from start to end under one seed. Cancellable between months: if `cancel` becomes true
/// the result has error "cancelled". `check` runs check_conservation after every month.
struct RunOptions {
  std::shared_ptr<const Pool> pool;
  const std::atomic<bool>* cancel = nullptr;
  bool check = false;
  JournalMode journal = JournalMode::Off;
  RuleSwitches rules = all_rules();
  /// Called after each month with the world (0 is the opening); may be empty.
  std::function<void(const World&)> each_month;
};
[[nodiscard]] RunResult run_once(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed,
                                 const std::vector<IndicatorColumn>& columns, const RunOptions& options = {});

/// Paired replications of one or more scenarios: replication r of every scenario runs under seed + r and
/// shares its pool where the scenarios allow it.
struct EnsembleOptions {
  int replications = 64;
  std::uint64_t seed = 0;
  int jobs = 0;  ///< 0: all cores
  const std::atomic<bool>* cancel = nullptr;
  bool check = false;
  /// Runs done so far and in all; called from worker threads, one at a time.
  std::function<void(std::size_t done, std::size_t all)> progress;
  JournalMode journal = JournalMode::Off;
  /// The scenario of one replication in that place, with the same start and months; empty: the same in all.
  std::function<std::shared_ptr<const Scenario>(std::size_t scenario, std::size_t replication)> variant;
  /// Called after each month of each run (0 is the opening) from worker threads: at the same time for
  /// different replications, one after the other within a replication.
  std::function<void(std::size_t scenario, std::size_t replication, const World&)> each_month;
  /// Called with each run that ended, as each_month is. Its series is dropped afterwards, so that millions
  /// of runs need no memory; empty keeps them.
  std::function<void(std::size_t scenario, std::size_t replication, const RunResult&)> each_run;
};

/// results[scenario][replication]. Replications that did not finish (cancelled) are missing from the end of
/// every scenario alike, so that what is there is paired.
struct Ensemble {
  std::vector<std::shared_ptr<const Scenario>> scenarios;
  std::vector<IndicatorColumn> columns;
  std::vector<std::vector<KeptRun>> results;
  std::uint64_t seed = 0;  ///< of the first replication
  bool complete = true;
};

/// The one paired-run function: compare, studies, the live ensemble and captions stand on it. Equal for any
/// jobs.
[[nodiscard]] Ensemble run_paired(std::vector<std::shared_ptr<const Scenario>> scenarios,
                                  const EnsembleOptions& options);

}  // namespace park::study
