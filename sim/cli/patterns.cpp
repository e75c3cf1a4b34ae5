// SPDX-License-Identifier: MIT
#include <cmath>

#include "cli/commands.hpp"
#include "cli/ensemble_request.hpp"
#include "study/patterns/pattern_cases.hpp"
#include "study/patterns/pattern_document.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

std::string value_words(double value, const ShownUnit& unit, const Texts& texts) {
  if (std::isinf(value)) return texts("patterns.not_reached");
  return readable(texts, value * unit.factor);
}

/// What the band is held against besides the value: years, tail.
std::string remark_on(const study::PatternResult& result, const ShownUnit& unit, const Texts& texts) {
  if (result.least) {
    return texts("patterns.years",
                 {value_words(*result.least, unit, texts), value_words(*result.greatest, unit, texts)});
  }
  return result.p95 ? texts("patterns.tail", {value_words(*result.p95, unit, texts)}) : std::string();
}

std::string patterns_table(const study::PatternStudy& study, const std::vector<study::PatternResult>& results,
                           const Experiment& experiment, const Texts& texts) {
  TextTable table("lllrrrll");
  table.add({texts("table.verdict"), texts("table.pattern"), texts("table.scope"), texts("table.band"),
             texts("table.value"), texts("table.interval"), texts("table.unit"), ""});
  std::size_t holding = 0;
  for (std::size_t i = 0; i < results.size(); ++i) {
    const study::PatternResult& result = results[i];
    const Pattern& pattern = study.cases()[i].pattern;
    const ShownUnit unit = shown_unit(texts, pattern.unit);
    const auto words = [&](double value) { return value_words(value, unit, texts); };
    holding += result.holds ? 1 : 0;
    table.add({texts(result.holds ? "patterns.holds" : "patterns.missed"),
               std::string(texts.pick(pattern.zh, pattern.en)), result.scope,
               words(result.low) + " ~ " + words(result.high), words(result.value.mean),
               words(result.value.lo) + " ~ " + words(result.value.hi), unit.words,
               remark_on(result, unit, texts)});
  }
  const std::size_t replications = experiment.ensemble.results.front().size();
  return texts("patterns.line", {std::to_string(replications), std::to_string(experiment.ensemble.seed),
                                 readable(texts, experiment.seconds)}) +
         "\n\n" + table.text() + "\n" +
         texts("patterns.summary", {std::to_string(holding), std::to_string(results.size())}) + "\n";
}

}  // namespace

int patterns_command(const Request& request, const Console& console) {
  Problems problems;
  EnsembleRequest wanted;
  read_replication_options(request, wanted.options, problems);
  auto cases = study::shipped_pattern_cases(request.settings);
  if (!cases.ok()) append(problems, cases.problems());
  if (!problems.empty()) return console.refuse(problems);
  study::PatternStudy study(std::move(cases).value(), wanted.options.replications);
  wanted.scenarios = study.scenarios();
  if (!request.seed) wanted.options.seed = wanted.scenarios.front()->seed;
  wanted.options.journal = JournalMode::Full;
  wanted.options.each_month = [&](std::size_t scenario, std::size_t replication, const World& world) {
    study.observe(scenario, replication, world);
  };
  const Experiment experiment = carry_out(wanted, console);
  const auto results = study.results(experiment.ensemble);
  return deliver(
      wanted, experiment, [&] { return study::patterns_document(study, results); },
      patterns_table(study, results, experiment, console.texts), console);
}

}  // namespace park::cli
