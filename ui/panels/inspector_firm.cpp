// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>

#include "charts/number_text.hpp"
#include "indicators/indicators.hpp"
#include "panels/dashboard.hpp"
#include "panels/inspector_card.hpp"
#include "panels/place_words.hpp"
#include "session/plant_name.hpp"
#include "study/explain/choice_terms.hpp"

namespace park::ui {
namespace {

constexpr std::size_t most_partners = 12;
constexpr std::size_t most_reasons = 4;

std::string_view words_in(const Texts& texts, const KeyLabel& label) {
  return texts.pick(label.zh, label.en);
}

std::string origin_words(const PlantRecord& record, const Texts& texts) {
  constexpr std::array<std::string_view, 4> keys = {"ui.inspector.relocated", "ui.inspector.expansion",
                                                    "ui.inspector.branch", "ui.inspector.spin_off"};
  return texts(keys[static_cast<std::size_t>(record.origin)],
               {words_in(texts, region_labels[index_of(record.region)])});
}

Color milestone_color(const Card& card, const PlantSight& sight) {
  return sight.is_held_up() ? card.theme().held_up
                            : card.theme().milestones[static_cast<std::size_t>(sight.milestone)];
}

/// `-` has no sign of its own for a plant that is still building.
void add_facts(Card& card, const PlantRecord& record, const PlantSight& sight) {
  const Texts& texts = card.texts();
  const auto people = [&](int count) { return value_text(texts, count, "people"); };
  card.row(texts("ui.inspector.workers"),
           texts("ui.inspector.workers_of", {people(sight.workers), people(record.workers_promised)}));
  if (sight.away > 0) card.row(texts("ui.inspector.away"), people(sight.away));
  if (sight.vacancies > 0) card.row(texts("ui.inspector.vacancies"), people(sight.vacancies));
  if (!sight.is_producing()) {
    if (sight.milestone == Milestone::Started) {
      card.row(texts("ui.inspector.building"),
               texts("ui.map.percent", {std::to_string(static_cast<int>(std::lround(100 * sight.built)))}));
    }
    return;
  }
  card.row(texts("ui.inspector.output"),
           value_text(texts, static_cast<double>(sight.output) / 1e6, "million yuan/month"));
  card.row(texts("ui.inspector.margin"), value_text(texts, static_cast<double>(sight.margin), "share"));
}

void add_site(Card& card, const PlantSight& sight) {
  const Texts& texts = card.texts();
  const std::string form(words_in(texts, site_form_labels[static_cast<std::size_t>(sight.form)]));
  if (!sight.has_site) {
    card.row(texts("ui.inspector.site"), texts("ui.inspector.no_site", {form}));
    return;
  }
  if (sight.parcel != PlantSight::no_place) {
    card.row(texts("ui.inspector.site"),
             form + " " + value_text(texts, static_cast<double>(sight.plot_mu), "mu"));
    card.link(card.chronicle().map().parcels[sight.parcel].id, {MapTarget::Kind::Parcel, sight.parcel},
              card.theme().axis);
    return;
  }
  card.row(texts("ui.inspector.site"),
           form + " " + value_text(texts, static_cast<double>(sight.floor_m2), "m2"));
  for (const std::uint32_t block : sight.block) {
    if (block == PlantSight::no_place) continue;
    card.link(block_name(block, card.chronicle().blocks()[block], texts), {MapTarget::Kind::Block, block},
              card.theme().axis);
  }
}

/// The dated life as the run's journal has it; without the story, the four milestones.
void add_life(Card& card, const PlantRecord& record, const study::Explanation* told) {
  const Texts& texts = card.texts();
  card.heading(texts("ui.inspector.life"));
  const int now = card.picture().month;
  bool is_later = false;
  const auto line = [&](int month, const std::string& what) {
    if (month > now && !is_later) card.faint(texts("ui.inspector.later"));
    is_later = is_later || month > now;
    card.row(date_words(card.chronicle(), month, texts), what);
  };
  if (told == nullptr) {
    line(record.signed_month, texts("ui.map.milestone.signed"));
    if (record.started_month >= 0) line(record.started_month, texts("ui.map.milestone.started"));
    if (record.producing_month >= 0) line(record.producing_month, texts("ui.map.milestone.producing"));
    if (record.at_capacity_month >= 0) line(record.at_capacity_month, texts("ui.map.milestone.at_capacity"));
    return;
  }
  for (const Event& event : told->events) {
    const bool is_own = event.who == record.who || event.month <= record.signed_month;
    if (!is_own || event.kind == EventKind::Stayed) continue;
    line(event.month, std::string(words_in(texts, park::label_of(event.kind))));
  }
}

void add_partners(Card& card, std::uint32_t plant) {
  const std::vector<std::uint32_t> partners = card.chronicle().partners_in(card.picture(), plant);
  if (partners.empty()) return;
  card.heading(card.texts()("ui.inspector.partners", {std::to_string(partners.size())}));
  for (std::size_t k = 0; k < std::min(most_partners, partners.size()); ++k) {
    const PlantSight* sight = card.picture().find(partners[k]);
    if (sight == nullptr) continue;
    card.link(plant_name(card.chronicle(), partners[k], card.texts()), {MapTarget::Kind::Plant, partners[k]},
              milestone_color(card, *sight));
  }
}

std::string place_name(const Scenario& scenario, std::uint32_t destination, const Texts& texts) {
  if (destination == 0) return texts("ui.inspector.stay");
  const DestinationTraits& place = scenario.facts->places.destinations[destination - 1];
  return std::string(texts.pick(place.zh, place.en));
}

/// What the firm weighed when it chose the park: chances of all places, and what spoke for it and against.
void add_decision(Card& card, const PlantRecord& record, const study::Explanation& told) {
  const Texts& texts = card.texts();
  const study::LocationDecision* decision = nullptr;
  for (const study::LocationDecision& one : told.decisions) {
    const DecisionTerm& chosen = one.chosen();
    // A later one is of another plant of the firm.
    const bool is_of_this = one.month <= record.signed_month;
    if (is_of_this && chosen.destination != 0 && &chosen == one.park()) decision = &one;
  }
  if (decision == nullptr) return;
  card.heading(texts("ui.inspector.why", {date_words(card.chronicle(), decision->month, texts)}));
  for (const DecisionTerm& place : decision->alternatives) {
    card.bar(place_name(*told.scenario, place.destination, texts), place.probability,
             value_text(texts, place.probability, "share"),
             place.chosen ? card.theme().scenario : card.theme().axis);
  }
  const auto gains = study::gains_over(*decision->park(), decision->stay(), told.scenario->facts->places);
  card.faint(texts("ui.inspector.gains"));
  for (std::size_t k = 0; k < std::min(most_reasons, gains.size()); ++k) {
    const double percent = 100 * gains[k].gain;
    if (std::abs(percent) < 0.05) continue;
    card.row(std::string(words_in(texts, study::choice_term_label(gains[k].term))),
             difference_number(texts, gains[k].gain, "share") + "%");
  }
}

}  // namespace

void fill_firm_card(Card& card, std::uint32_t plant) {
  const Texts& texts = card.texts();
  const ParkChronicle& chronicle = card.chronicle();
  const PlantRecord& record = chronicle.plants()[plant];
  const PlantSight* sight = card.picture().find(plant);
  card.title(plant_name(chronicle, plant, texts));
  card.faint(std::string(words_in(texts, activity_labels[index_of(record.activity)])) + " · " +
             origin_words(record, texts) + " · " + to_string(record.who));
  card.space(2);
  if (sight == nullptr) {
    const bool is_to_come = card.picture().month < record.signed_month;
    card.chip(texts(is_to_come ? "ui.inspector.not_yet" : "ui.inspector.gone"), card.theme().axis);
  } else {
    card.chip(milestone_words(*sight, texts),
              card.theme().milestones[static_cast<std::size_t>(sight->milestone)]);
  }
  if (record.is_leader) card.chip(texts("ui.inspector.leader"), card.theme().hues[0], true);
  card.space(3);
  if (sight != nullptr) {
    const std::string held = holdup_words(chronicle, *sight, texts);
    if (!held.empty()) card.body(held, card.theme().held_up);
    add_facts(card, record, *sight);
    add_site(card, *sight);
  }
  const auto story = card.wishes().stories.want(card.wishes().chronicle);
  std::optional<study::Explanation> told;
  if (story) {
    auto explained = story->explain(record.who);
    if (explained.ok()) told = std::move(explained).value();
  } else if (card.wishes().stories.failure().empty()) {
    card.wait_for_story();
  }
  add_life(card, record, told ? &*told : nullptr);
  add_partners(card, plant);
  if (told) {
    add_decision(card, record, *told);
  } else if (!card.wishes().stories.failure().empty()) {
    card.body(card.wishes().stories.failure(), card.theme().trouble);
  }
}

}  // namespace park::ui
