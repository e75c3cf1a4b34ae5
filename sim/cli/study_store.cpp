// SPDX-License-Identifier: MIT
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/study_words.hpp"
#include "scenario/fault_list.hpp"
#include "study/document_parts.hpp"
#include "study/search/search_results.hpp"
#include "study/store/store_results.hpp"

namespace park::cli {
namespace {

namespace fs = std::filesystem;

}  // namespace

void check_store_path(const std::optional<std::string>& path, const char* pointer, Problems& problems) {
  std::error_code error;
  if (!path || (!path->empty() && !fs::is_directory(*path, error))) return;
  problems.push_back({command_line_source, pointer, "a file", "\"" + shown(*path) + "\""});
}

int study_merge_command(const Request& request, const Console& console) {
  Problems problems;
  constexpr std::size_t max_shards = 100000;
  check_words(request, "OUT.db SHARD.db", 2, max_shards, problems);
  if (!request.words.empty()) check_store_path(request.words.front(), "/OUT.db", problems);
  if (!problems.empty()) return console.refuse(problems);
  const std::string& out = request.words.front();
  make_folder_of(out);
  const auto tally = study::merge_shards(out, {request.words.begin() + 1, request.words.end()});
  if (!tally.ok()) return console.refuse(tally.problems());
  const study::StoreTally& merged = tally.value();
  if (console.is_json) {
    console.print(study::finished({{"out", out},
                                   {"runs", {{"ok", merged.ok}, {"failed", merged.failed}}},
                                   {"complete", merged.is_complete}}));
  } else {
    console.print(console.texts("study.merged", {std::to_string(merged.ok + merged.failed),
                                                 std::to_string(request.words.size() - 1), out}) +
                  "\n");
  }
  if (!merged.is_complete) console.complain(console.texts("study.incomplete", {out}));
  return exit_code::fine;
}

int study_export_command(const Request& request, const Console& console) {
  Problems problems;
  check_words(request, "FILE.db", 1, 1, problems);
  if (!request.csv) problems.push_back({command_line_source, "/--csv", "a folder", "none"});
  std::error_code error;
  const bool is_other =
      request.csv &&
      (request.csv->empty() || (fs::exists(*request.csv, error) && !fs::is_directory(*request.csv, error)));
  if (is_other)
    problems.push_back({command_line_source, "/--csv", "a folder", "\"" + shown(*request.csv) + "\""});
  if (!problems.empty()) return console.refuse(problems);
  const std::string& file = request.words.front();
  const fs::path folder(*request.csv);
  const auto rows = study::export_csv(file, folder.string());
  if (!rows.ok()) return console.refuse(rows.problems());
  if (study::holds_search(file)) {
    const auto results = study::read_search(file);
    if (!results.ok()) return console.refuse(results.problems());
    study::export_front(results.value(), folder.string());
  }
  if (console.is_json) {
    console.print(study::finished({{"folder", folder.string()}, {"rows", rows.value()}}));
  } else {
    console.print(console.texts("study.exported", {std::to_string(rows.value()), folder.string()}) + "\n");
  }
  return exit_code::fine;
}

}  // namespace park::cli
