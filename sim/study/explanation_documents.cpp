// SPDX-License-Identifier: MIT
#include "study/explanation_documents.hpp"

#include "scenario/parameter_values.hpp"
#include "study/comparison.hpp"
#include "study/document_parts.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

/// What every document on one scenario begins with.
ordered_json header(const Ensemble& runs) {
  const Scenario& scenario = *runs.scenarios.front();
  return {{"scenario", scenario.name},
          {"replications", runs.results.front().size()},
          {"seed", runs.seed},
          {"start", to_string(scenario.start)},
          {"months", scenario.months}};
}

std::string end_with(ordered_json& document, const Ensemble& runs, const std::vector<std::string>& names) {
  document["complete"] = runs.complete;
  put_failures(document, runs, names);
  return finished(document);
}

/// Units of indicators by key.
template <std::size_t Count>
ordered_json units_of(const std::array<std::string_view, Count>& keys,
                      const std::vector<IndicatorColumn>& columns) {
  ordered_json units = ordered_json::object();
  for (const std::string_view key : keys) units[std::string(key)] = columns[*find_column(columns, key)].unit;
  return units;
}

template <std::size_t Count>
ordered_json gains_json(const std::array<std::string_view, Count>& keys,
                        const std::array<Difference, Count>& gains) {
  ordered_json result = ordered_json::object();
  for (std::size_t k = 0; k < Count; ++k) result[std::string(keys[k])] = difference_json(gains[k]);
  return result;
}

ordered_json clause_json(const ClauseValue& value, const ClauseCatalogue& catalogue) {
  const PolicyClause& clause = catalogue.clauses[value.clause];
  const bool pays = clause.lever.empty();
  return {{"id", clause.id},
          {"category", catalogue.categories[clause.category].key},
          {"labels", {{"zh", clause.zh}, {"en", clause.en}}},
          {"scales", pays ? ordered_json(nullptr) : ordered_json(clause.lever)},
          {"users", pays ? summary_json(value.users) : ordered_json(nullptr)},
          {"cost", pays ? summary_json(value.cost_million_yuan) : ordered_json(nullptr)},
          {"leave_one_out", gains_json(clause_outcomes, value.leave_one_out)},
          {"add_one_in", gains_json(clause_outcomes, value.add_one_in)},
          {"cost_per_job", number(value.cost_per_job_yuan)},
          {"cost_per_million_output", number(value.cost_per_million_output)},
          {"unused", value.unused ? ordered_json(*value.unused) : ordered_json(nullptr)}};
}

ordered_json hold_ups_json(const std::vector<HoldUp>& hold_ups) {
  ordered_json rows = ordered_json::array();
  for (const HoldUp& row : hold_ups) {
    rows.push_back({{"cause", label_of(row.cause).key},
                    {"stage", stage_labels[index_of(row.stage)].key},
                    {"year", row.year},
                    {"value", summary_json(row.project_months)}});
  }
  return rows;
}

ordered_json usual_times_json(const std::vector<UsualTime>& usual_times) {
  ordered_json rows = ordered_json::array();
  for (const UsualTime& row : usual_times) {
    rows.push_back({{"stage", stage_labels[index_of(row.stage)].key},
                    {"year", row.year},
                    {"value", summary_json(row.project_months)}});
  }
  return rows;
}

ordered_json shadow_prices_json(const std::vector<ShadowPrice>& prices) {
  ordered_json rows = ordered_json::array();
  for (const ShadowPrice& price : prices) {
    const ParameterRow& row = *find_parameter(price.constraint.lever);
    rows.push_back({{"constraint", row.key},
                    {"step", price.constraint.step},
                    {"unit", row.unit},
                    {"labels", {{"zh", row.zh}, {"en", row.en}}},
                    {"direction", direction_key(price.direction)},
                    {"gain", gains_json(shadow_outcomes, price.gain)}});
  }
  return rows;
}

}  // namespace

std::string_view direction_key(StepDirection direction) {
  switch (direction) {
    case StepDirection::Up:
      return "up";
    case StepDirection::Down:
      return "down";
    case StepDirection::Nowhere:
      break;
  }
  return "nowhere";
}

std::string wedges_document(const Wedges& wedges, const Scenario& a, const Scenario& b,
                            const std::string& outcome) {
  const Ensemble& runs = wedges.runs;
  const std::string b_name = a.name == b.name ? b.name + "_2" : b.name;
  ordered_json parts = ordered_json::array();
  for (std::size_t i = 0; i < wedges.parts.size(); ++i) {
    const ScenarioPart& part = wedges.parts[i];
    ordered_json row = {{"lever", part.key}, {"value", difference_json(wedges.values[i])}};
    if (part.kind == ScenarioPart::Kind::Parameter) {
      row["from"] = ordered_json(value_json(part.parameter, part.from));
      row["to"] = ordered_json(value_json(part.parameter, part.to));
    }
    parts.push_back(std::move(row));
  }
  ordered_json document = {{"scenarios", {a.name, b_name}},
                           {"replications", runs.results.front().size()},
                           {"seed", runs.seed},
                           {"months", a.months},
                           {"outcome", outcome},
                           {"unit", outcome_unit(wedges.outcome, runs.columns)},
                           {"total", difference_json(wedges.total)},
                           {"parts", std::move(parts)}};
  std::vector<std::string> places;
  for (std::size_t p = 0; p < runs.results.size(); ++p) {
    places.push_back(std::to_string(p) + " of " + std::to_string(wedges.parts.size()) + " parts as in " +
                     b_name);
  }
  return end_with(document, runs, places);
}

std::string clauses_document(const ClauseValues& values) {
  const Ensemble& runs = values.runs;
  const ClauseCatalogue& catalogue = runs.scenarios.front()->facts->clauses;
  ordered_json document = header(runs);
  ordered_json& units = document["units"] = units_of(clause_outcomes, runs.columns);
  units["users"] = "firms";
  units["cost"] = "million yuan";
  units["cost_per_job"] = "yuan per job";
  units["cost_per_million_output"] = "million yuan per million yuan/month";
  document["clauses"] = ordered_json::array();
  for (const ClauseValue& value : values.clauses) {
    document["clauses"].push_back(clause_json(value, catalogue));
  }
  std::vector<std::string> places = {"all"};
  for (const PolicyClause& clause : catalogue.clauses) places.push_back("without " + clause.id);
  places.emplace_back("none");
  for (const PolicyClause& clause : catalogue.clauses) places.push_back(clause.id + " alone");
  return end_with(document, runs, places);
}

std::string bottlenecks_document(const Bottlenecks& bottlenecks) {
  const Ensemble& runs = bottlenecks.runs;
  ordered_json document = header(runs);
  document["units"] = units_of(shadow_outcomes, runs.columns);
  document["project_months"] = hold_ups_json(bottlenecks.hold_ups);
  document["usual_months"] = usual_times_json(bottlenecks.usual_times);
  document["shadow_prices"] = shadow_prices_json(bottlenecks.shadow_prices);
  std::vector<std::string> places = {runs.scenarios.front()->name};
  for (const Constraint& constraint : constraints())
    places.push_back("one step of " + std::string(constraint.lever));
  return end_with(document, runs, places);
}

}  // namespace park::study
