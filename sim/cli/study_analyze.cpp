// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "cli/analysis_tables.hpp"
#include "cli/commands.hpp"
#include "cli/described.hpp"
#include "cli/ensemble_request.hpp"
#include "policy/catalogue.hpp"
#include "scenario/fault_list.hpp"
#include "scenario/load.hpp"
#include "scenario/shipped_facts.hpp"
#include "study/analysis/analysis_document.hpp"
#include "study/analysis/analysis_table.hpp"
#include "study/store/store_results.hpp"

namespace park::cli {
namespace {

/// `a,b,c`; empty names and names given twice are faults.
std::vector<std::string> read_names(const std::optional<std::string>& text, const char* option,
                                    const char* what, FaultList& faults) {
  if (!text) {
    faults.add(std::string("/") + option, what, "none");
    return {};
  }
  std::vector<std::string> names;
  for (std::size_t begin = 0; begin <= text->size();) {
    const std::size_t end = std::min(text->find(',', begin), text->size());
    std::string name = text->substr(begin, end - begin);
    if (name.empty()) {
      faults.add(std::string("/") + option, what, "\"" + shown(*text) + "\"");
    } else if (std::find(names.begin(), names.end(), name) != names.end()) {
      faults.add(std::string("/") + option, "each name once", "\"" + shown(name) + "\" again");
    } else {
      names.push_back(std::move(name));
    }
    begin = end + 1;
  }
  return names;
}

study::SampleKind read_design(const Request& request, FaultList& faults) {
  const std::string& text = request.design.value_or("");
  if (text == "morris") return study::SampleKind::Morris;
  if (text == "sobol") return study::SampleKind::Sobol;
  if (text != "given")
    faults.add("/--design", "morris, sobol or given", request.design ? "\"" + shown(text) + "\"" : "none");
  return study::SampleKind::Given;
}

study::SobolOrder read_order(const Request& request, study::SampleKind design, FaultList& faults) {
  if (!request.order) return study::SobolOrder::Rows;
  if (*request.order != "rows" && *request.order != "blocks")
    faults.add("/--order", "rows or blocks", "\"" + shown(*request.order) + "\"");
  else if (design != study::SampleKind::Sobol)
    faults.add("/--order", "--design sobol with it", "another design");
  return *request.order == "blocks" ? study::SobolOrder::Blocks : study::SobolOrder::Rows;
}

/// `jobs>=5000` or `firms_lost<=20`, put to that outcome.
void read_target(const std::string& text, std::vector<study::AnalysisOutcome>& outcomes, FaultList& faults) {
  constexpr std::size_t sign_length = 2;
  const std::size_t at_least = text.find(">=");
  const std::size_t place = std::min(at_least, text.find("<="));
  double threshold = 0;
  bool is_number = false;
  if (place != std::string::npos) {
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + place + sign_length, end, threshold);
    is_number = error == std::errc{} && stop == end && std::isfinite(threshold);
  }
  if (!is_number) {
    faults.add("/--target", "OUTCOME>=NUMBER or OUTCOME<=NUMBER", "\"" + shown(text) + "\"");
    return;
  }
  const std::string name = text.substr(0, place);
  std::vector<std::string_view> known;
  for (study::AnalysisOutcome& outcome : outcomes) {
    known.push_back(outcome.name);
    if (outcome.name != name) continue;
    outcome.target = study::Target{threshold, place == at_least};
    return;
  }
  faults.add_unknown_key("/--target", name, known);
}

/// A result file of `study run` says itself what its factors, outcomes and design are.
Checked<study::AnalysisInput> read_stored(const Request& request, const Describer& describer) {
  Problems problems;
  FaultList faults(command_line_source, problems);
  check_words(request, "FILE", 1, 1, problems);
  const std::array<std::pair<const char*, bool>, 6> given = {
      {{"--factors", request.factors.has_value()},
       {"--outcomes", request.outcome_columns.has_value()},
       {"--design", request.design.has_value()},
       {"--order", request.order.has_value()},
       {"--ranges", request.ranges.has_value()},
       {"--seeds", request.seeds_column.has_value()}}};
  for (const auto& [option, is_given] : given) {
    if (is_given) faults.add(std::string("/") + option, "a CSV with this option", "the results of a study");
  }
  const std::string& file = request.words.front();
  const auto results = study::read_store(file);
  if (!results.ok()) append(problems, results.problems());
  if (!problems.empty()) return problems;
  auto input = described_input(results.value(), file, describer);
  if (!input.ok()) return input;
  study::AnalysisInput result = std::move(input).value();
  for (const std::string& text : request.targets) read_target(text, result.outcomes, faults);
  if (!problems.empty()) return problems;
  return result;
}

/// The whole request against its files; all problems at once.
Checked<study::AnalysisInput> read_table(const Request& request, const Describer& describer) {
  Problems problems;
  FaultList faults(command_line_source, problems);
  check_words(request, "FILE", 1, 1, problems);
  study::AnalysisTableRequest table;
  table.factors = read_names(request.factors, "--factors", "names of columns, as in a,b", faults);
  table.outcomes = read_names(request.outcome_columns, "--outcomes", "names of columns, as in y,z", faults);
  table.design = read_design(request, faults);
  table.order = read_order(request, table.design, faults);
  table.seeds = request.seeds_column;
  std::vector<study::AnalysisFactor> factors;
  for (const std::string& name : table.factors) {
    factors.emplace_back().key = name;
    describer.describe(factors.back());
  }
  std::vector<study::AnalysisOutcome> outcomes;
  for (const std::string& name : table.outcomes) {
    outcomes.emplace_back().name = name;
    describer.describe(outcomes.back());
  }
  for (const std::string& text : request.targets) read_target(text, outcomes, faults);
  if (request.ranges) {
    const auto bytes = read_file(*request.ranges);
    auto ranged = bytes.ok() ? study::with_stated_ranges(bytes.value(), *request.ranges, factors)
                             : Checked<std::vector<study::AnalysisFactor>>(bytes.problems());
    if (ranged.ok()) {
      factors = std::move(ranged).value();
    } else {
      append(problems, ranged.problems());
    }
  }
  if (request.words.size() != 1) return problems;
  const std::string& file = request.words.front();
  const auto bytes = read_file(file);
  if (!bytes.ok()) append(problems, bytes.problems());
  if (!bytes.ok() || factors.empty()) return problems;
  auto input = study::read_analysis_table(bytes.value(), file, table, factors);
  if (!input.ok()) append(problems, input.problems());
  if (!problems.empty()) return problems;
  study::AnalysisInput result = std::move(input).value();
  for (std::size_t o = 0; o < outcomes.size(); ++o) {
    outcomes[o].values = std::move(result.outcomes[o].values);
    result.outcomes[o] = std::move(outcomes[o]);
  }
  return result;
}

}  // namespace

int study_analyze_command(const Request& request, const Console& console) {
  Scenario scenario;
  scenario.facts = shipped_facts();
  const Describer describer(scenario.facts->clauses, indicator_columns(scenario));
  const bool is_stored = !request.words.empty() && request.words.front().ends_with(".db");
  auto input = is_stored ? read_stored(request, describer) : read_table(request, describer);
  Problems problems = input.ok() ? Problems{} : input.problems();
  const int jobs = read_jobs(request, problems);
  if (!problems.empty()) return console.refuse(problems);
  study::AnalysisInput wanted = std::move(input).value();
  wanted.jobs = jobs;
  const study::AnalysisResult result = study::analyze(wanted);
  console.print(console.is_json ? study::analysis_document(result) : analysis_tables(result, console.texts));
  return exit_code::fine;
}

}  // namespace park::cli
