// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "core/checked.hpp"
#include "study/store/result_store.hpp"

namespace park::study {

/// Everything a store holds, in memory, for analyses.
struct StudyResults {
  std::string document;  ///< study_document()
  StudyOutline outline;
  DesignTable design;        ///< the whole design, whether or not its points were run
  std::vector<RunRow> runs;  ///< by point, scenario, replication
  bool is_complete = false;  ///< nothing is left to run
};

/// A missing file or one that is no store is a problem; a damaged one is a WorldError.
[[nodiscard]] Checked<StudyResults> read_store(const std::string& path);

/// Writes `study.json`, `runs.csv` and `points.csv` into a folder, which is made. The bytes depend on the
/// study alone: not on threads, shards or interruptions. Headers: runs
/// point,scenario,replication,run_seed,status,error,digest, factors, outcomes   a row a run points
/// point,scenario,runs,failed, factors, means of the outcomes                   a row a point, scenario An
/// empty factor is as in the scenario; an empty outcome has no value. Returns the rows of runs.csv.
[[nodiscard]] Checked<std::uint64_t> export_csv(const std::string& path, const std::string& folder);

/// How much of a store there is.
struct StoreTally {
  std::uint64_t ok = 0;
  std::uint64_t failed = 0;
  bool is_complete = false;
};

/// Makes one store of the shards of a study. Shards of different studies, counts or C libraries, and a shard
/// named twice, are problems; one that is missing or unfinished leaves the result incomplete, and `study run
/// --resume` goes on with it.
[[nodiscard]] Checked<StoreTally> merge_shards(const std::string& path,
                                               const std::vector<std::string>& shards);

}  // namespace park::study
