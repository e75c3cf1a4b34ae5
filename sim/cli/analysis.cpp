// SPDX-License-Identifier: MIT
#include "cli/analysis.hpp"

#include "scenario/load.hpp"

namespace park::cli {

int deliver_analysis(const EnsembleRequest& request, const study::Ensemble& runs, const std::string& name,
                     const std::string& document, const std::string& table, const Console& console) {
  if (request.out) write_file(*request.out / (name + ".json"), document);
  console.print(console.is_json ? document : table);
  return conclude(request, runs, console);
}

study::Outcome read_outcome(const std::string& text, const Scenario& scenario, Problems& problems) {
  const auto columns = indicator_columns(scenario);
  const auto outcome = study::parse_outcome(text, columns, scenario.start, scenario.months);
  if (outcome.ok()) return outcome.value();
  for (const Problem& problem : outcome.problems()) {
    problems.push_back({command_line_source, "/--outcome", problem.expected, problem.got});
  }
  return {};
}

std::string difference_cell(const study::Difference& d, double factor, const Texts& texts) {
  if (d.n == 0) return "-  ";
  const auto words = [&](double number) { return readable_signed(texts, number * factor); };
  const bool excludes_zero = d.lo > 0 || d.hi < 0;
  return words(d.mean) + " [" + words(d.lo) + ", " + words(d.hi) + "]" + (excludes_zero ? " *" : "  ");
}

ShownUnit difference_unit(const Texts& texts, std::string_view unit) {
  ShownUnit shown = shown_unit(texts, unit);
  if (shown.words == "%") shown.words = texts("table.points");
  return shown;
}

}  // namespace park::cli
