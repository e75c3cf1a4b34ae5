// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "map/map_colors.hpp"
#include "session/park_chronicle.hpp"

namespace park::ui {

/// What the colours of plants and parcels tell.
enum class MapLayer : std::uint8_t { Milestone, Stage, Bottleneck, Vacancy, LegalState, Count };
inline constexpr auto map_layer_count = static_cast<std::size_t>(MapLayer::Count);
/// Key of its words: `ui.map.layer.KEY`.
[[nodiscard]] std::string_view key_of(MapLayer layer);

inline constexpr std::size_t most_categories = 16;
using CategorySet = std::bitset<most_categories>;

/// One entry of a layer's legend.
struct Category {
  std::string_view key;  ///< of its words: `ui.map.LAYER.KEY`
  Color color;
};
[[nodiscard]] std::vector<Category> categories_of(MapLayer layer, const Theme& theme);

/// Which category a plant belongs to; no_category where the layer says nothing of plants.
inline constexpr std::size_t no_category = most_categories;
[[nodiscard]] std::size_t category_of(MapLayer layer, const PlantRecord& record, const PlantSight& sight);
/// Category of a stage in the layer of stages: those that work alike share one.
[[nodiscard]] std::size_t family_index(Stage stage);
/// Category of land in the layer of legal states.
[[nodiscard]] std::size_t category_of(LegalState state);
/// Categories of the layer of vacancy.
enum class Letting : std::uint8_t { Occupied, Reserved, Vacant, Rising };

/// How much there is of each category: plants, m2 of floor (vacancy) or mu (legal states).
enum class Measure : std::uint8_t { Plants, Floor, Land };
[[nodiscard]] Measure measure_of(MapLayer layer);
[[nodiscard]] std::array<double, most_categories> amounts_of(MapLayer layer, const ParkChronicle& chronicle,
                                                             const ParkPicture& picture);

}  // namespace park::ui
