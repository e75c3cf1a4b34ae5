// SPDX-License-Identifier: MIT
#include "study/sweep.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "cli/analysis.hpp"
#include "cli/commands.hpp"
#include "scenario/fault_list.hpp"
#include "study/wedges.hpp"

namespace park::cli {
namespace {

constexpr std::size_t shown_factors = 30;
constexpr std::uint64_t most_levels = 101;
constexpr std::array<std::string_view, 3> kind_keys = {"levers", "uncertainties", "structural"};

struct SweepWords {
  EnsembleRequest ensemble;
  study::SweepRequest sweep;
  std::vector<std::string> outcome_names;
};

/// `uncertainties,structural`; each once, in the order given.
std::vector<ParameterGroup> read_kinds(const std::string& text, Problems& problems) {
  std::vector<ParameterGroup> groups;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(',', from), text.size());
    const std::string word = text.substr(from, to - from);
    const auto* const found = std::find(kind_keys.begin(), kind_keys.end(), word);
    const auto group = static_cast<ParameterGroup>(found - kind_keys.begin());
    if (found == kind_keys.end()) {
      problems.push_back({command_line_source, "/--kinds",
                          "uncertainties, structural or levers, with commas between",
                          "\"" + shown(word) + "\""});
    } else if (std::find(groups.begin(), groups.end(), group) == groups.end()) {
      groups.push_back(group);
    }
    from = to + 1;
  }
  return groups;
}

Checked<SweepWords> read_sweep_request(const Request& request) {
  Problems problems;
  SweepWords words;
  words.sweep.levels = static_cast<std::size_t>(
      whole_option(request.levels, "--levels", 2, most_levels, problems).value_or(3));
  words.sweep.groups = read_kinds(request.kinds.value_or("uncertainties,structural"), problems);
  words.outcome_names = request.outcomes;
  if (words.outcome_names.empty()) words.outcome_names = {"jobs", "fiscal_npv"};
  auto ensemble = read_ensemble_request(request, 1, 1);
  if (!ensemble.ok()) {
    append(problems, ensemble.problems());
    return problems;
  }
  words.ensemble = std::move(ensemble).value();
  for (const std::string& name : words.outcome_names) {
    words.sweep.outcomes.push_back(read_outcome(name, *words.ensemble.scenarios.front(), problems));
  }
  if (!problems.empty()) return problems;
  return words;
}

bool excludes_zero(const study::Difference& d) { return d.lo > 0 || d.hi < 0; }

bool is_clear(const study::SweptFactor& swept, std::size_t outcome) {
  return std::any_of(swept.levels.begin(), swept.levels.end(),
                     [&](const study::SweepLevel& level) { return excludes_zero(level.effect[outcome]); });
}

/// Reals in few digits: a level may be any number within the range.
std::string value_words(const ParameterRow& row, double value, const Texts& texts) {
  return row.kind == ValueKind::Real ? readable(texts, value) : format_value(row, value);
}

/// `0.1: +12.3 [+4.5, +20.1] *`
std::string level_cell(const study::SweptFactor& swept, const study::SweepLevel& level, std::size_t outcome,
                       double factor, const Texts& texts) {
  return value_words(*swept.factor.parameter.row, level.value, texts) + ": " +
         difference_cell(level.effect[outcome], factor, texts);
}

std::vector<std::string> row_of(const study::Sweep& sweep, std::size_t place, std::size_t index,
                                std::size_t outcome, double factor, const Texts& texts) {
  const study::SweptFactor& swept = sweep.factors[index];
  const ParameterRow& row = *swept.factor.parameter.row;
  const study::SweepLevel& lowest = swept.levels.front();
  const study::SweepLevel& highest = swept.levels.back();
  const study::SweepLevel* strongest = swept.strongest(outcome);
  const bool is_inside = strongest != nullptr && strongest != &lowest && strongest != &highest;
  const std::string kind(kind_keys[static_cast<std::size_t>(row.group())]);
  return {std::to_string(place),
          std::string(texts.pick(row.zh, row.en)),
          std::string(row.key),
          texts("sweep.kind." + kind),
          format_value(row, swept.own),
          level_cell(swept, lowest, outcome, factor, texts),
          level_cell(swept, highest, outcome, factor, texts),
          is_inside ? level_cell(swept, *strongest, outcome, factor, texts) : "-  "};
}

