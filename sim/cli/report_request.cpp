// SPDX-License-Identifier: MIT
#include "cli/report_request.hpp"

#include <filesystem>
#include <system_error>

#include "cli/described.hpp"
#include "cli/ensemble_request.hpp"
#include "cli/study_words.hpp"
#include "scenario/fault_list.hpp"
#include "scenario/shipped_facts.hpp"
#include "study/document_parts.hpp"
#include "study/report/run_report.hpp"
#include "study/report/search_report.hpp"
#include "study/report/study_report.hpp"
#include "study/store/analysis_input.hpp"

namespace park::cli {
namespace {

using nlohmann::ordered_json;
namespace fs = std::filesystem;

ordered_json words_of(Language language) {
  ordered_json words = ordered_json::object();
  const Texts texts = Texts::load(language);
  for (const std::string_view prefix : {"report.", "unit."}) {
    for (const auto& [key, text] : texts.beginning_with(prefix)) words[key] = text;
  }
  return words;
}

study::ReportContext context_of(const std::shared_ptr<const Facts>& facts) {
  Scenario shipped;
  shipped.facts = facts;
  study::ReportContext context;
  context.columns = indicator_columns(shipped);
  for (const std::size_t c : main_columns(context.columns)) context.table.push_back(context.columns[c].key);
  context.facts = facts.get();
  context.words = {{"zh", words_of(Language::Chinese)}, {"en", words_of(Language::English)}};
  context.version = PARKSIM_VERSION;
  return context;
}

Checked<ordered_json> read_search(const std::string& file, const study::ReportContext& context) {
  const auto results = study::read_search(file);
  if (!results.ok()) return results.problems();
  ordered_json report = study::search_report(results.value(), context);
  report["date"] = study::date_of_file(file);
  return report;
}

/// Designs that move single factors and unfinished ones have no analysis, and a report nonetheless.
Checked<ordered_json> read_study(const std::string& file, const study::ReportContext& context, int jobs) {
  auto results = study::read_store(file);
  if (!results.ok()) return results.problems();
  std::optional<study::AnalysisResult> analysis;
  auto input = described_input(results.value(), file, Describer(context.facts->clauses, context.columns));
  if (input.ok()) {
    study::AnalysisInput wanted = std::move(input).value();
    wanted.jobs = jobs;
    analysis = study::analyze(wanted);
  }
  ordered_json report = study::study_report(results.value(), analysis ? &*analysis : nullptr, context);
  report["date"] = study::date_of_file(file);
  return report;
}

}  // namespace

Checked<ordered_json> read_report(const Request& request) {
  Problems problems;
  check_words(request, "FILE.db|DIR", 1, 1, problems);
  const int jobs = read_jobs(request, problems);
  std::error_code error;
  if (!request.out) problems.push_back({command_line_source, "/-o", "a file", "none"});
  if (request.out && (request.out->empty() || fs::is_directory(*request.out, error)))
    problems.push_back({command_line_source, "/-o", "a file", "\"" + shown(*request.out) + "\""});
  if (request.words.size() != 1) return problems;
  const std::string& source = request.words.front();
  const bool is_itself = request.out && fs::equivalent(source, *request.out, error);
  if (is_itself)
    problems.push_back({command_line_source, "/-o", "another file than the results", "the same"});
  const auto facts = shipped_facts();
  const study::ReportContext context = context_of(facts);
  auto report = fs::is_directory(source, error) ? study::run_report(source, context)
                : study::holds_search(source)   ? read_search(source, context)
                                                : read_study(source, context, jobs);
  if (!report.ok()) append(problems, report.problems());
  if (!problems.empty()) return problems;
  return report;
}

int say_written(const std::string& file, const Console& console) {
  if (console.is_json)
    console.print(study::finished({{"out", file}}));
  else
    console.remark(console.texts("report_written", {file}));
  return exit_code::fine;
}

}  // namespace park::cli
