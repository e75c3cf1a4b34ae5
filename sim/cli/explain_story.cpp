// SPDX-License-Identifier: MIT
#include "cli/explain_story.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "study/explain/choice_terms.hpp"
#include "study/words/readable.hpp"

namespace park::cli {
namespace {

constexpr std::size_t most_reasons = 3;
constexpr std::size_t most_plants = 4;
constexpr std::size_t most_decisions = 3;

std::string joined(const std::vector<std::string>& parts, const Texts& texts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : texts("explain.and")) + part;
  return text;
}

std::string label_words(const KeyLabel& label, const Texts& texts) {
  return std::string(texts.pick(label.zh, label.en));
}

std::string one_decimal(double number) {
  std::array<char, 32> text{};
  const int length = std::snprintf(text.data(), text.size(), "%.1f", number);
  return {text.data(), static_cast<std::size_t>(std::max(0, length))};
}

std::string percent(double share) { return one_decimal(100 * share) + "%"; }

/// Per cent of output, which is 分 per 元.
std::string gain_words(const study::TermGain& gain, const Texts& texts) {
  const std::string label = label_words(study::choice_term_label(gain.term), texts);
  const std::string amount = one_decimal(100 * std::abs(gain.gain));
  return texts(gain.gain > 0 ? "explain.gain" : "explain.loss", {label, amount});
}

/// The largest gains or losses of a place over staying, in words; those that round to nothing are left out.
std::string main_gains(const std::vector<study::TermGain>& gains, bool is_gain, const Texts& texts) {
  constexpr double smallest = 0.0005;
  std::vector<std::string> words;
  for (const study::TermGain& gain : gains) {
    if ((gain.gain > 0) == is_gain && std::abs(gain.gain) >= smallest && words.size() < most_reasons)
      words.push_back(gain_words(gain, texts));
  }
  return joined(words, texts);
}

std::string reasons(const Scenario& scenario, const study::LocationDecision& decision,
                    const DecisionTerm& place, const Texts& texts) {
  const auto gains = study::gains_over(place, decision.stay(), scenario.facts->places);
  const std::string good = main_gains(gains, true, texts);
  const std::string bad = main_gains(gains, false, texts);
  std::string text;
  if (!good.empty()) text += texts("explain.for", {good});
  if (!bad.empty()) text += texts("explain.against", {bad});
  return text;
}

std::string decision_words(const study::Explanation& explanation, const study::LocationDecision& decision,
                           const Texts& texts) {
  const Scenario& scenario = *explanation.scenario;
  std::vector<std::string> known;
  for (const DecisionTerm& one : decision.alternatives) {
    if (one.destination != 0) known.push_back(place_words(scenario, one.destination, texts));
  }
  const std::string date = spoken_date(scenario, decision.month, texts);
  std::string text = known.empty() ? texts("explain.knew_none", {date})
                                   : texts("explain.knew", {date, joined(known, texts)});
  if (decision.park() == nullptr) text += texts("explain.park_unknown");
  const DecisionTerm& chosen = decision.chosen();
  if (chosen.destination != 0) {
    text += texts("explain.chose",
                  {place_words(scenario, chosen.destination, texts), percent(chosen.probability)});
    return text + reasons(scenario, decision, chosen, texts);
  }
  text += texts("explain.stayed", {percent(chosen.probability)});
  const DecisionTerm* best = decision.park() != nullptr ? decision.park() : decision.best_elsewhere();
  if (best == nullptr) return text;
  return text + texts("explain.instead", {place_words(scenario, best->destination, texts)}) +
         reasons(scenario, decision, *best, texts);
}

/// Those that led somewhere, and the last one.
std::vector<const study::LocationDecision*> telling_decisions(const study::Explanation& explanation) {
  std::vector<const study::LocationDecision*> result;
  const auto& decisions = explanation.decisions;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (decisions[i].chosen().destination != 0 || i + 1 == decisions.size()) result.push_back(&decisions[i]);
  }
  if (result.size() > most_decisions)
    result.erase(result.begin(), result.end() - static_cast<std::ptrdiff_t>(most_decisions));
  return result;
}

std::string who_words(const study::Explanation& explanation, const Texts& texts) {
  const std::string id = to_string(explanation.who);
  if (explanation.firm == nullptr) {
    const auto& plant = explanation.plants.front().plant;
    const std::string activity =
        plant ? label_words(activity_labels[index_of(plant->activity)], texts) : std::string();
    return texts("explain.who_local", {id, activity});
  }
  const PoolFirm& firm = *explanation.firm;
  const std::string name = explanation.name.empty() ? id : explanation.name + " (" + id + ")";
  return texts(firm.is_leader ? "explain.who_leader" : "explain.who",
               {name, label_words(region_labels[index_of(firm.region)], texts),
                label_words(activity_labels[index_of(firm.activity)], texts),
                std::to_string(std::lround(static_cast<double>(firm.employees)))});
}

