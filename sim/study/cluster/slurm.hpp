// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

namespace park::study {

/// A study divided among the tasks of a Slurm job array, with a merge that waits for all of them. Paths are
/// absolute and are the same on every node.
struct SlurmJob {
  std::filesystem::path program;  ///< parksim
  std::filesystem::path data;     ///< PARKSIM_DATA
  std::filesystem::path study;
  std::filesystem::path folder;  ///< for scripts, shards and what the tasks say
  std::filesystem::path out;     ///< of the merge
  std::string name;
  std::string partition;  ///< empty: the cluster's own choice
  std::uint64_t shards = 1;
};

/// How often a task whose process fails or is killed asks to be queued again.
inline constexpr int most_restarts = 5;

/// The batch script of one shard. A task that fails is not queued again by Slurm, and the merge would wait
/// for ever: the script asks for it itself. Bad input is left failed, as it would fail again.
[[nodiscard]] std::string shard_script(const SlurmJob& job);
[[nodiscard]] std::string merge_script(const SlurmJob& job);
/// Submits both, and prints the numbers of the array and the merge.
[[nodiscard]] std::string submit_script(const SlurmJob& job);

/// Writes `shard.sh`, `merge.sh` and `submit.sh` into the folder. Throws WorldError.
void write_scripts(const SlurmJob& job);

struct Submitted {
  std::string array, merge;  ///< job numbers
};
/// Runs `submit.sh`. Throws WorldError with what sbatch said.
[[nodiscard]] Submitted submit(const SlurmJob& job);

}  // namespace park::study
