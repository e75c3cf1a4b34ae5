// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/study_words.hpp"
#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"
#include "study/cluster/slurm.hpp"
#include "study/document_parts.hpp"

namespace park::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t max_shards = 100000;

/// A name that Slurm takes and that stays one word.
bool is_plain(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == ',';
  });
}

study::SlurmJob job_of(const Request& request, const study::Study& study, std::uint64_t shards) {
  study::SlurmJob job;
  job.program = fs::read_symlink("/proc/self/exe");
  job.data = shipped_data_folder();
  job.study = fs::absolute(request.words.front());
  job.out = fs::absolute(request.out.value_or(default_store(study.outline)));
  job.folder = job.out.string() + ".slurm";
  job.name = "parksim-" + study.outline.name;
  job.partition = request.partition.value_or("");
  job.shards = shards;
  return job;
}

}  // namespace

int study_submit_command(const Request& request, const Console& console) {
  Problems problems;
  check_words(request, "STUDY", 1, 1, problems);
  if (request.cluster != "slurm") {
    problems.push_back({command_line_source, "/--cluster", "slurm",
                        request.cluster ? "\"" + shown(*request.cluster) + "\"" : "none"});
  }
  if (!request.shards) problems.push_back({command_line_source, "/--shards", "how many", "none"});
  const auto shards = whole_option(request.shards, "--shards", 1, max_shards, problems);
  if (request.partition && !is_plain(*request.partition)) {
    problems.push_back({command_line_source, "/--partition", "the name of a partition",
                        "\"" + shown(*request.partition) + "\""});
  }
  check_store_path(request.out, "/--out", problems);
  if (request.words.size() != 1) return console.refuse(problems);
  const auto study = study::load_study(fs::path(request.words.front()));
  if (!study.ok()) append(problems, study.problems());
  if (!problems.empty()) return console.refuse(problems);
  const study::SlurmJob job = job_of(request, study.value(), shards.value_or(1));
  std::error_code error;
  if (fs::exists(job.out, error))
    return console.refuse({{job.out.string(), "/", "a new file for the merge", "one that is there already"}});
  make_folder_of((job.folder / "shard.sh").string());
  study::write_scripts(job);
  const study::Submitted numbers = study::submit(job);
  if (console.is_json) {
    console.print(study::finished({{"array", numbers.array},
                                   {"merge", numbers.merge},
                                   {"folder", job.folder.string()},
                                   {"out", job.out.string()}}));
  } else {
    console.print(console.texts("study.submitted", {std::to_string(job.shards), numbers.array, numbers.merge,
                                                    job.out.string(), job.folder.string()}) +
                  "\n");
  }
  return exit_code::fine;
}

}  // namespace park::cli
