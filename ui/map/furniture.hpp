// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "map/camera.hpp"
#include "map/layers.hpp"
#include "map/map_type.hpp"
#include "study/words/texts.hpp"

namespace park::ui {

/// Scale bar in the lower right corner and north arrow above it.
void draw_scale_and_north(sf::RenderTarget& target, const MapType& type, const Projection& projection,
                          const Theme& theme, const MapColors& colors, const Texts& texts, float scale);

/// A round length (1, 2 or 5 times a power of ten) of at most so many metres.
[[nodiscard]] double round_length_m(double at_most_m);

/// A whole number as it is read: in full up to 9,999, then as large numbers are.
[[nodiscard]] std::string counted(const Texts& texts, double number);

/// One line of a legend as it is read.
struct LegendLine {
  Color color;
  std::string words;
  std::string amount;
  bool is_hidden = false;
};
/// Words and amounts of a layer at a moment; categories in their order.
[[nodiscard]] std::vector<LegendLine> legend_of(MapLayer layer, const ParkChronicle& chronicle,
                                                const ParkPicture& picture, const CategorySet& hidden,
                                                const Theme& theme, const Texts& texts);
/// The legend as a row of marks and words that ends at `right` or begins at `left`; for pictures and film.
void draw_legend(sf::RenderTarget& target, const MapType& type, const std::vector<LegendLine>& lines,
                 Pixel lower_left, const Theme& theme, const MapColors& colors, float scale);

}  // namespace park::ui
