// SPDX-License-Identifier: MIT
#include "study/store/outcome_columns.hpp"

#include "core/no_value.hpp"

namespace park::study {
namespace {

std::vector<std::vector<double>> values_of_scenario(const StudyResults& results, std::size_t scenario,
                                                    std::size_t outcome) {
  std::vector<std::vector<double>> by_point(results.design.rows());
  for (const RunRow& run : results.runs) {
    if (run.place.scenario != scenario || run.place.point >= by_point.size()) continue;
    auto& values = by_point[run.place.point];
    if (values.size() <= run.place.replication) values.resize(run.place.replication + 1, no_value);
    if (run.status == "ok" && outcome < run.outcomes.size())
      values[run.place.replication] = run.outcomes[outcome];
  }
  return by_point;
}

}  // namespace

std::vector<OutcomeColumn> outcome_columns(const StudyOutline& outline) {
  std::vector<OutcomeColumn> columns;
  for (const bool is_difference : {false, true}) {
    for (std::size_t s = is_difference ? 1 : 0; s < outline.scenarios.size(); ++s) {
      for (std::size_t o = 0; o < outline.outcomes.size(); ++o) columns.push_back({o, s, is_difference});
    }
  }
  return columns;
}

std::string name_of(const OutcomeColumn& column, const StudyOutline& outline) {
  const std::string& name = outline.outcomes[column.outcome].name;
  if (outline.scenarios.size() == 1) return name;
  const std::string& scenario = outline.scenarios[column.scenario];
  return name + " (" + scenario + (column.is_difference ? " - " + outline.scenarios.front() : "") + ")";
}

std::vector<std::vector<double>> values_by_point(const StudyResults& results, const OutcomeColumn& column) {
  auto values = values_of_scenario(results, column.scenario, column.outcome);
  if (!column.is_difference) return values;
  const auto reference = values_of_scenario(results, 0, column.outcome);
  for (std::size_t p = 0; p < values.size(); ++p) {
    for (std::size_t r = 0; r < values[p].size(); ++r)
      values[p][r] -= r < reference[p].size() ? reference[p][r] : no_value;
  }
  return values;
}

}  // namespace park::study
