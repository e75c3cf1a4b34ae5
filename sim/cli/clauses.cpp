// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>

#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "study/explanation_documents.hpp"

namespace park::cli {
namespace {

using study::ClauseValue;

/// The gains shown, of `clause_outcomes`: jobs, output, net present value.
constexpr std::array<std::size_t, 3> shown_outcomes = {0, 1, 3};

const PolicyClause& clause_of(const study::ClauseValues& values, const ClauseValue& value) {
  return values.runs.scenarios.front()->facts->clauses.clauses[value.clause];
}

std::string_view words_of(const PolicyClause& clause, const Texts& texts) {
  return texts.pick(clause.zh, clause.en);
}

std::string cost_cell(const PolicyClause& clause, const ClauseValue& value, const Texts& texts) {
  if (!clause.lever.empty()) {
    const ParameterRow* lever = find_parameter(clause.lever);
    PARK_ASSERT(lever != nullptr);
    return texts("clauses.in_lever", {texts.pick(lever->zh, lever->en)});
  }
  return readable(texts, value.cost_million_yuan.mean * shown_unit(texts, "million yuan").factor);
}

std::vector<std::string> heading(const study::ClauseValues& values, const Texts& texts) {
  std::vector<std::string> row = {texts("clauses.category"), texts("clauses.id"), texts("clauses.users"),
                                  texts("clauses.cost", {shown_unit(texts, "million yuan").words})};
  for (const std::size_t k : shown_outcomes) {
    const IndicatorColumn& column =
        values.runs.columns[*find_column(values.runs.columns, study::clause_outcomes[k])];
    row.push_back(texts("clauses.gain", {texts(std::string("clauses.short.") + column.key),
                                         difference_unit(texts, column.unit).words}));
  }
  row.push_back(texts("clauses.alone"));
  row.push_back(texts("clauses.cost_per_job"));
  row.push_back("  " + texts("clauses.words"));
  return row;
}

std::vector<std::string> row_of(const study::ClauseValues& values, const ClauseValue& value,
                                const Texts& texts) {
  const PolicyClause& clause = clause_of(values, value);
  const ClauseCategory& category = values.runs.scenarios.front()->facts->clauses.categories[clause.category];
  std::vector<std::string> row = {std::string(texts.pick(category.zh, category.en)), clause.id,
                                  readable(texts, value.users.mean), cost_cell(clause, value, texts)};
  for (const std::size_t k : shown_outcomes) {
    const IndicatorColumn& column =
        values.runs.columns[*find_column(values.runs.columns, study::clause_outcomes[k])];
    row.push_back(difference_cell(value.leave_one_out[k], difference_unit(texts, column.unit).factor, texts));
  }
  row.push_back(difference_cell(value.add_one_in[0], 1, texts));
  row.push_back(readable(texts, value.cost_per_job_yuan));
  row.push_back("  " + std::string(words_of(clause, texts)));
  return row;
}

/// How many intervals of the jobs column exclude zero: about one in twenty does by chance alone.
std::size_t starred(const study::ClauseValues& values) {
  return static_cast<std::size_t>(
      std::count_if(values.clauses.begin(), values.clauses.end(), [](const ClauseValue& value) {
        return value.leave_one_out[0].lo > 0 || value.leave_one_out[0].hi < 0;
      }));
}

std::string clauses_table(const study::ClauseValues& values, double seconds, const Texts& texts) {
  const Scenario& scenario = *values.runs.scenarios.front();
  TextTable table("llrrrrrrrl");
  table.add(heading(values, texts));
  std::string unused;
  // The catalogue's order need not be that of the categories.
  for (std::uint8_t category = 0; category < clause_category_count; ++category) {
    for (const ClauseValue& value : values.clauses) {
      const PolicyClause& clause = clause_of(values, value);
      if (clause.category != category) continue;
      if (value.unused.value_or(false)) {
        unused += "  " + clause.id + "  " + std::string(words_of(clause, texts)) + "\n";
      } else {
        table.add(row_of(values, value, texts));
      }
    }
  }
  return std::string(texts.pick(scenario.label_zh, scenario.label_en)) + "\n" +
         ensemble_line(values.runs, seconds, texts) + "\n" + texts("clauses.title") + "\n" + table.text() +
         texts("clauses.note",
               {std::to_string(starred(values)), std::to_string(values.clauses.size()),
                std::to_string(std::lround(0.05 * static_cast<double>(values.clauses.size())))}) +
         "\n" + (unused.empty() ? "" : "\n" + texts("clauses.unused") + "\n" + unused);
}

}  // namespace

int clauses_command(const Request& request, const Console& console) {
  const auto wanted = read_ensemble_request(request, 1, 1);
  if (!wanted.ok()) return console.refuse(wanted.problems());
  Progress progress(console.texts, console.is_quiet);
  const study::ClauseValues values =
      study::value_clauses(wanted.value().scenarios.front(), watched(wanted.value(), progress));
  return deliver_analysis(wanted.value(), values.runs, "clauses", study::clauses_document(values),
                          clauses_table(values, progress.seconds(), console.texts), console);
}

}  // namespace park::cli
