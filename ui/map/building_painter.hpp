// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <vector>

#include "map/camera.hpp"
#include "map/map_colors.hpp"
#include "map/mesh.hpp"
#include "map/site_plan.hpp"

namespace park::ui {

/// A stretch of a building's floor in one colour: on one storey, or on the roof for all of them; along the
/// building from 0 to 1.
struct Stretch {
  int storey = 0;
  double from = 0;
  double to = 1;
  Color color;
};

/// How a building looks at a moment.
struct BuildingLook {
  Color color;                  ///< walls and roof where no stretch says otherwise
  double storeys_risen = 1e9;   ///< frame that stands, in storeys
  double storeys_closed = 1e9;  ///< with walls; the rest shows its scaffold
  Color scaffold;
  std::vector<Stretch> storeys;
  std::vector<Stretch> roof;
  double opacity = 1;

  [[nodiscard]] bool is_rising(const Building& building) const { return storeys_closed < building.storeys; }
  [[nodiscard]] double height_m(const Building& building) const;
};

/// The shadow it throws, from a sun in the north-west.
void paint_shadow(Mesh& mesh, const Projection& projection, const Building& building, double height_m,
                  sf::Color color);
/// Walls that face the viewer, windows and roof. Buildings behind must be painted before.
void paint_building(Mesh& mesh, const Projection& projection, const Building& building,
                    const BuildingLook& look, const MapColors& colors);
/// A tower crane beside a rising building; its jib turns with `seconds`.
void paint_crane(Mesh& mesh, const Projection& projection, const Building& building, double height_m,
                 double seconds, sf::Color color);
/// True if the pixel lies on the drawn building.
[[nodiscard]] bool covers(const Projection& projection, const Building& building, double height_m,
                          Pixel pixel);
/// Where along the building (0 to 1) a pixel on it lies.
[[nodiscard]] double place_along(const Projection& projection, const Building& building, double height_m,
                                 Pixel pixel);

}  // namespace park::ui
