// SPDX-License-Identifier: MIT
#include <cmath>
#include <nlohmann/json.hpp>

#include "scenario/fault_list.hpp"
#include "study/document_parts.hpp"
#include "study/search/search_members.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

ordered_json robust_json(const Robust& robust) {
  ordered_json statistic = robust.kind == Robust::Kind::Mean ? "mean" : "worst";
  if (robust.kind == Robust::Kind::Quantile) statistic = {{"quantile", robust.share}};
  if (!robust.is_regret) return statistic;
  return {{"regret", std::move(statistic)}};
}

ordered_json objective_json(const SearchOutline& outline, const Objective& objective) {
  return {{"outcome", outline.study.outcomes[objective.outcome].name},
          {"direction", objective.direction == Direction::Maximise ? "maximise" : "minimise"},
          {"robust", robust_json(objective.robust)}};
}

ordered_json limit_json(const SearchOutline& outline, const Limit& limit) {
  return {{"outcome", outline.study.outcomes[limit.outcome].name},
          {limit.good == Direction::Minimise ? "at_most" : "at_least", limit.bound},
          {"robust", robust_json(limit.robust)}};
}

/// Every member is read by the functions that read search files.
SearchOutline outline_of(std::string_view document, const std::string& file) {
  SearchOutline outline;
  outline.study = read_study_document(document, file);
  const auto members = nlohmann::json::parse(document);
  outline.scenario_zh = members.at("scenario_labels").at("zh").get<std::string>();
  outline.scenario_en = members.at("scenario_labels").at("en").get<std::string>();
  outline.policy_factors = members.at("policy_factors").get<std::size_t>();
  for (const auto& value : members.at("start_values"))
    outline.start_values.push_back(value.is_null() ? std::nan("") : value.get<double>());
  Problems problems;
  FaultList faults(file, problems);
  FieldReader reader(members, "", faults);
  read_goals(reader, outline);
  FieldReader futures(members.at("futures"), "/futures", faults);
  read_future_counts(futures, outline);
  FieldReader nsga2(members.at("nsga2"), "/nsga2", faults);
  read_nsga2(nsga2, outline);
  if (!problems.empty()) throw WorldError(to_string(problems.front()));
  const bool is_whole = outline.policy_factors > 0 && outline.policy_factors == outline.start_values.size() &&
                        outline.policy_factors < outline.study.factors.size() &&
                        outline.study.outcomes.size() > 2 && outline.futures > 0 && outline.fresh > 0;
  if (!is_whole) throw WorldError("members are missing");
  return outline;
}

}  // namespace

std::string search_document(const SearchOutline& outline, const std::vector<std::string>& contents) {
  auto document = ordered_json::parse(study_document(outline.study, contents));
  document["scenario_labels"] = {{"zh", outline.scenario_zh}, {"en", outline.scenario_en}};
  document["policy_factors"] = outline.policy_factors;
  document["start_values"] = ordered_json::array();
  for (const double value : outline.start_values) document["start_values"].push_back(number(value));
  document["objectives"] = ordered_json::array();
  for (const Objective& one : outline.objectives)
    document["objectives"].push_back(objective_json(outline, one));
  document["constraints"] = ordered_json::array();
  for (const Limit& limit : outline.limits) {
    if (limit.is_budget)
      document["budget_per_year"] = {{"yuan", *outline.budget_yuan}, {"robust", robust_json(limit.robust)}};
    else
      document["constraints"].push_back(limit_json(outline, limit));
  }
  document["futures"] = {{"n", outline.futures}, {"fresh", outline.fresh}};
  document["nsga2"] = {{"population", outline.population},
                       {"generations", outline.generations},
                       {"front", outline.front},
                       {"trim", outline.trim}};
  return indented(document);
}

SearchOutline read_search_document(std::string_view document, const std::string& file) {
  try {
    return outline_of(document, file);
  } catch (const std::exception& error) {
    throw WorldError(file + " holds a search that this version cannot read: " + shown(error.what(), 300));
  }
}

}  // namespace park::study
