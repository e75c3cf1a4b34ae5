// SPDX-License-Identifier: MIT
#include "study/report/study_report.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "study/analysis/analysis_document.hpp"
#include "study/document_parts.hpp"
#include "study/plan/outcome_words.hpp"
#include "study/report/factor_json.hpp"
#include "study/store/outcome_columns.hpp"
#include "study/wedges.hpp"

namespace park::study {
namespace {

using nlohmann::ordered_json;

/// Counts of the values in equal bins from the least to the greatest.
ordered_json bins_json(const std::vector<double>& values) {
  ordered_json bins = ordered_json::array();
  if (values.empty()) return bins;
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  constexpr std::size_t most = 24;
  const std::size_t count = *least < *greatest ? most : 1;
  const double width = (*greatest - *least) / static_cast<double>(count);
  std::vector<std::size_t> counts(count, 0);
  for (const double value : values) {
    const double place = width > 0 ? (value - *least) / width : 0;
    ++counts[std::min(count - 1, static_cast<std::size_t>(place))];
  }
  for (std::size_t b = 0; b < count; ++b) {
    const double from = *least + static_cast<double>(b) * width;
    bins.push_back({{"from", number(from)}, {"to", number(from + width)}, {"count", counts[b]}});
  }
  return bins;
}

/// What stands behind an outcome's name where there are several scenarios.
ordered_json scenario_words(const OutcomeColumn& column, const StudyOutline& outline) {
  if (outline.scenarios.size() == 1) return labels_json("", "");
  const ScenarioLabel scenario = outline.label_of(column.scenario);
  if (!column.is_difference) return labels_json("：" + scenario.zh, ": " + scenario.en);
  const ScenarioLabel first = outline.label_of(0);
  return labels_json("：“" + scenario.zh + "”减“" + first.zh + "”", ": " + scenario.en + " less " + first.en);
}

ordered_json outcome_json(const StudyResults& results, const OutcomeColumn& column,
                          const ReportContext& context) {
  const StudyOutline& outline = results.outline;
  const StudyOutcome& outcome = outline.outcomes[column.outcome];
  const auto by_point = values_by_point(results, column);
  std::vector<double> values;
  for (const auto& point : by_point) {
    std::copy_if(point.begin(), point.end(), std::back_inserter(values),
                 [](double value) { return std::isfinite(value); });
  }
  const OutcomeWords words = outcome_words(outcome, outline.months, context.columns);
  ordered_json labels = labels_json(words.zh, words.en);
  const ordered_json behind = scenario_words(column, outline);
  for (const char* language : {"zh", "en"})
    labels[language] = labels[language].get<std::string>() + behind[language].get<std::string>();
  const bool is_known = find_column(context.columns, outcome.outcome.indicator).has_value();
  const double base = by_point.empty() ? std::nan("") : summarise(by_point.front()).mean;
  return {{"name", name_of(column, outline)},
          {"labels", std::move(labels)},
          {"unit", is_known ? outcome_unit(outcome.outcome, context.columns) : std::string()},
          {"difference", column.is_difference},
          {"summary", summary_json(summarise(values))},
          {"bins", bins_json(values)},
          {"base", number(base)},
          {"analysis", nullptr}};
}

std::uint64_t failures(const StudyResults& results) {
  return static_cast<std::uint64_t>(std::count_if(results.runs.begin(), results.runs.end(),
                                                  [](const RunRow& run) { return run.status != "ok"; }));
}

/// Why there is no analysis, as a key of words; null where there is one.
ordered_json reason(const StudyResults& results, const AnalysisResult* analysis) {
  if (analysis != nullptr) return nullptr;
  if (results.runs.empty()) return "no_analysis_empty";
  return "no_analysis_incomplete";
}

}  // namespace

ordered_json study_report(const StudyResults& results, const AnalysisResult* analysis,
                          const ReportContext& context) {
  const StudyOutline& outline = results.outline;
  ordered_json report = {{"kind", "study"}, {"version", context.version}, {"name", outline.name}};
  report["labels"] = labels_json(outline.label_zh, outline.label_en);
  report["about"] = labels_json(outline.about_zh, outline.about_en);
  report["seed"] = outline.seed;
  report["start"] = to_string(outline.start);
  report["months"] = outline.months;
  report["design"] = {{"kind", key_of(outline.design.kind)}};
  report["points"] = results.design.rows();
  report["replications"] = {{"least", outline.replications.least}, {"most", outline.replications.most}};
  const std::uint64_t failed = failures(results);
  report["runs"] = {{"ok", results.runs.size() - failed}, {"failed", failed}};
  report["complete"] = results.is_complete;
  report["scenarios"] = ordered_json::array();
  for (std::size_t s = 0; s < outline.scenarios.size(); ++s) {
    const ScenarioLabel label = outline.label_of(s);
    report["scenarios"].push_back(
        {{"name", outline.scenarios[s]}, {"labels", labels_json(label.zh, label.en)}});
  }
  report["factors"] = ordered_json::array();
  for (const StudyFactor& factor : outline.factors) report["factors"].push_back(factor_json(factor, context));
  report["outcomes"] = ordered_json::array();
  for (const OutcomeColumn& column : outcome_columns(outline))
    report["outcomes"].push_back(outcome_json(results, column, context));
  report["no_analysis"] = reason(results, analysis);
  if (analysis != nullptr) {
    const ordered_json document = ordered_json::parse(analysis_document(*analysis));
    for (ordered_json& outcome : report["outcomes"])
      outcome["analysis"] = document.at("outcomes").at(outcome.at("name").get<std::string>());
  }
  report["words"] = context.words;
  return report;
}

}  // namespace park::study
