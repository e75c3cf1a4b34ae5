// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "map/building_scene.hpp"
#include "map/map_type.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// A region from which firms come, at the edge of the picture where it lies.
struct OriginMark {
  Region region = Region::GreaterBayArea;
  Pixel tip;      ///< points there
  Pixel towards;  ///< of length 1
  sf::FloatRect box;
};

/// Degrees east and north.
struct GeoPlace {
  double lon = 0;
  double lat = 0;
};
/// The middle of a region.
[[nodiscard]] GeoPlace middle_of(Region region);

/// The three origins round the map's own position, inside the picture's edge and apart from one another.
[[nodiscard]] std::vector<OriginMark> origins_in(const Projection& projection, const MapGround& ground,
                                                 float scale);

/// Name, firms that signed since the start, and a dot a recruiting team.
void draw_origins(sf::RenderTarget& target, const MapType& type, const std::vector<OriginMark>& marks,
                  const Moment& moment, const MapTarget& selected, const Theme& theme, const Texts& texts,
                  float scale);

}  // namespace park::ui
