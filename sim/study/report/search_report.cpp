// SPDX-License-Identifier: MIT
#include "study/report/search_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "study/document_parts.hpp"
#include "study/plan/outcome_words.hpp"
#include "study/report/factor_json.hpp"
#include "study/search/front.hpp"
#include "study/search/search_summary.hpp"
#include "study/wedges.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

ordered_json statistic_json(const Robust& robust) {
  static constexpr std::array<const char*, 3> kinds = {"mean", "worst", "quantile"};
  return {{"kind", kinds[static_cast<std::size_t>(robust.kind)]},
          {"share", robust.share},
          {"is_regret", robust.is_regret}};
}

/// Name, labels and unit of an outcome.
ordered_json outcome_json(const SearchOutline& outline, std::size_t index, const ReportContext& context) {
  const StudyOutcome& outcome = outline.study.outcomes[index];
  const OutcomeWords words = outcome_words(outcome, outline.study.months, context.columns);
  const bool is_known = find_column(context.columns, outcome.outcome.indicator).has_value();
  return {{"name", outcome.name},
          {"labels", labels_json(words.zh, words.en)},
          {"unit", is_known ? outcome_unit(outcome.outcome, context.columns) : std::string()}};
}

ordered_json goals_json(const SearchOutline& outline, const ReportContext& context) {
  ordered_json objectives = ordered_json::array();
  for (const Objective& objective : outline.objectives) {
    ordered_json row = outcome_json(outline, objective.outcome, context);
    row["is_maximised"] = objective.direction == Direction::Maximise;
    row["statistic"] = statistic_json(objective.robust);
    objectives.push_back(std::move(row));
  }
  ordered_json limits = ordered_json::array();
  for (const Limit& limit : outline.limits) {
    ordered_json row = outcome_json(outline, limit.outcome, context);
    row["is_upper"] = limit.good == Direction::Minimise;
    row["is_budget"] = limit.is_budget;
    row["bound"] = limit.bound;
    row["statistic"] = statistic_json(limit.robust);
    limits.push_back(std::move(row));
  }
  return {{"objectives", std::move(objectives)}, {"limits", std::move(limits)}};
}

void put_values(ordered_json& policy, const SearchResults& results) {
  if (policy.is_null()) return;
  const std::size_t candidate = policy.at("candidate").get<std::size_t>();
  policy["values"] = ordered_json::array();
  policy["is_changed"] = ordered_json::array();
  const Policy& values = results.candidates[candidate].policy;
  for (std::size_t f = 0; f < values.size(); ++f) {
    policy["values"].push_back(number(values[f]));
    policy["is_changed"].push_back(is_changed(values, f));
  }
}

/// Every policy that was tried and keeps the limits, and how the front grew while they were tried.
void put_course(ordered_json& report, const SearchResults& results) {
  const SearchOutline& outline = results.outline;
  Judge judge(outline);
  for (const Candidate& candidate : results.candidates) {
    if (candidate.searched.is_complete()) judge.learn(candidate.searched);
  }
  report["tried"] = ordered_json::array();
  report["progress"] = ordered_json::array();
  std::vector<Costs> costs;
  std::vector<std::size_t> tried_by_then;
  std::size_t tried = 0;
  for (const Candidate& candidate : results.candidates) {
    if (!candidate.searched.is_complete()) continue;
    ++tried;
    const Judgement judgement = judge.judge(candidate.searched);
    if (!judgement.is_feasible()) continue;
    report["tried"].push_back(judgement.objectives);
    costs.push_back(costs_of(outline, judgement));
    tried_by_then.push_back(tried);
  }
  if (outline.objectives.size() != 2) return;
  const std::vector<double> areas = dominated_areas(costs);
  constexpr std::size_t most_steps = 120;
  const std::size_t step = std::max<std::size_t>(1, areas.size() / most_steps);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    const bool is_shown = i % step == 0 || i + 1 == areas.size();
    if (is_shown) report["progress"].push_back({{"tried", tried_by_then[i]}, {"area", number(areas[i])}});
  }
}

}  // namespace

ordered_json search_report(const SearchResults& results, const ReportContext& context) {
  const SearchOutline& outline = results.outline;
  const StudyOutline& study = outline.study;
  ordered_json report = {{"kind", "search"}, {"version", context.version}, {"name", study.name}};
  report["labels"] = labels_json(study.label_zh, study.label_en);
  report["about"] = labels_json(study.about_zh, study.about_en);
  report["seed"] = study.seed;
  report["start"] = to_string(study.start);
  report["months"] = study.months;
  report["complete"] = results.is_complete;
  report["scenarios"] = {
      {{"name", study.scenarios.front()}, {"labels", labels_json(outline.scenario_zh, outline.scenario_en)}}};
  report["nsga2"] = {{"population", outline.population}, {"generations", outline.generations}};
  report["levers"] = ordered_json::array();
  report["assumptions"] = ordered_json::array();
  for (std::size_t f = 0; f < study.factors.size(); ++f) {
    ordered_json row = factor_json(study.factors[f], context);
    if (f < outline.policy_factors) row["start"] = number(outline.start_values[f]);
    report[f < outline.policy_factors ? "levers" : "assumptions"].push_back(std::move(row));
  }
  report.update(goals_json(outline, context));
  const ordered_json summary = search_summary(results);
  for (const char* member : {"budget_per_year", "futures", "fresh", "runs", "measured_in_fresh_futures"})
    report[member] = summary.at(member);
  report["policies_tried"] = summary.at("tried");
  report["as_is"] = summary.at("as_is");
  report["policies"] = summary.at("front");
  put_values(report["as_is"], results);
  for (ordered_json& policy : report["policies"]) put_values(policy, results);
  put_course(report, results);
  report["words"] = context.words;
  return report;
}

}  // namespace park::study
