// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <map>

#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "study/explanation_documents.hpp"

namespace park::cli {
namespace {

/// Mean project-months of a cause: in all, by year and by stage.
struct CauseTotal {
  Cause cause = Cause::Space;
  double total = 0;
  std::map<int, double> by_year;
  std::array<double, stage_count> by_stage{};
};

/// Every cause, the one that holds up most first.
std::vector<CauseTotal> ranked_causes(const std::vector<study::HoldUp>& hold_ups) {
  std::vector<CauseTotal> causes(cause_count);
  for (std::size_t c = 0; c < cause_count; ++c) causes[c].cause = static_cast<Cause>(c);
  for (const study::HoldUp& row : hold_ups) {
    CauseTotal& cause = causes[static_cast<std::size_t>(row.cause)];
    cause.total += row.project_months.mean;
    cause.by_year[row.year] += row.project_months.mean;
    cause.by_stage[index_of(row.stage)] += row.project_months.mean;
  }
  std::stable_sort(causes.begin(), causes.end(),
                   [](const CauseTotal& a, const CauseTotal& b) { return a.total > b.total; });
  return causes;
}

std::string hardest_hit(const CauseTotal& cause, const Texts& texts) {
  if (cause.total <= 0) return "-";
  const auto* const greatest = std::max_element(cause.by_stage.begin(), cause.by_stage.end());
  const KeyLabel& stage = stage_labels[static_cast<std::size_t>(greatest - cause.by_stage.begin())];
  return texts("bottlenecks.stage",
               {texts.pick(stage.zh, stage.en), readable(texts, 100 * *greatest / cause.total)});
}

std::string causes_table(const study::Bottlenecks& found, const Texts& texts) {
  const Scenario& scenario = *found.runs.scenarios.front();
  const int last_year = plus_months(scenario.start, scenario.months - 1).year;
  TextTable table("llr");
  std::vector<std::string> heading = {texts("bottlenecks.cause"), texts("bottlenecks.hardest_hit"),
                                      texts("bottlenecks.total")};
  for (int year = scenario.start.year; year <= last_year; ++year) heading.push_back(std::to_string(year));
  table.add(std::move(heading));
  for (const CauseTotal& cause : ranked_causes(found.hold_ups)) {
    const KeyLabel label = label_of(cause.cause);
    std::vector<std::string> row = {std::string(texts.pick(label.zh, label.en)), hardest_hit(cause, texts),
                                    readable(texts, cause.total)};
    for (int year = scenario.start.year; year <= last_year; ++year) {
      const auto months = cause.by_year.find(year);
      row.push_back(readable(texts, months == cause.by_year.end() ? 0 : months->second));
    }
    table.add(std::move(row));
  }
  return table.text();
}

/// Papers take their time without any queue; that is said apart and ranks nowhere.
std::string usual_words(const study::Bottlenecks& found, const Texts& texts) {
  double months = 0;
  for (const study::UsualTime& row : found.usual_times) months += row.project_months.mean;
  return texts("bottlenecks.usual", {readable(texts, months)});
}

std::string step_words(const study::ShadowPrice& price, const ParameterRow& lever, const Texts& texts) {
  const ShownUnit unit = shown_unit(texts, lever.unit);
  std::string words = readable_signed(texts, price.constraint.step * unit.factor) + " " + unit.words;
  switch (price.direction) {
    case study::StepDirection::Up:
      return words;
    case study::StepDirection::Down:
      return words + " " + texts("bottlenecks.downwards");
    case study::StepDirection::Nowhere:
      break;
  }
  return words + " " + texts("bottlenecks.nowhere");
}

std::string prices_table(const study::Bottlenecks& found, const Texts& texts) {
  TextTable table("llr");
  std::vector<std::string> heading = {texts("bottlenecks.constraint"), texts("bottlenecks.step")};
  std::vector<double> factors;
  for (const std::string_view key : study::shadow_outcomes) {
    const IndicatorColumn& column = found.runs.columns[*find_column(found.runs.columns, key)];
    const ShownUnit unit = difference_unit(texts, column.unit);
    heading.push_back(texts("clauses.gain", {texts(std::string("clauses.short.") + column.key), unit.words}) +
                      "  ");
    factors.push_back(unit.factor);
  }
  table.add(std::move(heading));
  for (const study::ShadowPrice& price : found.shadow_prices) {
    const ParameterRow& lever = *find_parameter(price.constraint.lever);
    std::vector<std::string> row = {std::string(texts.pick(lever.zh, lever.en)),
                                    step_words(price, lever, texts)};
    for (std::size_t k = 0; k < factors.size(); ++k) {
      row.push_back(difference_cell(price.gain[k], factors[k], texts));
    }
    table.add(std::move(row));
  }
  return table.text();
}

std::string bottlenecks_table(const study::Bottlenecks& found, double seconds, const Texts& texts) {
  const Scenario& scenario = *found.runs.scenarios.front();
  return std::string(texts.pick(scenario.label_zh, scenario.label_en)) + "\n" +
         ensemble_line(found.runs, seconds, texts) + "\n" + texts("bottlenecks.causes") + "\n" +
         causes_table(found, texts) + usual_words(found, texts) + "\n\n" + texts("bottlenecks.prices") +
         "\n" + prices_table(found, texts) + texts("bottlenecks.note") + "\n";
}

}  // namespace

int bottlenecks_command(const Request& request, const Console& console) {
  const auto wanted = read_ensemble_request(request, 1, 1);
  if (!wanted.ok()) return console.refuse(wanted.problems());
  Progress progress(console.texts, console.is_quiet);
  const study::Bottlenecks found =
      study::find_bottlenecks(wanted.value().scenarios.front(), watched(wanted.value(), progress));
  return deliver_analysis(wanted.value(), found.runs, "bottlenecks", study::bottlenecks_document(found),
                          bottlenecks_table(found, progress.seconds(), console.texts), console);
}

}  // namespace park::cli
