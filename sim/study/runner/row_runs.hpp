// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "study/runner/shared_pools.hpp"
#include "study/runner/study_runner.hpp"

namespace park::study {

/// The runs of a study or a search, each written down as a row of its store.
class RowRuns {
 public:
  /// `outcomes` and `options` must outlive it; `any` is a scenario of the study: all have the same columns.
  RowRuns(const Scenario& any, std::span<const StudyOutcome> outcomes, const StudyOptions& options);

  /// Runs the scenario under the row's seed and writes into the row how it went; a run that fails is a row as
  /// well. False if it was given up. From any thread.
  [[nodiscard]] bool run(const std::shared_ptr<const Scenario>& scenario, RunRow& row);

 private:
  std::vector<IndicatorColumn> columns_;
  std::span<const StudyOutcome> outcomes_;
  const StudyOptions& options_;
  SharedPools pools_;
};

}  // namespace park::study
