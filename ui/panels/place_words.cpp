// SPDX-License-Identifier: MIT
#include "panels/place_words.hpp"

#include <array>

#include "charts/number_text.hpp"
#include "charts/time_plot.hpp"
#include "indicators/indicators.hpp"
#include "map/labels.hpp"
#include "session/plant_name.hpp"

namespace park::ui {
namespace {

constexpr std::array<std::string_view, milestone_count> milestone_keys = {
    "ui.map.milestone.signed", "ui.map.milestone.started", "ui.map.milestone.producing",
    "ui.map.milestone.at_capacity"};

PlaceWords plant_words(const ParkChronicle& chronicle, std::uint32_t plant, int month, const Texts& texts) {
  PlaceWords words;
  const PlantSight* sight = chronicle.at(month).find(plant);
  if (sight == nullptr) return words;
  const PlantRecord& record = chronicle.plants()[plant];
  words.title = plant_name(chronicle, plant, texts);
  const KeyLabel& activity = activity_labels[index_of(record.activity)];
  words.lines.push_back(std::string(texts.pick(activity.zh, activity.en)) + " · " +
                        milestone_words(*sight, texts));
  if (sight->workers > 0) {
    words.lines.push_back(texts(
        "ui.inspector.workers_of",
        {value_text(texts, sight->workers, "people"), value_text(texts, record.workers_promised, "people")}));
  }
  const std::string held = holdup_words(chronicle, *sight, texts);
  if (!held.empty()) words.lines.push_back(held);
  return words;
}

PlaceWords block_words(const ParkChronicle& chronicle, std::uint32_t block, int month, const Texts& texts) {
  PlaceWords words;
  const ParkPicture& picture = chronicle.at(month);
  if (block >= picture.blocks.size()) return words;
  const BlockSight& sight = picture.blocks[block];
  words.title = block_name(block, chronicle.blocks()[block], texts);
  const auto m2 = [&](float value) { return value_text(texts, static_cast<double>(value), "m2"); };
  words.lines.push_back(texts("ui.inspector.floor_of", {m2(sight.floor_m2), m2(sight.occupied_m2)}));
  if (sight.progress < 1) {
    words.lines.push_back(
        texts("ui.inspector.progress", {std::to_string(static_cast<int>(100 * sight.progress))}));
  }
  return words;
}

PlaceWords parcel_words(const ParkChronicle& chronicle, std::uint32_t parcel, int month, const Texts& texts) {
  PlaceWords words;
  const ParcelShape& shape = chronicle.map().parcels[parcel];
  const ParcelSight& sight = chronicle.at(month).parcels[parcel];
  words.title = shape.id;
  if (!shape.zone.empty()) words.title += " · " + zone_words(shape.zone, texts);
  const std::vector<Category> states = categories_of(MapLayer::LegalState, theme_of(ThemeKind::Dark));
  for (std::size_t s = 0; s < states.size(); ++s) {
    const auto mu = static_cast<double>(sight.mu[s]);
    if (mu < 0.5) continue;
    words.lines.push_back(texts("ui.map.legal." + std::string(states[s].key)) + " " +
                          value_text(texts, mu, "mu"));
  }
  return words;
}

PlaceWords feature_words(const ParkChronicle& chronicle, std::uint32_t feature, int month,
                         const Texts& texts) {
  PlaceWords words;
  const MapFeature& shape = chronicle.map().features[feature];
  const auto utility = utility_of(shape.kind);
  switch (shape.kind) {
    case FeatureKind::WastewaterPlant:
      words.title = texts("ui.map.works.wastewater_plant");
      break;
    case FeatureKind::PlatingPark:
      words.title = texts("ui.map.works.plating_park");
      break;
    case FeatureKind::SteamPlant:
      words.title = texts("ui.map.works.steam_plant");
      break;
    case FeatureKind::Dormitory:
      words.title = texts("ui.map.works.dormitory");
      break;
    case FeatureKind::School:
      words.title = texts("ui.map.works.school");
      break;
    case FeatureKind::ExistingFactory:
      words.title = texts("ui.map.works.existing_factory");
      break;
    default:
      return words;
  }
  if (!utility) return words;
  const UtilitySight& sight = chronicle.at(month).utilities[static_cast<std::size_t>(*utility)];
  const std::string_view unit = *utility == Utility::Steam ? "t/h" : "t/day";
  words.lines.push_back(
      texts("ui.inspector.load_of", {value_text(texts, static_cast<double>(sight.load), unit),
                                     value_text(texts, static_cast<double>(sight.capacity), unit)}));
  return words;
}

}  // namespace

std::string block_name(std::uint32_t block, const BlockRecord& record, const Texts& texts) {
  if (record.parcel == PlantSight::no_place) {
    return texts(block == 0 ? "ui.map.block.standing" : "ui.map.block.refitted");
  }
  return texts(record.is_tailor_made ? "ui.map.block.tailor_made" : "ui.map.block.standard",
               {std::to_string(block)});
}

std::string milestone_words(const PlantSight& sight, const Texts& texts) {
  return texts(milestone_keys[static_cast<std::size_t>(sight.milestone)]);
}

std::string holdup_words(const ParkChronicle& chronicle, const PlantSight& sight, const Texts& texts) {
  if (!sight.is_held_up()) return {};
  const KeyLabel cause = park::label_of(static_cast<Cause>(sight.cause));
  return texts("ui.inspector.held_up",
               {texts.pick(cause.zh, cause.en), date_words(chronicle, sight.held_since, texts)});
}

std::string date_words(const ParkChronicle& chronicle, int month, const Texts& texts) {
  const Scenario& scenario = chronicle.scenario();
  return month_text(texts, TimeAxis{scenario.start, scenario.months, 0}, month);
}

PlaceWords words_of(const ParkMapView& view, const MapTarget& target, int month, const Texts& texts) {
  const ParkChronicle& chronicle = view.chronicle();
  switch (target.kind) {
    case MapTarget::Kind::Plant:
      return plant_words(chronicle, target.index, month, texts);
    case MapTarget::Kind::Block:
      return block_words(chronicle, target.index, month, texts);
    case MapTarget::Kind::Parcel:
      return parcel_words(chronicle, target.index, month, texts);
    case MapTarget::Kind::Feature:
      return feature_words(chronicle, target.index, month, texts);
    case MapTarget::Kind::Team: {
      const KeyLabel& region = region_labels[target.index];
      const auto teams = static_cast<double>(chronicle.at(month).teams[target.index]);
      return {std::string(texts.pick(region.zh, region.en)),
              {texts("ui.inspector.teams", {value_text(texts, teams, "teams")})}};
    }
    case MapTarget::Kind::Nothing:
      break;
  }
  return {};
}

}  // namespace park::ui
