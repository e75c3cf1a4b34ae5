// SPDX-License-Identifier: MIT
#include "study/cluster/slurm.hpp"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <memory>
#include <sstream>

#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"

namespace park::study {
namespace {

/// As a word of the shell.
std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

std::string partition_option(const SlurmJob& job) {
  return job.partition.empty() ? "" : " --partition=" + quoted(job.partition);
}

std::string common_options(const SlurmJob& job, const char* log) {
  return "--parsable --requeue --open-mode=append --job-name=" + quoted(job.name) + partition_option(job) +
         " --output=" + quoted((job.folder / log).string());
}

}  // namespace

std::string shard_script(const SlurmJob& job) {
  std::ostringstream text;
  text << "#!/bin/bash\n"
          "# One shard of a study. It goes on where an earlier try was cut short.\n"
          "export PARKSIM_DATA="
       << quoted(job.data.string())
       << "\n"
          "task=$SLURM_ARRAY_TASK_ID\n"
       << quoted(job.program.string()) << " study run " << quoted(job.study.string()) << " --out "
       << quoted(job.folder.string()) << R"("/shard_$task.db" --shard "$task/)" << job.shards
       << "\" --jobs \"${SLURM_CPUS_PER_TASK:-1}\" --resume --quiet --lang en &\n"
          "child=$!\n"
          "trap 'kill -TERM \"$child\"' TERM\n"
          "wait \"$child\"; code=$?\n"
          "trap - TERM\n"
          "# The wait ends early when a signal comes: what is done is still being stored.\n"
          "if kill -0 \"$child\" 2>/dev/null; then wait \"$child\"; code=$?; fi\n"
          "# 0: done. 2: bad input, which would fail again.\n"
          "if [ \"$code\" -eq 0 ] || [ \"$code\" -eq 2 ]; then exit \"$code\"; fi\n"
          "me=${SLURM_ARRAY_JOB_ID}_$task\n"
          "# A busy controller does not always answer at once.\n"
          "for try in 1 2 3 4 5; do\n"
          "  state=$(scontrol show job \"$me\" -o | sed -n 's/.*JobState=\\([A-Z]*\\).*/\\1/p')\n"
          "  if [ -n \"$state\" ]; then break; fi\n"
          "  sleep $((try * try))\n"
          "done\n"
          "# A job that was cancelled stays so.\n"
          "if [ \"$state\" = RUNNING ] && [ \"${SLURM_RESTART_COUNT:-0}\" -lt "
       << most_restarts
       << " ]; then\n"
          "  echo \"shard $task ended with $code; asking to be queued again\" >&2\n"
          "  for try in 1 2 3 4 5; do\n"
          "    # Slurm ends this script when it queues the task again; exiting first would make the task "
          "fail.\n"
          "    scontrol requeue \"$me\" && sleep 600 && break\n"
          "    sleep $((try * try))\n"
          "  done\n"
          "fi\n"
          "exit \"$code\"\n";
  return text.str();
}

std::string merge_script(const SlurmJob& job) {
  std::ostringstream text;
  text << "#!/bin/bash\n"
          "export PARKSIM_DATA="
       << quoted(job.data.string()) << "\n"
       << "exec " << quoted(job.program.string()) << " study merge " << quoted(job.out.string());
  for (std::uint64_t i = 0; i < job.shards; ++i)
    text << " \\\n  " << quoted((job.folder / ("shard_" + std::to_string(i) + ".db")).string());
  text << " \\\n  --lang en\n";
  return text.str();
}

std::string submit_script(const SlurmJob& job) {
  std::ostringstream text;
  text << "#!/bin/bash\n"
          "# Prints the job numbers of the array and of the merge. May be run again: shards go on where they "
          "were.\n"
          "set -euo pipefail\n"
          "array=$(sbatch "
       << common_options(job, "shard_%a.log") << " --signal=B:TERM@60 --array=0-" << job.shards - 1 << ' '
       << quoted((job.folder / "shard.sh").string())
       << ")\n"
          "array=${array%%;*}\n"
          "merge=$(sbatch "
       << common_options(job, "merge.log") << " --dependency=\"afterok:$array\" --kill-on-invalid-dep=yes "
       << quoted((job.folder / "merge.sh").string())
       << ")\n"
          "echo \"$array ${merge%%;*}\"\n";
  return text.str();
}

void write_scripts(const SlurmJob& job) {
  write_file(job.folder / "shard.sh", shard_script(job));
  write_file(job.folder / "merge.sh", merge_script(job));
  write_file(job.folder / "submit.sh", submit_script(job));
}

Submitted submit(const SlurmJob& job) {
  const std::string script = (job.folder / "submit.sh").string();
  const std::string command = "bash " + quoted(script) + " 2>&1";
  const auto close = [](std::FILE* pipe) { ::pclose(pipe); };
  std::unique_ptr<std::FILE, decltype(close)> pipe(::popen(command.c_str(), "r"), close);
  if (!pipe) throw WorldError("cannot start bash");
  std::string said;
  std::array<char, 4096> piece{};
  for (std::size_t count = 1; count > 0;) {
    count = std::fread(piece.data(), 1, piece.size(), pipe.get());
    said.append(piece.data(), count);
  }
  const int status = ::pclose(pipe.release());
  Submitted numbers;
  std::istringstream words(said);
  if (status == 0 && words >> numbers.array >> numbers.merge) return numbers;
  throw WorldError("the cluster took no job (" + shown(said, 400) + "); the scripts are in " +
                   shown(job.folder.string(), 300) + ", where submit.sh may be run by hand");
}

}  // namespace park::study
