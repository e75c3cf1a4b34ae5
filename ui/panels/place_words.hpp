// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "map/park_map_view.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// What a thing on the map is called, and the few facts that its tooltip tells.
struct PlaceWords {
  std::string title;  ///< empty: nothing to tell
  std::vector<std::string> lines;
};
[[nodiscard]] PlaceWords words_of(const ParkMapView& view, const MapTarget& target, int month,
                                  const Texts& texts);

[[nodiscard]] std::string block_name(std::uint32_t block, const BlockRecord& record, const Texts& texts);
[[nodiscard]] std::string milestone_words(const PlantSight& sight, const Texts& texts);
/// `场地，自2029年3月起` where it is held up; empty otherwise.
[[nodiscard]] std::string holdup_words(const ParkChronicle& chronicle, const PlantSight& sight,
                                       const Texts& texts);
/// The month with its year, in the scenario's calendar.
[[nodiscard]] std::string date_words(const ParkChronicle& chronicle, int month, const Texts& texts);

}  // namespace park::ui
