// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/ensemble_request.hpp"
#include "cli/search_tables.hpp"
#include "cli/study_words.hpp"
#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"
#include "study/document_parts.hpp"
#include "study/search/saved_policy.hpp"
#include "study/search/search_run.hpp"
#include "study/search/search_summary.hpp"
#include "study/search/search_words.hpp"
#include "study/store/store_layout.hpp"
#include "study/terminal/interrupt.hpp"
#include "study/terminal/progress.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

namespace fs = std::filesystem;

/// A folder to be made, or one that is there.
void check_save(const Request& request, Problems& problems) {
  if (!request.save) return;
  std::error_code error;
  const bool is_other = fs::exists(*request.save, error) && !fs::is_directory(*request.save, error);
  if (request.save->empty() || is_other)
    problems.push_back({command_line_source, "/--save", "a folder", "\"" + shown(*request.save) + "\""});
}

/// The rows a store has before the search goes on.
std::vector<study::RunRow> rows_of(const std::string& path, const study::SearchOutline& outline) {
  const auto database = study::open_for_reading(path);
  if (!database.ok()) throw WorldError(to_string(database.problems().front()));
  std::vector<study::RunRow> rows;
  study::RowReader reader(*database.value(), outline.study, false);
  while (auto row = reader.next()) rows.push_back(std::move(*row));
  return rows;
}

study::SearchTally run(const study::Search& search, study::ResultStore& store, const std::string& path,
                       study::StudyOptions options, const Console& console) {
  Progress progress(console.texts, console.is_quiet);
  options.progress = [&](std::size_t done, std::size_t all) { progress.report(done, all); };
  const study::SearchTally tally = study::run_search(search, store, rows_of(path, search.outline), options);
  const double seconds = progress.seconds();
  if (!console.is_json) {
    console.remark(console.texts(
        "study.speed", {std::to_string(tally.done), readable(console.texts, seconds),
                        readable(console.texts, static_cast<double>(tally.done) / std::max(seconds, 1e-9))}));
  }
  return tally;
}

study::PolicyLabels labels_of(const study::Search& search, const study::SearchResults& results,
                              std::size_t number) {
  const study::StudyOutline& study = search.outline.study;
  const study::Policy& policy = results.candidates[results.front.policies[number - 1].candidate].policy;
  const auto columns = indicator_columns(*search.scenario);
  const std::string digits = (number < 10 ? "0" : "") + std::to_string(number);
  study::PolicyLabels labels;
  labels.name = study.name + "_" + digits;
  for (const Language language : {Language::Chinese, Language::English}) {
    const Texts texts = Texts::load(language);
    const study::SearchWords words(texts, search.outline, search.scenario->facts->clauses, columns);
    const std::string_view search_label = texts.pick(study.label_zh, study.label_en);
    const std::string_view base = texts.pick(search.scenario->label_zh, search.scenario->label_en);
    (texts.is_chinese() ? labels.zh : labels.en) =
        texts("search.saved_label", {search_label, std::to_string(number)});
    (texts.is_chinese() ? labels.about_zh : labels.about_en) =
        texts("search.saved_about", {search_label, base, words.policy(policy)});
  }
  return labels;
}

/// Every recommended policy as a scenario file; the names of the files.
std::vector<std::string> save(const study::Search& search, const study::SearchResults& results,
                              const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw WorldError("cannot make the folder " + shown(folder, 300) + ": " + error.message());
  std::vector<std::string> files;
  for (std::size_t p = 0; p < results.front.recommended(); ++p) {
    const study::PolicyLabels labels = labels_of(search, results, p + 1);
    const fs::path target = fs::path(folder) / (labels.name + ".json");
    const study::Policy& policy = results.candidates[results.front.policies[p].candidate].policy;
    write_file(target, study::policy_scenario(search, policy, labels, target));
    files.push_back(target.string());
  }
  return files;
}

int tell(const study::Search& search, const std::string& out, const Request& request,
         const Console& console) {
  const auto read = study::read_search(out);
  if (!read.ok()) throw WorldError(to_string(read.problems().front()));
  const study::SearchResults& results = read.value();
  std::vector<std::string> files;
  if (request.save && results.is_complete) files = save(search, results, *request.save);
  if (console.is_json) {
    nlohmann::ordered_json document = study::search_summary(results);
    document["out"] = out;
    document["saved"] = files;
    console.print(study::finished(document));
  } else {
    console.print(search_tables(results, search.scenario->facts->clauses, indicator_columns(*search.scenario),
                                console.texts));
    console.remark(console.texts("run.written", {out}));
  }
  if (results.failed > 0)
    console.complain(console.texts("study.failed", {std::to_string(results.failed), out}));
  if (!files.empty() && !console.is_json)
    console.remark(console.texts("search.saved", {std::to_string(files.size()), *request.save}));
  if (results.is_complete) return exit_code::fine;
  console.complain(console.texts("study.stopped", {std::to_string(results.ok + results.failed), out}));
  return exit_code::stopped;
}

}  // namespace

int search_command(const Request& request, const Console& console) {
  Problems problems;
  check_words(request, "SPEC", 1, 1, problems);
  study::StudyOptions options;
  options.jobs = read_jobs(request, problems);
  check_store_path(request.out, "/--out", problems);
  check_save(request, problems);
  if (request.words.size() != 1) return console.refuse(problems);
  const auto search = study::load_search(fs::path(request.words.front()));
  if (!search.ok()) append(problems, search.problems());
  if (!problems.empty()) return console.refuse(problems);
  const char* checks = std::getenv("PARKSIM_CHECKS");
  options.check = checks != nullptr && std::string_view(checks) == "1";
  options.cancel = &watch_for_interrupt();
  const std::string out = request.out.value_or(default_store(search.value().outline.study));
  make_folder_of(out);
  {
    const study::Study study = study::store_study(search.value());
    const auto store = study::ResultStore::open(out, study, study::Shard(), request.wants_resume);
    if (!store.ok()) return console.refuse(store.problems());
    static_cast<void>(run(search.value(), *store.value(), out, options, console));
  }
  return tell(search.value(), out, request, console);
}

}  // namespace park::cli
