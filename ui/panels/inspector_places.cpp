// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>

#include "charts/number_text.hpp"
#include "panels/dashboard.hpp"
#include "panels/inspector_card.hpp"
#include "panels/place_words.hpp"
#include "session/plant_name.hpp"

namespace park::ui {
namespace {

Color color_of(const Card& card, const PlantSight& sight) {
  return sight.is_held_up() ? card.theme().held_up
                            : card.theme().milestones[static_cast<std::size_t>(sight.milestone)];
}

void link_plant(Card& card, const PlantSight& sight, const std::string& note) {
  card.link(plant_name(card.chronicle(), sight.plant, card.texts()) + (note.empty() ? "" : "  " + note),
            {MapTarget::Kind::Plant, sight.plant}, color_of(card, sight));
}

std::string m2(const Card& card, float area) {
  return value_text(card.texts(), static_cast<double>(area), "m2");
}

}  // namespace

void fill_block_card(Card& card, std::uint32_t block) {
  const Texts& texts = card.texts();
  const BlockRecord& record = card.chronicle().blocks()[block];
  card.title(block_name(block, record, texts));
  if (block >= card.picture().blocks.size()) {
    card.chip(texts("ui.inspector.not_yet"), card.theme().axis);
    return;
  }
  const BlockSight& sight = card.picture().blocks[block];
  card.faint(texts(record.is_district_owned ? "ui.inspector.by_district" : "ui.inspector.by_developer"));
  card.row(texts("ui.inspector.storeys"), std::to_string(record.storeys));
  card.row(texts("ui.inspector.floor"), m2(card, sight.floor_m2));
  if (record.started_month > 0) {
    card.row(texts("ui.inspector.begun"), date_words(card.chronicle(), record.started_month, texts));
  }
  if (sight.progress < 1) {
    card.bar(texts("ui.inspector.building"), static_cast<double>(sight.progress),
             value_text(texts, static_cast<double>(sight.progress), "share"), card.theme().milestones[1]);
  }
  card.space(4);
  const std::vector<Category> letting = categories_of(MapLayer::Vacancy, card.theme());
  const float rest = std::max(0.0F, sight.floor_m2 - sight.occupied_m2 - sight.reserved_m2);
  const std::size_t free = sight.progress < 1 ? 3 : 2;
  card.shares({{static_cast<double>(sight.occupied_m2), letting[0].color,
                texts("ui.map.vacancy.occupied") + " " + m2(card, sight.occupied_m2)},
               {static_cast<double>(sight.reserved_m2), letting[1].color,
                texts("ui.map.vacancy.reserved") + " " + m2(card, sight.reserved_m2)},
               {static_cast<double>(rest), letting[free].color,
                texts("ui.map.vacancy." + std::string(letting[free].key)) + " " + m2(card, rest)}});
  std::vector<std::pair<const PlantSight*, float>> tenants;
  for (const PlantSight& plant : card.picture().plants) {
    float taken = 0;
    for (std::size_t k = 0; k < max_floor_pieces; ++k)
      taken += plant.block[k] == block ? plant.block_m2[k] : 0;
    if (taken > 0) tenants.emplace_back(&plant, taken);
  }
  if (tenants.empty()) return;
  std::ranges::stable_sort(tenants, std::greater<>{}, [](const auto& tenant) { return tenant.second; });
  card.heading(texts("ui.inspector.tenants", {std::to_string(tenants.size())}));
  for (const auto& [plant, taken] : tenants) link_plant(card, *plant, m2(card, taken));
}

void fill_parcel_card(Card& card, std::uint32_t parcel) {
  const Texts& texts = card.texts();
  const PlaceWords words =
      words_of(card.wishes().view, {MapTarget::Kind::Parcel, parcel}, card.picture().month, texts);
  const ParcelShape& shape = card.chronicle().map().parcels[parcel];
  const ParcelSight& sight = card.picture().parcels[parcel];
  card.title(words.title);
  card.row(texts("ui.inspector.area"), value_text(texts, shape.area_mu, "mu"));
  if (sight.reserved_for >= 0) {
    const KeyLabel& stage = stage_labels[static_cast<std::uint8_t>(sight.reserved_for)];
    card.row(texts("ui.inspector.kept_for"), std::string(texts.pick(stage.zh, stage.en)));
  }
  if (sight.is_withheld) card.body(texts("ui.inspector.withheld"), card.theme().text_muted);
  for (const auto& [state, date] : {std::pair("approved", shape.approved),
                                    {"expropriated", shape.expropriated},
                                    {"supplied", shape.supplied},
                                    {"used", shape.used}}) {
    if (date)
      card.row(texts(std::string("ui.map.legal.") + state), texts("ui.inspector.since", {to_string(*date)}));
  }
  card.space(4);
  const std::vector<Category> states = categories_of(MapLayer::LegalState, card.theme());
  std::vector<Card::Part> parts;
  for (std::size_t s = 0; s < states.size(); ++s) {
    const auto mu = static_cast<double>(sight.mu[s]);
    parts.push_back(
        {mu, states[s].color,
         texts("ui.map.legal." + std::string(states[s].key)) + " " + value_text(texts, mu, "mu")});
  }
  card.shares(parts);
  if (sight.others_mu > 0.5F) {
    card.faint(texts("ui.inspector.others", {value_text(texts, static_cast<double>(sight.others_mu), "mu")}));
  }
  bool has_heading = false;
  const auto head = [&] {
    if (!has_heading) card.heading(texts("ui.inspector.on_it"));
    has_heading = true;
  };
  for (std::uint32_t b = 0; b < card.picture().blocks.size(); ++b) {
    if (card.chronicle().blocks()[b].parcel != parcel) continue;
    head();
    card.link(block_name(b, card.chronicle().blocks()[b], texts), {MapTarget::Kind::Block, b},
              card.theme().axis);
  }
  for (const PlantSight& plant : card.picture().plants) {
    if (plant.parcel != parcel) continue;
    head();
    link_plant(card, plant, value_text(texts, static_cast<double>(plant.plot_mu), "mu"));
  }
}

void fill_feature_card(Card& card, std::uint32_t feature) {
  const Texts& texts = card.texts();
  const PlaceWords words =
      words_of(card.wishes().view, {MapTarget::Kind::Feature, feature}, card.picture().month, texts);
  card.title(words.title);
  const MapFeature& shape = card.chronicle().map().features[feature];
  const auto utility = utility_of(shape.kind);
  if (shape.kind == FeatureKind::ExistingFactory) {
    card.faint(texts("ui.inspector.existing"));
    card.row(texts("ui.inspector.footprint"), value_text(texts, shape.area_mu * m2_per_mu, "m2"));
  }
  if (!utility) return;
  const auto at = [&](int month) -> const UtilitySight& {
    return card.chronicle().at(month).utilities[static_cast<std::size_t>(*utility)];
  };
  const UtilitySight& sight = at(card.picture().month);
  const std::string_view unit = *utility == Utility::Steam ? "t/h" : "t/day";
  const auto share = static_cast<double>(sight.share());
  card.bar(texts("ui.inspector.load_share"), share, value_text(texts, share, "share"),
           share > 0.95 ? card.theme().trouble : card.theme().hues[1]);
  card.row(texts(*utility == Utility::Steam ? "ui.inspector.permitted" : "ui.inspector.load"),
           value_text(texts, static_cast<double>(sight.load), unit));
  card.row(texts("ui.inspector.capacity"), value_text(texts, static_cast<double>(sight.capacity), unit));
  float most = 0;
  int fullest = 0;
  for (int month = 0; month <= card.chronicle().months(); ++month) {
    if (at(month).share() > most) {
      most = at(month).share();
      fullest = month;
    }
    const bool grows = month > 0 && at(month).capacity > at(month - 1).capacity;
    if (!grows) continue;
    card.row(date_words(card.chronicle(), month, texts),
             texts("ui.inspector.opens", {value_text(texts, static_cast<double>(at(month).capacity), unit)}));
  }
  card.row(texts("ui.inspector.fullest"), value_text(texts, static_cast<double>(most), "share") + " · " +
                                              date_words(card.chronicle(), fullest, texts));
}

void fill_team_card(Card& card, Region region) {
  const Texts& texts = card.texts();
  const KeyLabel& label = region_labels[index_of(region)];
  card.title(texts("ui.inspector.team_of", {texts.pick(label.zh, label.en)}));
  const ParkPicture& picture = card.picture();
  card.row(texts("ui.inspector.team_count"),
           value_text(texts, static_cast<double>(picture.teams[index_of(region)]), "teams"));
  card.row(texts("ui.inspector.signed_from"),
           value_text(texts, static_cast<double>(picture.signed_from[index_of(region)]), "firms"));
  std::array<int, milestone_count> reached{};
  std::array<int, stage_count> by_stage{};
  int jobs = 0;
  std::vector<const PlantSight*> here;
  for (const PlantSight& plant : picture.plants) {
    const PlantRecord& record = card.chronicle().plants()[plant.plant];
    if (record.region != region || !record.counts_as_firm) continue;
    ++reached[static_cast<std::size_t>(plant.milestone)];
    ++by_stage[index_of(stage_of(record.activity))];
    jobs += plant.workers;
    here.push_back(&plant);
  }
  card.row(texts("ui.inspector.jobs"), value_text(texts, jobs, "people"));
  card.space(4);
  const std::vector<Category> milestones = categories_of(MapLayer::Milestone, card.theme());
  std::vector<Card::Part> parts;
  for (std::size_t m = 0; m < milestone_count; ++m) {
    parts.push_back({static_cast<double>(reached[m]), milestones[m].color,
                     texts("ui.map.milestone." + std::string(milestones[m].key)) + " " +
                         value_text(texts, reached[m], "firms")});
  }
  card.shares(parts);
  if (here.empty()) return;
  card.heading(texts("ui.inspector.largest"));
  std::ranges::stable_sort(here, std::greater<>{}, &PlantSight::workers);
  for (std::size_t k = 0; k < std::min<std::size_t>(8, here.size()); ++k) {
    link_plant(card, *here[k], value_text(texts, here[k]->workers, "people"));
  }
}

}  // namespace park::ui
