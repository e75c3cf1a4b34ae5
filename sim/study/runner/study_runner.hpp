// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "core/digest.hpp"
#include "study/ensemble.hpp"
#include "study/plan/study_plan.hpp"
#include "study/store/result_store.hpp"

namespace park::study {

struct StudyOptions {
  int jobs = 0;  ///< 0: all cores
  Shard shard;
  const std::atomic<bool>* cancel = nullptr;
  bool check = false;
  /// Runs done now and still to do, as far as known (adaptive replications decide on the way); from worker
  /// threads, one at a time.
  std::function<void(std::size_t done, std::size_t all)> progress;
  /// How a run is lived.
  std::function<RunResult(const std::shared_ptr<const Scenario>& scenario, std::uint64_t seed,
                          const std::vector<IndicatorColumn>& columns, const RunOptions& options)>
      live = &run_once;
};

struct StudyTally {
  std::uint64_t done = 0;     ///< runs of this call
  std::uint64_t earlier = 0;  ///< that the store had before
  std::uint64_t failed = 0;   ///< of both
  bool is_complete = false;
  double seconds_storing = 0;  ///< of processor time in the storing thread
};

/// Runs what the store does not have yet: replications in the outer loop, so that runs of a seed follow each
/// other and share its pool. Memory does not grow with the number of runs. A run that fails is a row. Throws
/// WorldError if the store takes no more.
[[nodiscard]] StudyTally run_study(const Study& study, ResultStore& store, const StudyOptions& options);

}  // namespace park::study
