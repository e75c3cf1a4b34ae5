// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "cli/ensemble_request.hpp"
#include "study/analysis/pairing.hpp"
#include "study/analysis/resampling.hpp"
#include "study/documents.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

constexpr std::size_t max_scenarios = 64;

/// Name of a scenario as a column's heading: its label, told apart by its name where labels are equal.
std::vector<std::string> headings(const Experiment& experiment, const Texts& texts) {
  std::vector<std::string> result;
  result.reserve(experiment.ensemble.scenarios.size());
  for (std::size_t s = 0; s < experiment.ensemble.scenarios.size(); ++s) {
    const Scenario& scenario = *experiment.ensemble.scenarios[s];
    std::string label(texts.pick(scenario.label_zh, scenario.label_en));
    const bool is_taken = std::find(result.begin(), result.end(), label) != result.end();
    result.push_back(is_taken ? label + " (" + experiment.comparison.names[s] + ")" : label);
  }
  return result;
}

std::string means_table(const Experiment& experiment, const std::vector<std::string>& names,
                        const Texts& texts) {
  TextTable table("llr");
  std::vector<std::string> heading = {texts("table.indicator"), texts("table.unit")};
  heading.insert(heading.end(), names.begin(), names.end());
  table.add(std::move(heading));
  for (const std::size_t c : main_columns(experiment.ensemble.columns)) {
    const IndicatorColumn& column = experiment.ensemble.columns[c];
    const ShownUnit unit = shown_unit(texts, column.unit);
    std::vector<std::string> row = {std::string(texts.pick(column.zh, column.en)), unit.words};
    for (std::size_t s = 0; s < names.size(); ++s) {
      row.push_back(readable(texts, experiment.comparison.final_value(s, c).mean * unit.factor));
    }
    table.add(std::move(row));
  }
  return table.text();
}

std::string differences_table(const Experiment& experiment, const std::vector<std::string>& names,
                              const Texts& texts) {
  TextTable table("llr");
  std::vector<std::string> heading = {texts("table.indicator"), texts("table.unit")};
  heading.insert(heading.end(), names.begin() + 1, names.end());
  table.add(std::move(heading));
  for (const std::size_t c : main_columns(experiment.ensemble.columns)) {
    const IndicatorColumn& column = experiment.ensemble.columns[c];
    const ShownUnit unit = difference_unit(texts, column.unit);
    std::vector<std::string> row = {std::string(texts.pick(column.zh, column.en)), unit.words};
    for (std::size_t s = 1; s < names.size(); ++s) {
      row.push_back(difference_cell(experiment.comparison.final_difference(s, c), unit.factor, texts));
    }
    table.add(std::move(row));
  }
  return table.text();
}

std::vector<double> final_values(const std::vector<study::KeptRun>& runs, std::size_t column) {
  std::vector<double> values;
  values.reserve(runs.size());
  for (const study::KeptRun& run : runs) {
    values.push_back(run.ok() ? run.series.last(column) : std::numeric_limits<double>::quiet_NaN());
  }
  return values;
}

/// What the shared seeds spared, over the indicators shown and the scenarios; nothing if nothing varies.
std::string pairing_line(const Experiment& experiment, const Texts& texts) {
  const auto& results = experiment.ensemble.results;
  std::vector<double> factors;
  for (const std::size_t c : main_columns(experiment.ensemble.columns)) {
    const std::vector<double> reference = final_values(results.front(), c);
    for (std::size_t s = 1; s < results.size(); ++s) {
      const double factor = study::pairing_gain(final_values(results[s], c), reference).factor();
      if (std::isfinite(factor)) factors.push_back(factor);
    }
  }
  if (factors.empty()) return {};
  std::sort(factors.begin(), factors.end());
  return "\n" +
         texts("compare.pairing", {readable(texts, study::quantile_of_sorted(factors, 0.5)),
                                   readable(texts, factors.front()), readable(texts, factors.back())}) +
         "\n";
}

std::string compare_table(const Experiment& experiment, const Texts& texts) {
  const std::vector<std::string> names = headings(experiment, texts);
  return experiment_line(experiment, texts) + "\n" + texts("compare.means") + "\n" +
         means_table(experiment, names, texts) + "\n" + texts("compare.differences", {names.front()}) + "\n" +
         differences_table(experiment, names, texts) + pairing_line(experiment, texts);
}

}  // namespace

int compare_command(const Request& request, const Console& console) {
  if (request.wants_wedges || request.outcome) return wedges_command(request, console);
  const auto wanted = read_ensemble_request(request, 2, max_scenarios);
  if (!wanted.ok()) return console.refuse(wanted.problems());
  const Experiment experiment = carry_out(wanted.value(), console);
  const auto document = [&] { return study::compare_document(experiment.ensemble, experiment.comparison); };
  return deliver(wanted.value(), experiment, document, compare_table(experiment, console.texts), console);
}

}  // namespace park::cli
