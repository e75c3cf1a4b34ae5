// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "cli/console.hpp"
#include "cli/request.hpp"
#include "study/comparison.hpp"
#include "study/terminal/progress.hpp"

namespace park::cli {

/// What `run` and `compare` have in common: scenarios with their settings, replications, where results go.
struct EnsembleRequest {
  std::vector<std::shared_ptr<const Scenario>> scenarios;
  study::EnsembleOptions options;
  std::optional<std::filesystem::path> out;
};

/// Reads --replications, --seed (else 0), --jobs and the switch for checks.
void read_replication_options(const Request& request, study::EnsembleOptions& options, Problems& problems);

/// Loads and checks everything, from `min` to `max` scenarios; all problems at once. `--set`, `--months` and
/// `--seed` act on every scenario.
[[nodiscard]] Checked<EnsembleRequest> read_ensemble_request(const Request& request, std::size_t min,
                                                             std::size_t max);

/// The value of --jobs; 0, all cores, where it is not given.
[[nodiscard]] int read_jobs(const Request& request, Problems& problems);

/// The options of a request, with progress and Ctrl-C; makes the folder for results, before the work and not
/// after it. `progress` outlives the work. Throws WorldError.
[[nodiscard]] study::EnsembleOptions watched(const EnsembleRequest& request, Progress& progress);

/// Runs, with progress and Ctrl-C, and gives the results. Throws WorldError if they cannot fit in memory.
struct Experiment {
  study::Ensemble ensemble;
  study::Comparison comparison;
  double seconds = 0;
};
[[nodiscard]] Experiment carry_out(const EnsembleRequest& request, const Console& console);

/// Prints document or table, writes the files, says what failed, and gives the exit code. `document` is only
/// made where it is printed or written: it takes as long as several runs.
[[nodiscard]] int deliver(const EnsembleRequest& request, const Experiment& experiment,
                          const std::function<std::string()>& document, const std::string& table,
                          const Console& console);

/// Says which runs failed and whether the work was stopped; gives the exit code.
[[nodiscard]] int conclude(const EnsembleRequest& request, const study::Ensemble& ensemble,
                           const Console& console);

/// `64 replications from seed 2026, 120 months from 2026-01, 1.2 s`.
[[nodiscard]] std::string experiment_line(const Experiment& experiment, const Texts& texts);
[[nodiscard]] std::string ensemble_line(const study::Ensemble& ensemble, double seconds, const Texts& texts);

/// The indicators of the printed tables, in their order.
[[nodiscard]] std::vector<std::size_t> main_columns(const std::vector<IndicatorColumn>& columns);

}  // namespace park::cli