/// What held a plant up, months of one cause added, longest first.
std::string delay_words(const study::Explanation& explanation, const Identity& plant, const Texts& texts) {
  std::array<int, cause_count> months{};
  for (const study::Hindrance& delay : explanation.delays) {
    if (delay.who == plant) months[static_cast<std::size_t>(delay.cause)] += delay.months();
  }
  std::vector<std::size_t> causes;
  for (std::size_t c = 0; c < cause_count; ++c) {
    if (months[c] > 0) causes.push_back(c);
  }
  std::stable_sort(causes.begin(), causes.end(),
                   [&](std::size_t a, std::size_t b) { return months[a] > months[b]; });
  std::vector<std::string> words;
  words.reserve(causes.size());
  for (const std::size_t c : causes) {
    words.push_back(texts(months[c] == 1 ? "explain.delay_one" : "explain.delay",
                          {label_words(label_of(static_cast<Cause>(c)), texts), std::to_string(months[c])}));
  }
  return words.empty() ? std::string() : texts("explain.delays", {joined(words, texts)});
}

std::string plant_words(const study::Explanation& explanation, const study::FirmHistory& plant,
                        const Texts& texts) {
  const auto date = [&](int month) { return spoken_date(*explanation.scenario, month, texts); };
  const int workers = plant.plant ? plant.plant->workers_promised : 0;
  std::string text =
      texts("explain.signed", {date(plant.signed_month), to_string(plant.who), std::to_string(workers)});
  text += delay_words(explanation, plant.who, texts);
  if (plant.started_month >= 0) text += texts("explain.started", {date(plant.started_month)});
  if (plant.producing_month >= 0) {
    text += texts("explain.producing",
                  {date(plant.producing_month), std::to_string(plant.producing_month - plant.signed_month)});
  }
  if (plant.at_capacity_month >= 0) text += texts("explain.at_capacity", {date(plant.at_capacity_month)});
  if (plant.withdrawn_month >= 0)
    return text + texts("explain.withdrawn", {date(plant.withdrawn_month), texts("reason." + plant.reason)});
  if (plant.closed_month >= 0)
    return text + texts("explain.closed", {date(plant.closed_month), texts("reason." + plant.reason)});
  return text + texts(plant.producing_month >= 0 ? "explain.goes_on" : "explain.still_waiting");
}

std::string search_words(const study::Explanation& explanation, const Texts& texts) {
  const auto first = std::find_if(explanation.events.begin(), explanation.events.end(),
                                  [](const Event& event) { return event.kind == EventKind::Reviewed; });
  if (first == explanation.events.end()) {
    return texts("explain.never", {std::to_string(explanation.scenario->months)}) + "\n";
  }
  std::string text = texts("explain.began", {spoken_date(*explanation.scenario, first->month, texts)});
  const auto told = telling_decisions(explanation);
  if (explanation.decisions.size() > told.size())
    text += texts("explain.more_decisions", {std::to_string(explanation.decisions.size() - told.size())});
  text += "\n";
  for (const study::LocationDecision* decision : told)
    text += decision_words(explanation, *decision, texts) + "\n";
  const auto reviews = static_cast<std::size_t>(
      std::count_if(explanation.events.begin(), explanation.events.end(),
                    [](const Event& event) { return event.kind == EventKind::Reviewed; }));
  if (reviews > explanation.decisions.size()) text += texts("explain.undecided") + "\n";
  const bool was_refused = std::any_of(explanation.events.begin(), explanation.events.end(),
                                       [](const Event& e) { return e.kind == EventKind::Refused; });
  return was_refused ? text + texts("explain.refused") + "\n" : text;
}

}  // namespace

std::string spoken_date(const Scenario& scenario, int month, const Texts& texts) {
  return date_words(texts, plus_months(scenario.start, month - 1));
}

std::string place_words(const Scenario& scenario, std::uint32_t place, const Texts& texts) {
  if (place == 0) return texts("explain.staying");
  const DestinationTraits& destination = scenario.facts->places.destinations[place - 1];
  return std::string(texts.pick(destination.zh, destination.en));
}

std::string firm_story(const study::Explanation& explanation, const Texts& texts) {
  std::string text = who_words(explanation, texts) + "\n";
  if (explanation.who.path == 0) text += search_words(explanation, texts);
  const std::size_t shown_plants = std::min(most_plants, explanation.plants.size());
  for (std::size_t i = 0; i < shown_plants; ++i)
    text += plant_words(explanation, explanation.plants[i], texts) + "\n";
  if (explanation.plants.size() > shown_plants)
    text += texts("explain.more_plants", {std::to_string(explanation.plants.size() - shown_plants)}) + "\n";
  return text;
}

}  // namespace park::cli
