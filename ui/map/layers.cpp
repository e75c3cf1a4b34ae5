// SPDX-License-Identifier: MIT
#include "map/layers.hpp"

#include "core/assert.hpp"

namespace park::ui {
namespace {

/// Stages that work alike share a colour: thirteen could not be told apart.
enum class StageFamily : std::uint8_t { Yarn, Cloth, Wet, Garment, Trim, Machines, Services };

StageFamily family_of(Stage stage) {
  switch (stage) {
    case Stage::Fibre:
    case Stage::Spinning:
      return StageFamily::Yarn;
    case Stage::Weaving:
      return StageFamily::Cloth;
    case Stage::Dyeing:
    case Stage::Washing:
      return StageFamily::Wet;
    case Stage::Garment:
      return StageFamily::Garment;
    case Stage::Accessories:
    case Stage::Plating:
      return StageFamily::Trim;
    case Stage::Machinery:
      return StageFamily::Machines;
    default:
      return StageFamily::Services;
  }
}

}  // namespace

std::string_view key_of(MapLayer layer) {
  constexpr std::array<std::string_view, map_layer_count> keys = {"milestone", "stage", "bottleneck",
                                                                  "vacancy", "legal"};
  return keys[static_cast<std::size_t>(layer)];
}

std::vector<Category> categories_of(MapLayer layer, const Theme& theme) {
  const auto& hue = theme.hues;
  switch (layer) {
    case MapLayer::Milestone:
      return {{"signed", theme.milestones[0]},
              {"started", theme.milestones[1]},
              {"producing", theme.milestones[2]},
              {"at_capacity", theme.milestones[3]},
              {"held_up", theme.held_up}};
    case MapLayer::Stage:
      return {{"yarn", hue[5]}, {"cloth", hue[1]},    {"wet", hue[2]},     {"garment", hue[0]},
              {"trim", hue[3]}, {"machines", hue[6]}, {"services", hue[4]}};
    case MapLayer::Bottleneck:
      return {{"space", hue[0]},   {"permit", hue[2]}, {"labour", hue[3]},  {"finance", hue[1]},
              {"service", hue[4]}, {"market", hue[7]}, {"none", theme.axis}};
    case MapLayer::Vacancy:
      return {{"occupied", hue[1]}, {"reserved", hue[4]}, {"vacant", hue[6]}, {"rising", hue[7]}};
    case MapLayer::LegalState: {
      const MapColors colors = map_colors(theme);
      constexpr std::array<std::string_view, static_cast<std::size_t>(LegalState::Count)> keys = {
          "protected", "unapproved", "approved", "expropriated", "supplied", "used", "idle"};
      std::vector<Category> categories;
      for (std::size_t s = 0; s < keys.size(); ++s) categories.push_back({keys[s], colors.legal[s]});
      return categories;
    }
    case MapLayer::Count:
      break;
  }
  PARK_ASSERT(false);
  return {};
}

std::size_t category_of(MapLayer layer, const PlantRecord& record, const PlantSight& sight) {
  switch (layer) {
    case MapLayer::Milestone:
      return sight.is_held_up() ? milestone_count : static_cast<std::size_t>(sight.milestone);
    case MapLayer::Stage:
      return family_index(stage_of(record.activity));
    case MapLayer::Bottleneck:
      return sight.is_held_up() ? static_cast<std::size_t>(sight.cause) : cause_count;
    case MapLayer::Vacancy:
      return static_cast<std::size_t>(sight.milestone >= Milestone::Started ? Letting::Occupied
                                                                            : Letting::Reserved);
    case MapLayer::LegalState:
    case MapLayer::Count:
      break;
  }
  return no_category;
}

std::size_t family_index(Stage stage) { return static_cast<std::size_t>(family_of(stage)); }

std::size_t category_of(LegalState state) { return static_cast<std::size_t>(state); }

Measure measure_of(MapLayer layer) {
  if (layer == MapLayer::Vacancy) return Measure::Floor;
  return layer == MapLayer::LegalState ? Measure::Land : Measure::Plants;
}

std::array<double, most_categories> amounts_of(MapLayer layer, const ParkChronicle& chronicle,
                                               const ParkPicture& picture) {
  std::array<double, most_categories> amounts{};
  const auto add = [&](Letting letting, float m2) {
    amounts[static_cast<std::size_t>(letting)] += static_cast<double>(m2);
  };
  switch (measure_of(layer)) {
    case Measure::Plants:
      for (const PlantSight& sight : picture.plants) {
        amounts[category_of(layer, chronicle.plants()[sight.plant], sight)] += 1;
      }
      break;
    case Measure::Floor:
      for (const BlockSight& block : picture.blocks) {
        add(Letting::Occupied, block.occupied_m2);
        add(Letting::Reserved, block.reserved_m2);
        const float rest = block.floor_m2 - block.occupied_m2 - block.reserved_m2;
        add(block.progress >= 1 ? Letting::Vacant : Letting::Rising, rest);
      }
      break;
    case Measure::Land:
      for (const ParcelSight& parcel : picture.parcels) {
        for (std::size_t s = 0; s < parcel.mu.size(); ++s) amounts[s] += static_cast<double>(parcel.mu[s]);
      }
      break;
  }
  return amounts;
}

}  // namespace park::ui
