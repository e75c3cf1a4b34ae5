// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "map/building_scene.hpp"
#include "map/map_type.hpp"
#include "map/works.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// A gauge under a label: how full, 0 to 1.
struct Gauge {
  double share = 0;
  Color color;
};

struct MapLabel {
  Pixel anchor;  ///< what it names; it stands above, or over it if `is_area`
  std::string text;
  std::string note;  ///< after the text, fainter
  TypeStyle style;
  bool is_area = false;  ///< names a place rather than a point: no leader
  std::optional<Gauge> gauge;
  Color dot;  ///< of the point, unless is_area
};

/// What lies on a map's labels: the most important first.
struct LabelWishes {
  const ParkChronicle& chronicle;
  const MapGround& ground;
  const std::vector<Works>& works;
  const BuildingScene& scene;
  const Moment& moment;
  const Texts& texts;
  const Theme& theme;
  const MapColors& colors;
  MapTarget selected;
  float scale = 1;
  bool names_all = true;  ///< else only firms of the target list
};
[[nodiscard]] std::vector<MapLabel> labels_for(const LabelWishes& wishes, const Projection& projection);

/// Draws those that do not cover another one or what is `taken`, or leave the area; returns how many.
std::size_t draw_labels(sf::RenderTarget& target, const MapType& type, sf::FloatRect area,
                        const std::vector<MapLabel>& labels, std::vector<sf::FloatRect> taken,
                        const MapColors& colors, float scale);

/// Words of a zone of the map; its own name if nobody has put it into words.
[[nodiscard]] std::string zone_words(const std::string& zone, const Texts& texts);

}  // namespace park::ui
