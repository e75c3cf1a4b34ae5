// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>

#include "cli/commands.hpp"
#include "cli/ensemble_request.hpp"
#include "cli/study_words.hpp"
#include "scenario/fault_list.hpp"
#include "study/document_parts.hpp"
#include "study/runner/study_runner.hpp"
#include "study/terminal/interrupt.hpp"
#include "study/terminal/progress.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

namespace fs = std::filesystem;

std::string document_of(const study::Study& study, const std::string& out, const study::StudyTally& tally,
                        double seconds) {
  nlohmann::ordered_json document = nlohmann::ordered_json::object();
  document["study"] = study.outline.name;
  document["out"] = out;
  document["points"] = study.outline.cells() / study.outline.scenarios.size();
  document["scenarios"] = study.outline.scenarios;
  document["runs"] = {{"ok", tally.done + tally.earlier - tally.failed}, {"failed", tally.failed}};
  document["runs_now"] = tally.done;
  document["seconds"] = seconds;
  document["seconds_storing"] = tally.seconds_storing;
  document["complete"] = tally.is_complete;
  return study::finished(document);
}

std::string words_of(const study::Study& study, const study::StudyTally& tally, double seconds,
                     const Texts& texts) {
  const study::StudyOutline& outline = study.outline;
  return std::string(texts.pick(outline.label_zh, outline.label_en)) + "\n" +
         texts("study.line", {study::key_of(outline.design.kind), std::to_string(outline.factors.size()),
                              std::to_string(outline.cells() / outline.scenarios.size()),
                              std::to_string(outline.scenarios.size()),
                              std::to_string(tally.done + tally.earlier), std::to_string(tally.failed)}) +
         "\n" +
         texts("study.speed", {std::to_string(tally.done), readable(texts, seconds),
                               readable(texts, static_cast<double>(tally.done) / std::max(seconds, 1e-9))}) +
         "\n";
}

}  // namespace

std::string default_store(const study::StudyOutline& outline) {
  return (fs::path("out") / "studies" / (outline.name + ".db")).string();
}

void make_folder_of(const std::string& file) {
  const fs::path folder = fs::path(file).parent_path();
  std::error_code error;
  if (!folder.empty()) fs::create_directories(folder, error);
  if (error)
    throw WorldError("cannot make the folder " + shown(folder.string(), 300) + ": " + error.message());
}

int study_run_command(const Request& request, const Console& console) {
  Problems problems;
  check_words(request, "STUDY", 1, 1, problems);
  study::StudyOptions options;
  options.jobs = read_jobs(request, problems);
  if (request.shard) {
    const auto shard = study::parse_shard(*request.shard);
    if (shard) options.shard = *shard;
    if (!shard) {
      problems.push_back({command_line_source, "/--shard", "I/N with I from 0 to N - 1",
                          "\"" + shown(*request.shard) + "\""});
    }
  }
  check_store_path(request.out, "/--out", problems);
  if (request.words.size() != 1) return console.refuse(problems);
  const auto study = study::load_study(fs::path(request.words.front()));
  if (!study.ok()) append(problems, study.problems());
  if (!problems.empty()) return console.refuse(problems);
  const char* checks = std::getenv("PARKSIM_CHECKS");
  options.check = checks != nullptr && std::string_view(checks) == "1";
  const std::string out = request.out.value_or(default_store(study.value().outline));
  make_folder_of(out);
  options.cancel = &watch_for_interrupt();
  const auto store = study::ResultStore::open(out, study.value(), options.shard, request.wants_resume);
  if (!store.ok()) return console.refuse(store.problems());
  study::StudyTally tally;
  double seconds = 0;
  {
    Progress progress(console.texts, console.is_quiet);
    options.progress = [&](std::size_t done, std::size_t all) { progress.report(done, all); };
    tally = study::run_study(study.value(), *store.value(), options);
    seconds = progress.seconds();
  }
  console.print(console.is_json ? document_of(study.value(), out, tally, seconds)
                                : words_of(study.value(), tally, seconds, console.texts));
  if (tally.failed > 0) console.complain(console.texts("study.failed", {std::to_string(tally.failed), out}));
  if (!console.is_json) console.remark(console.texts("run.written", {out}));
  if (tally.is_complete) return exit_code::fine;
  console.complain(console.texts("study.stopped", {std::to_string(tally.done + tally.earlier), out}));
  return exit_code::stopped;
}

}  // namespace park::cli
