// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "backend/theme.hpp"
#include "scenario/park_map.hpp"

namespace park::ui {

/// What the land and its buildings are painted with where no layer says otherwise.
struct MapColors {
  Color country;  ///< round the park, and behind everything
  Color field, furrow;
  Color forest, tree, tree_light;
  Color water, shore;
  Color park_ground;  ///< between the parcels
  Color boundary, red_line, reserve;
  Color road, kerb, road_mark;
  Color paved, earth, graded, waste;  ///< used, cleared, ready to be built on, idle land
  Color parcel_edge;
  Color lawn;
  Color works;                  ///< buildings of the district's own firms
  Color others;                 ///< industry outside the chain
  Color empty_floor;            ///< vacant, of blocks and buildings
  Color rising, rising_others;  ///< scaffolds
  Color home, school, utility;
  Color shadow;
  Color window_lit, window_dark;
  Color halo;  ///< round labels
  Color lorry_out;

  std::array<Color, static_cast<std::size_t>(LegalState::Count)> legal{};  ///< the layer of legal states
  double wall_dark = 0.55;  ///< brightness of a wall in the shade, the roof's being 1
  double wall_light = 0.8;
};

[[nodiscard]] MapColors map_colors(const Theme& theme);

/// The same colour, brighter (over 1) or darker (under 1).
[[nodiscard]] Color lit(Color color, double brightness);

}  // namespace park::ui
