// SPDX-License-Identifier: MIT
#include "cli/commands.hpp"
#include "cli/ensemble_request.hpp"
#include "study/documents.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

std::string run_table(const Experiment& experiment, const Texts& texts) {
  const Scenario& scenario = *experiment.ensemble.scenarios.front();
  TextTable table("llr");
  table.add({texts("table.indicator"), texts("table.unit"), texts("table.mean"), texts("table.range")});
  for (const std::size_t c : main_columns(experiment.ensemble.columns)) {
    const IndicatorColumn& column = experiment.ensemble.columns[c];
    const study::Summary& value = experiment.comparison.final_value(0, c);
    const ShownUnit unit = shown_unit(texts, column.unit);
    const auto words = [&](double number) { return readable(texts, number * unit.factor); };
    const std::string range = value.n == 0 ? "-" : words(value.p05) + " ~ " + words(value.p95);
    table.add({std::string(texts.pick(column.zh, column.en)), unit.words, words(value.mean), range});
  }
  return std::string(texts.pick(scenario.label_zh, scenario.label_en)) + "\n" +
         experiment_line(experiment, texts) + "\n" + table.text();
}

}  // namespace

int run_command(const Request& request, const Console& console) {
  const auto wanted = read_ensemble_request(request, 1, 1);
  if (!wanted.ok()) return console.refuse(wanted.problems());
  const Experiment experiment = carry_out(wanted.value(), console);
  const auto document = [&] { return study::run_document(experiment.ensemble, experiment.comparison); };
  return deliver(wanted.value(), experiment, document, run_table(experiment, console.texts), console);
}

}  // namespace park::cli
