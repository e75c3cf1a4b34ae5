// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <numeric>

#include "cli/analysis.hpp"
#include "study/explanation_documents.hpp"

namespace park::cli {
namespace {

constexpr std::size_t bar_width = 24;

/// Two scenarios, what differs between them, and the outcome whose difference is taken apart.
struct WedgesRequest {
  EnsembleRequest ensemble;
  std::vector<study::ScenarioPart> parts;
  study::Outcome outcome;
  std::string outcome_text;
};

Checked<WedgesRequest> read_wedges_request(const Request& request) {
  Problems problems;
  if (!request.wants_wedges)
    problems.push_back({command_line_source, "/--outcome", "--wedges with it", "none"});
  auto ensemble = read_ensemble_request(request, 2, 2);
  if (!ensemble.ok()) {
    append(problems, ensemble.problems());
    return problems;
  }
  WedgesRequest result;
  result.ensemble = std::move(ensemble).value();
  const Scenario& a = *result.ensemble.scenarios[0];
  const Scenario& b = *result.ensemble.scenarios[1];
  result.outcome_text = request.outcome.value_or("jobs");
  result.outcome = read_outcome(result.outcome_text, a, problems);
  auto parts = study::differing_parts(a, b, request.words[0], request.words[1]);
  if (parts.ok()) {
    result.parts = std::move(parts).value();
  } else {
    append(problems, parts.problems());
  }
  if (!problems.empty()) return problems;
  return result;
}

std::string label_of_part(const study::ScenarioPart& part, const ClauseCatalogue& clauses,
                          const Texts& texts) {
  if (part.kind == study::ScenarioPart::Kind::PolicyTimeline) return texts("wedges.policy_timeline");
  if (part.kind == study::ScenarioPart::Kind::Shocks) return texts("wedges.shocks");
  if (part.parameter.row != nullptr) {
    return std::string(texts.pick(part.parameter.row->zh, part.parameter.row->en));
  }
  const ClauseCategory& category = clauses.categories[clauses.clauses[part.parameter.clause].category];
  return texts("wedges.clause", {texts.pick(category.zh, category.en), part.key});
}

std::string value_words(const ParameterRow* row, double value, const Texts& texts) {
  if (row == nullptr) return readable(texts, value);
  if (row->kind == ValueKind::Switch) return texts(value != 0 ? "table.on" : "table.off");
  if (row->kind == ValueKind::Choice) {
    const Choice& choice = row->choices[static_cast<std::size_t>(value)];
    return std::string(texts.pick(choice.zh, choice.en));
  }
  return readable(texts, value * shown_unit(texts, row->unit).factor);
}

/// `6 -> 24 months`; nothing for a timeline.
std::string change_words(const study::ScenarioPart& part, const Texts& texts) {
  if (part.kind != study::ScenarioPart::Kind::Parameter) return "";
  const ParameterRow* row = part.parameter.row;
  const bool is_counted =
      row != nullptr && (row->kind == ValueKind::Real || row->kind == ValueKind::Integer) && row->unit != "-";
  return value_words(row, part.from, texts) + " → " + value_words(row, part.to, texts) +
         (is_counted ? " " + shown_unit(texts, row->unit).words : "");
}

/// A bar whose full width is the greatest wedge: `#` for more, `-` for less.
std::string bar(double value, double greatest) {
  if (!std::isfinite(value) || greatest <= 0) return "";
  const double filled = std::round(static_cast<double>(bar_width) * std::abs(value) / greatest);
  std::string drawn;
  drawn.assign(static_cast<std::size_t>(filled), value > 0 ? '#' : '-');
  return drawn;
}

/// True if the outcome was the same to the bit in every run, with the part or without it.
bool did_nothing(const study::Difference& value) {
  return value.n > 1 && value.mean == 0 && value.lo == 0 && value.hi == 0;
}

/// Parts by size of their mean, the greatest first; equal ones in the catalogue's order.
std::vector<std::size_t> by_size(const study::Wedges& wedges) {
  std::vector<std::size_t> order(wedges.parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto size = [&](std::size_t i) {
    return wedges.values[i].n == 0 ? 0 : std::abs(wedges.values[i].mean);
  };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t x, std::size_t y) { return size(x) > size(y); });
  return order;
}

std::string wedges_table(const WedgesRequest& wanted, const study::Wedges& wedges, double seconds,
                         const Texts& texts) {
  const Scenario& a = *wanted.ensemble.scenarios[0];
  const Scenario& b = *wanted.ensemble.scenarios[1];
  const IndicatorColumn& column =
      wedges.runs.columns[*find_column(wedges.runs.columns, wedges.outcome.indicator)];
  const ShownUnit unit = difference_unit(texts, study::outcome_unit(wedges.outcome, wedges.runs.columns));
  const std::vector<std::size_t> order = by_size(wedges);
  const double greatest = order.empty() ? 0 : std::abs(wedges.values[order.front()].mean);
  TextTable table("llrl");
  table.add({texts("wedges.part"), texts("wedges.change"), texts("wedges.value", {unit.words}), ""});
  std::string idle;
  for (const std::size_t i : order) {
    const study::ScenarioPart& part = wedges.parts[i];
    const study::Difference& value = wedges.values[i];
    if (did_nothing(value)) {
      idle += (idle.empty() ? "" : texts("list.comma")) + label_of_part(part, a.facts->clauses, texts);
      continue;
    }
    table.add({label_of_part(part, a.facts->clauses, texts), change_words(part, texts),
               difference_cell(value, unit.factor, texts), bar(value.mean, greatest)});
  }
  table.add({texts("wedges.total"), "", difference_cell(wedges.total, unit.factor, texts), ""});
  return ensemble_line(wedges.runs, seconds, texts) + "\n" +
         texts("wedges.title", {texts.pick(a.label_zh, a.label_en), texts.pick(b.label_zh, b.label_en),
                                texts.pick(column.zh, column.en), wanted.outcome_text}) +
         "\n" + table.text() + (idle.empty() ? "" : texts("wedges.idle", {idle}) + "\n") +
         texts("wedges.note") + "\n";
}

}  // namespace

int wedges_command(const Request& request, const Console& console) {
  const auto wanted = read_wedges_request(request);
  if (!wanted.ok()) return console.refuse(wanted.problems());
  const WedgesRequest& wedges_request = wanted.value();
  const auto& scenarios = wedges_request.ensemble.scenarios;
  Progress progress(console.texts, console.is_quiet);
  const study::Wedges wedges =
      study::find_wedges(scenarios[0], scenarios[1], wedges_request.parts, wedges_request.outcome,
                         watched(wedges_request.ensemble, progress));
  const std::string document =
      study::wedges_document(wedges, *scenarios[0], *scenarios[1], wedges_request.outcome_text);
  const std::string table = wedges_table(wedges_request, wedges, progress.seconds(), console.texts);
  return deliver_analysis(wedges_request.ensemble, wedges.runs, "wedges", document, table, console);
}

}  // namespace park::cli