std::string policy_line(const study::Sweep& sweep, std::size_t outcome, const ShownUnit& unit,
                        const Texts& texts) {
  const study::Difference& policy = sweep.policy_effect[outcome];
  if (policy.n == 0 || (policy.mean == 0 && policy.lo == 0 && policy.hi == 0)) return {};
  std::size_t stronger = 0;
  for (const study::SweptFactor& swept : sweep.factors) {
    if (swept.largest(outcome) > std::abs(policy.mean)) ++stronger;
  }
  std::string effect = difference_cell(policy, unit.factor, texts);
  effect.erase(effect.find_last_not_of(' ') + 1);
  return texts("sweep.policy",
               {effect, unit.words, std::to_string(stronger), std::to_string(sweep.factors.size())}) +
         "\n";
}

/// What the table leaves out: how many more, and which of them change nothing.
std::string rest_lines(const study::Sweep& sweep, std::size_t outcome, const Texts& texts) {
  const auto ranking = sweep.ranking(outcome);
  std::size_t clear = 0;
  std::size_t unclear = 0;
  std::string nothing;
  for (std::size_t place = 0; place < ranking.size(); ++place) {
    const study::SweptFactor& swept = sweep.factors[ranking[place]];
    if (swept.does_nothing(outcome)) {
      nothing += (nothing.empty() ? "" : ", ") + swept.factor.key;
    } else if (place >= shown_factors) {
      ++(is_clear(swept, outcome) ? clear : unclear);
    }
  }
  std::string lines;
  if (clear + unclear > 0) {
    lines += texts("sweep.more", {std::to_string(clear + unclear), std::to_string(clear)}) + "\n";
  }
  if (!nothing.empty()) lines += texts("sweep.nothing", {nothing}) + "\n";
  return lines;
}

std::string outcome_table(const study::Sweep& sweep, std::size_t outcome, const std::string& name,
                          const Texts& texts) {
  const ShownUnit unit =
      difference_unit(texts, study::outcome_unit(sweep.outcomes[outcome], sweep.runs.columns));
  TextTable table("rlllrlll");
  table.add({"#", texts("sweep.parameter"), texts("table.key"), texts("sweep.kind"), texts("sweep.own"),
             texts("sweep.lowest"), texts("sweep.highest"), texts("sweep.inside")});
  const auto ranking = sweep.ranking(outcome);
  for (std::size_t place = 0; place < std::min(ranking.size(), shown_factors); ++place) {
    if (sweep.factors[ranking[place]].does_nothing(outcome)) break;
    table.add(row_of(sweep, place + 1, ranking[place], outcome, unit.factor, texts));
  }
  return texts("sweep.title", {name, unit.words}) + "\n" + table.text() + rest_lines(sweep, outcome, texts) +
         policy_line(sweep, outcome, unit, texts);
}

std::string sweep_table(const study::Sweep& sweep, const std::vector<std::string>& names, double seconds,
                        const Texts& texts) {
  const Scenario& scenario = *sweep.runs.scenarios.front();
  std::string text = std::string(texts.pick(scenario.label_zh, scenario.label_en)) + "\n" +
                     ensemble_line(sweep.runs, seconds, texts);
  for (std::size_t k = 0; k < names.size(); ++k) text += "\n" + outcome_table(sweep, k, names[k], texts);
  return text + "\n" + texts("sweep.note", {std::string(study::resolution_key)}) + "\n";
}

}  // namespace

int sweep_command(const Request& request, const Console& console) {
  const auto read = read_sweep_request(request);
  if (!read.ok()) return console.refuse(read.problems());
  const SweepWords& words = read.value();
  Progress progress(console.texts, console.is_quiet);
  const study::Sweep sweep =
      study::sweep(words.ensemble.scenarios.front(), words.sweep, watched(words.ensemble, progress));
  return deliver_analysis(
      words.ensemble, sweep.runs, "sweep", study::sweep_document(sweep, words.outcome_names),
      sweep_table(sweep, words.outcome_names, progress.seconds(), console.texts), console);
}

}  // namespace park::cli
