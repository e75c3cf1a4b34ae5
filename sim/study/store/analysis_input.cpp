// SPDX-License-Identifier: MIT
#include "study/store/analysis_input.hpp"

#include <limits>
#include <map>
#include <utility>

#include "scenario/fault_list.hpp"
#include "study/store/outcome_columns.hpp"

namespace park::study {
namespace {

using PointAndReplication = std::pair<std::uint64_t, std::uint64_t>;

/// Row of each point and replication, points first.
std::map<PointAndReplication, std::size_t> rows_of(const StudyResults& results) {
  std::map<PointAndReplication, std::size_t> rows;
  for (const RunRow& run : results.runs) rows.emplace(std::pair{run.place.point, run.place.replication}, 0);
  std::size_t next = 0;
  for (auto& [place, row] : rows) row = next++;
  return rows;
}

SampleKind design_of(const StudyOutline& outline) {
  switch (outline.design.kind) {
    case DesignKind::OneAtATime:
      return SampleKind::OneAtATime;
    case DesignKind::FullFactorial:
      return SampleKind::FullFactorial;
    case DesignKind::Morris:
      return SampleKind::Morris;
    case DesignKind::Sobol:
      return SampleKind::Sobol;
    case DesignKind::ClauseScreening:
      return SampleKind::ClauseScreening;
    default:
      return SampleKind::Given;
  }
}

void put_factors(const StudyResults& results, const std::map<PointAndReplication, std::size_t>& rows,
                 AnalysisInput& input) {
  for (const std::string& key : results.design.factors) input.factors.emplace_back().key = key;
  input.rows = rows.size();
  std::map<std::uint64_t, std::size_t> number_of_point;
  for (const auto& [place, row] : rows) {
    const auto values = results.design.values_of(place.first);
    const auto units = results.design.units_of(place.first);
    input.values.insert(input.values.end(), values.begin(), values.end());
    input.unit.insert(input.unit.end(), units.begin(), units.end());
    input.points.push_back(number_of_point.emplace(place.first, number_of_point.size()).first->second);
  }
}

void put_outcomes(const StudyResults& results, const std::map<PointAndReplication, std::size_t>& rows,
                  AnalysisInput& input) {
  const StudyOutline& outline = results.outline;
  const std::size_t outcomes = outline.outcomes.size();
  for (const OutcomeColumn& wanted : outcome_columns(outline)) {
    AnalysisOutcome& column = input.outcomes.emplace_back();
    column.name = name_of(wanted, outline);
    column.values.assign(rows.size(), std::numeric_limits<double>::quiet_NaN());
    if (wanted.is_difference) column.sides = {wanted.scenario * outcomes + wanted.outcome, wanted.outcome};
  }
  input.seeds.assign(rows.size(), 0);
  RunCount runs;
  for (const RunRow& run : results.runs) {
    const std::size_t row = rows.at({run.place.point, run.place.replication});
    input.seeds[row] = run.seed;
    ++(run.status == "ok" ? runs.ok : runs.failed);
    for (std::size_t o = 0; o < run.outcomes.size(); ++o)
      input.outcomes[run.place.scenario * outcomes + o].values[row] = run.outcomes[o];
  }
  input.runs = runs;
  for (AnalysisOutcome& column : input.outcomes) {
    if (!column.sides) continue;
    const std::vector<double>& minuend = input.outcomes[column.sides->first].values;
    const std::vector<double>& subtrahend = input.outcomes[column.sides->second].values;
    for (std::size_t row = 0; row < rows.size(); ++row) column.values[row] = minuend[row] - subtrahend[row];
  }
}

}  // namespace

Checked<AnalysisInput> analysis_input(const StudyResults& results, const std::string& file) {
  Problems problems;
  FaultList faults(file, problems);
  const StudyOutline& outline = results.outline;
  const SampleKind design = design_of(outline);
  const bool is_whole_needed = design == SampleKind::Morris || design == SampleKind::Sobol;
  if (is_whole_needed && !results.is_complete) {
    faults.add("/runs", "every point of a " + std::string(key_of(outline.design.kind)) + " design",
               "an unfinished study (study run --resume goes on with it)");
  }
  if (results.runs.empty()) faults.add("/runs", "at least one run", "none");
  if (!problems.empty()) return problems;
  const auto rows = rows_of(results);
  AnalysisInput input;
  input.design = design;
  input.is_complete = results.is_complete;
  put_factors(results, rows, input);
  put_outcomes(results, rows, input);
  return input;
}

}  // namespace park::study
