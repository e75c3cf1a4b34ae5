// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "cli/commands.hpp"
#include "cli/ensemble_request.hpp"
#include "cli/explain_story.hpp"
#include "scenario/fault_list.hpp"
#include "study/explain/choice_terms.hpp"
#include "study/explain/explain_document.hpp"
#include "study/terminal/interrupt.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

constexpr std::size_t firms_to_choose_from = 10;

/// Who did most in this run, for a planner who does not know any id yet.
Problem no_firm_named(const study::RunStory& story) {
  std::string ids;
  for (const auto& [who, events] : story.most_eventful(firms_to_choose_from))
    ids += (ids.empty() ? "" : ", ") + to_string(who) + " (" + std::to_string(events) + ")";
  return {command_line_source, "/--firm",
          "the id of a firm; the most eventful of this run, with their events: " + ids, "none"};
}

std::string events_table(const study::Explanation& explanation, const Texts& texts) {
  TextTable table("lll");
  table.add({texts("table.month"), texts("table.who"), texts("table.event")});
  for (const Event& event : explanation.events) {
    const KeyLabel label = label_of(event.kind);
    table.add({to_string(plus_months(explanation.scenario->start, event.month - 1)), to_string(event.who),
               std::string(texts.pick(label.zh, label.en))});
  }
  return table.text();
}

double gain_in(const std::vector<study::TermGain>& gains, std::size_t term) {
  const auto found = std::find_if(gains.begin(), gains.end(),
                                  [&](const study::TermGain& gain) { return gain.term == term; });
  constexpr double smallest = 0.00005;
  return found == gains.end() || std::abs(found->gain) < smallest ? 0 : found->gain;
}

/// A column a place, a row a term, in per cent of output against staying.
std::string decision_table(const study::Explanation& explanation, const study::LocationDecision& decision,
                           const Texts& texts) {
  TextTable table("lr");
  std::vector<std::string> heading = {
      to_string(plus_months(explanation.scenario->start, decision.month - 1))};
  std::vector<std::string> chances = {texts("explain.probability")};
  std::vector<std::vector<study::TermGain>> gains;
  for (const DecisionTerm& place : decision.alternatives) {
    heading.push_back((place.chosen ? "* " : "") +
                      place_words(*explanation.scenario, place.destination, texts));
    chances.push_back(readable(texts, 100 * place.probability) + "%");
    gains.push_back(study::gains_over(place, decision.stay(), explanation.scenario->facts->places));
  }
  table.add(std::move(heading));
  table.add(std::move(chances));
  for (std::size_t k = 0; k <= study::whole_margin; ++k) {
    const KeyLabel label = study::choice_term_label(k);
    std::vector<std::string> row = {std::string(texts.pick(label.zh, label.en))};
    bool is_empty = true;
    for (const std::vector<study::TermGain>& of_place : gains) {
      const double gain = gain_in(of_place, k);
      is_empty = is_empty && gain == 0;
      row.push_back(gain == 0 ? "-" : readable_signed(texts, 100 * gain));
    }
    if (!is_empty) table.add(std::move(row));
  }
  return table.text();
}

std::string page(const study::Explanation& explanation, const Texts& texts) {
  std::string text = firm_story(explanation, texts);
  if (!explanation.events.empty()) text += "\n" + events_table(explanation, texts);
  if (!explanation.decisions.empty()) text += "\n" + texts("explain.decisions") + "\n";
  for (const study::LocationDecision& decision : explanation.decisions)
    text += "\n" + decision_table(explanation, decision, texts);
  return text;
}

}  // namespace

int explain_command(const Request& request, const Console& console) {
  Problems problems;
  std::optional<Identity> who;
  if (request.firm) {
    who = parse_identity(*request.firm);
    if (!who) {
      problems.push_back({command_line_source, "/--firm", "an id such as p123, t07 or p123.s1",
                          "\"" + shown(*request.firm) + "\""});
    }
  }
  const auto wanted = read_ensemble_request(request, 1, 1);
  if (!wanted.ok()) append(problems, wanted.problems());
  if (!problems.empty()) return console.refuse(problems);
  const study::RunStory story(wanted.value().scenarios.front(), wanted.value().options.seed,
                              &watch_for_interrupt());
  if (story.is_cancelled()) return exit_code::stopped;
  if (!who) return console.refuse({no_firm_named(story)});
  const auto explanation = story.explain(*who);
  if (!explanation.ok()) return console.refuse(explanation.problems());
  if (!console.is_json) {
    console.print(page(explanation.value(), console.texts));
    return exit_code::fine;
  }
  const std::string zh = firm_story(explanation.value(), Texts::load(Language::Chinese));
  const std::string en = firm_story(explanation.value(), Texts::load(Language::English));
  console.print(study::explain_document(explanation.value(), zh, en));
  return exit_code::fine;
}

}  // namespace park::cli
