// SPDX-License-Identifier: MIT
#include "cli/described.hpp"

#include <array>
#include <string>

#include "study/outcome.hpp"
#include "study/store/analysis_input.hpp"

namespace park::cli {
namespace {

/// The longest horizon there is: months of an outcome are not checked here.
constexpr int most_months = 600;

constexpr std::array<Choice, 2> switch_choices = {{{"0", "关闭", "off"}, {"1", "开启", "on"}}};

/// `（第120月末）`, or what is taken over which months.
study::Remark time_words(const study::Outcome& outcome) {
  const std::string from = std::to_string(outcome.from);
  const std::string to = std::to_string(outcome.to);
  const bool is_whole = outcome.from < 0 || (outcome.from <= 1 && outcome.to < 0);
  const std::string zh = is_whole ? "" : "第" + from + "至" + to + "月";
  const std::string en = is_whole ? "" : " of months " + from + " to " + to;
  switch (outcome.kind) {
    case study::Outcome::Kind::At:
      return is_whole ? study::Remark{} : study::Remark{"（第" + from + "月末）", " (month " + from + ")"};
    case study::Outcome::Kind::Mean:
      return {"（" + zh + "均值）", " (mean" + en + ")"};
    case study::Outcome::Kind::Sum:
      return {"（" + zh + "合计）", " (sum" + en + ")"};
    case study::Outcome::Kind::Trough:
      return {"（" + zh + "最低值）", " (trough" + en + ")"};
    case study::Outcome::Kind::PeakYear:
      return {"（" + zh + "最高的一年）", " (greatest year" + en + ")"};
    case study::Outcome::Kind::PeakMonth:
      break;
  }
  return {"达到峰值的月份", " (month of the peak)"};
}

}  // namespace

Describer::Describer(const ClauseCatalogue& clauses, std::vector<IndicatorColumn> columns)
    : clauses_(clauses),
      columns_(std::move(columns)),
      zh_(Texts::load(Language::Chinese)),
      en_(Texts::load(Language::English)) {}

void Describer::put_unit(study::Wording& words, std::string_view unit) const {
  if (unit == "-" || unit == "choice" || unit == "switch") return;
  if (unit == "share") {
    words.scale = 100;
    words.unit_zh = words.unit_en = "%";
    return;
  }
  words.unit_zh = zh_.unit(unit);
  words.unit_en = en_.unit(unit);
}

void Describer::describe(study::AnalysisFactor& factor) const {
  if (const ParameterRow* row = find_parameter(factor.key); row != nullptr) {
    factor.words.zh = row->zh;
    factor.words.en = row->en;
    factor.is_whole = row->kind != ValueKind::Real;
    factor.choices = row->choices;
    if (row->kind == ValueKind::Switch) factor.choices = switch_choices;
    put_unit(factor.words, row->unit);
    return;
  }
  constexpr std::string_view prefix = "clause.";
  if (!factor.key.starts_with(prefix)) return;
  for (const PolicyClause& clause : clauses_.clauses) {
    if (std::string_view(factor.key).substr(prefix.size()) != clause.id) continue;
    factor.words.zh = "“" + clause.zh + "”条款力度";
    factor.words.en = "the intensity of \"" + clause.en + "\"";
  }
}

void Describer::describe(study::AnalysisOutcome& outcome) const {
  const auto meaning = study::parse_outcome(outcome.name, columns_, {}, most_months);
  if (!meaning.ok()) return;  // a column of another program: it keeps its heading
  describe(outcome, meaning.value());
}

void Describer::describe(study::AnalysisOutcome& outcome, const study::Outcome& meaning) const {
  const auto column = find_column(columns_, meaning.indicator);
  if (!column) return;  // a dimension of another world than the shipped one
  const study::Remark time = time_words(meaning);
  outcome.words.zh = columns_[*column].zh + time.zh;
  outcome.words.en = columns_[*column].en + time.en;
  const bool is_month = meaning.kind == study::Outcome::Kind::PeakMonth;
  outcome.is_less_better = !is_month && columns_[*column].better == Better::Down;
  put_unit(outcome.words, is_month ? "month" : columns_[*column].unit);
}

void Describer::describe(study::AnalysisOutcome& outcome, const study::OutcomeColumn& column,
                         const study::StudyOutline& outline) const {
  describe(outcome, outline.outcomes[column.outcome].outcome);
  study::Wording& words = outcome.words;
  if (outline.scenarios.size() == 1 || words.zh.empty()) return;
  const study::ScenarioLabel scenario = outline.label_of(column.scenario);
  const study::ScenarioLabel first = outline.label_of(0);
  words.zh +=
      column.is_difference ? "（“" + scenario.zh + "”减“" + first.zh + "”）" : "（“" + scenario.zh + "”）";
  words.en +=
      column.is_difference ? " (" + scenario.en + " less " + first.en + ")" : " (" + scenario.en + ")";
  if (!column.is_difference || words.unit_zh != "%") return;
  words.unit_zh = zh_.unit("percentage points");
  words.unit_en = en_.unit("percentage points");
}

Checked<study::AnalysisInput> described_input(const study::StudyResults& results, const std::string& file,
                                              const Describer& describer) {
  auto input = study::analysis_input(results, file);
  if (!input.ok()) return input;
  study::AnalysisInput result = std::move(input).value();
  for (study::AnalysisFactor& factor : result.factors) describer.describe(factor);
  const std::vector<study::OutcomeColumn> columns = study::outcome_columns(results.outline);
  for (std::size_t o = 0; o < columns.size(); ++o)
    describer.describe(result.outcomes[o], columns[o], results.outline);
  return result;
}

}  // namespace park::cli
