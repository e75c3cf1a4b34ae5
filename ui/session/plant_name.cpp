// SPDX-License-Identifier: MIT
#include "session/plant_name.hpp"

#include "indicators/indicators.hpp"

namespace park::ui {

std::string listed_name(const Scenario& scenario, const Identity& who) {
  const bool is_listed = who.kind == Identity::Kind::Target && who.root >= 1 && scenario.targets != nullptr &&
                         who.root <= scenario.targets->size();
  return is_listed ? (*scenario.targets)[who.root - 1].name : std::string();
}

std::string plant_name(const ParkChronicle& chronicle, std::uint32_t plant, const Texts& texts) {
  const PlantRecord& record = chronicle.plants()[plant];
  const std::string listed = listed_name(chronicle.scenario(), record.who);
  if (listed.empty()) {
    const KeyLabel& stage = stage_labels[index_of(stage_of(record.activity))];
    return std::string(texts.pick(stage.zh, stage.en)) + " " + to_string(record.who);
  }
  switch (record.origin) {
    case Origin::Expansion:
      return texts("ui.map.plant.expansion", {listed});
    case Origin::Branch:
      return texts("ui.map.plant.branch", {listed});
    case Origin::SpinOff:
      return texts("ui.map.plant.spin_off", {listed});
    case Origin::Relocated:
      break;
  }
  return listed;
}

}  // namespace park::ui
