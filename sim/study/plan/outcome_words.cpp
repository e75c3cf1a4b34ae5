// SPDX-License-Identifier: MIT
#include "study/plan/outcome_words.hpp"

#include <array>

namespace park::study {

OutcomeWords outcome_words(const StudyOutcome& outcome, int months,
                           std::span<const IndicatorColumn> columns) {
  static constexpr std::array<std::string_view, 6> zh = {"",       "均值",     "合计",
                                                         "最低值", "峰值月份", "最高的一年"};
  static constexpr std::array<std::string_view, 6> en = {
      "", "mean", "sum", "trough", "month of the peak", "greatest year"};
  const auto column = find_column(columns, outcome.outcome.indicator);
  if (!column) return {outcome.name, outcome.name};
  const auto kind = static_cast<std::size_t>(outcome.outcome.kind);
  const std::string from = std::to_string(outcome.outcome.from);
  const std::string to = std::to_string(outcome.outcome.to < 0 ? months : outcome.outcome.to);
  const bool is_whole = outcome.outcome.from < 0 || (outcome.outcome.from == 1 && outcome.outcome.to < 0);
  const bool is_moment = outcome.outcome.kind == Outcome::Kind::At;
  std::string when_zh = is_moment ? "第" + from + "月末" : "第" + from + "至" + to + "月";
  std::string when_en = is_moment ? "month " + from : "months " + from + " to " + to;
  if (is_whole) when_zh = when_en = "";
  const std::string join_en = zh[kind].empty() || when_en.empty() ? "" : " of ";
  const std::string inside_zh = when_zh + std::string(zh[kind]);
  const std::string inside_en = std::string(en[kind]) + join_en + when_en;
  const IndicatorColumn& words = columns[*column];
  return {words.zh + (inside_zh.empty() ? "" : "（" + inside_zh + "）"),
          words.en + (inside_en.empty() ? "" : " (" + inside_en + ")")};
}

}  // namespace park::study
