// SPDX-License-Identifier: MIT
#include "study/runner/row_runs.hpp"

#include "core/no_value.hpp"

namespace park::study {

RowRuns::RowRuns(const Scenario& any, std::span<const StudyOutcome> outcomes, const StudyOptions& options)
    : columns_(indicator_columns(any)), outcomes_(outcomes), options_(options) {}

bool RowRuns::run(const std::shared_ptr<const Scenario>& scenario, RunRow& row) {
  RunOptions run_options;
  run_options.pool = pools_.pool_of(*scenario, row.seed);
  run_options.cancel = options_.cancel;
  run_options.check = options_.check;
  const RunResult result = options_.live(scenario, row.seed, columns_, run_options);
  if (result.error == cancelled) return false;
  row.error = result.error;
  row.status = result.ok() ? "ok" : result.is_bug ? "bug" : "failed";
  if (result.ok()) row.digest = to_hex(result.digest);
  for (const StudyOutcome& one : outcomes_)
    row.outcomes.push_back(result.ok() ? evaluate(one.outcome, result.series, columns_) : no_value);
  return true;
}

}  // namespace park::study
