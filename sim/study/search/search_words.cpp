// SPDX-License-Identifier: MIT
#include "study/search/search_words.hpp"

#include <array>
#include <cmath>

#include "study/plan/outcome_words.hpp"
#include "study/wedges.hpp"
#include "study/words/readable.hpp"

namespace park::study {
namespace {

constexpr std::string_view clause_prefix = "clause.";

/// `3.00` is `3`: settings are exact.
std::string trimmed(std::string number) {
  const std::size_t point = number.find('.');
  if (point == std::string::npos) return number;
  std::size_t end = point;
  while (end + 1 < number.size() && number[end + 1] >= '0' && number[end + 1] <= '9') ++end;
  std::size_t last = end;
  while (last > point && number[last] == '0') --last;
  if (last == point) --last;
  return number.erase(last + 1, end - last);
}

/// `2.5 yuan/m2`, `40%`.
std::string with_unit(const std::string& number, std::string_view unit) {
  if (unit.empty() || unit == "-") return number;
  return number + (unit == "%" ? "" : " ") + std::string(unit);
}

std::string setting(const Texts& texts, const ParameterRow* row, double value, bool has_unit) {
  if (row != nullptr && row->kind == ValueKind::Switch) return texts(value != 0 ? "table.on" : "table.off");
  if (row != nullptr && row->kind == ValueKind::Choice) {
    const Choice& choice = row->choices[static_cast<std::size_t>(value)];
    return std::string(texts.pick(choice.zh, choice.en));
  }
  if (row == nullptr) return trimmed(readable(texts, value));
  const ShownUnit unit = shown_unit(texts, row->unit);
  const std::string number = trimmed(readable(texts, value * unit.factor));
  return has_unit || unit.words == "%" ? with_unit(number, unit.words) : number;
}

}  // namespace

std::string SearchWords::factor_label(const std::string& key) const {
  if (const ParameterRow* row = find_parameter(key); row != nullptr)
    return std::string(texts_.pick(row->zh, row->en));
  for (const PolicyClause& clause : clauses_.clauses) {
    if (key == std::string(clause_prefix) + clause.id)
      return texts_("search.clause", {clause.id, texts_.pick(clause.zh, clause.en)});
  }
  return key;
}

std::string SearchWords::change(const std::string& key, double from, double to) const {
  const ParameterRow* row = find_parameter(key);
  const std::string before =
      std::isnan(from) ? texts_("search.over_time") : setting(texts_, row, from, false);
  return factor_label(key) + " " + before + " → " + setting(texts_, row, to, true);
}

std::string SearchWords::policy(const Policy& policy) const {
  std::string text;
  for (std::size_t f = 0; f < policy.size(); ++f) {
    if (!is_changed(policy, f)) continue;
    if (!text.empty()) text += texts_("report.semicolon");
    text += change(outline_.study.factors[f].key, outline_.start_values[f], policy[f]);
  }
  return text.empty() ? texts_("search.no_change") : text;
}

std::string SearchWords::outcome(std::size_t outcome) const {
  const OutcomeWords words = outcome_words(outline_.study.outcomes[outcome], outline_.study.months, columns_);
  return std::string(texts_.pick(words.zh, words.en));
}

std::string SearchWords::unit_of(std::size_t outcome) const {
  const Outcome& meaning = outline_.study.outcomes[outcome].outcome;
  return find_column(columns_, meaning.indicator) ? outcome_unit(meaning, columns_) : std::string("-");
}

std::string SearchWords::statistic(const Robust& robust) const {
  static constexpr std::array<const char*, 3> keys = {"report.robust_mean", "report.robust_worst",
                                                      "report.robust_quantile"};
  const std::string words = texts_(keys[static_cast<std::size_t>(robust.kind)],
                                   {trimmed(readable(texts_, 100 * (1 - robust.share)))});
  return robust.is_regret ? texts_("report.robust_regret", {words}) : words;
}

std::string SearchWords::objective(const Objective& objective) const {
  return texts_(objective.direction == Direction::Maximise ? "report.maximise" : "report.minimise",
                {outcome(objective.outcome), statistic(objective.robust)});
}

std::string SearchWords::value(std::size_t outcome, double value) const {
  return readable(texts_, value * shown_unit(texts_, unit_of(outcome)).factor);
}

std::string SearchWords::quantity(std::size_t outcome, double value) const {
  const ShownUnit unit = shown_unit(texts_, unit_of(outcome));
  return with_unit(trimmed(this->value(outcome, value)), unit.words);
}

std::string SearchWords::limit(const Limit& limit) const {
  return texts_(limit.good == Direction::Minimise ? "report.at_most" : "report.at_least",
                {outcome(limit.outcome), quantity(limit.outcome, limit.bound), statistic(limit.robust)});
}

}  // namespace park::study
