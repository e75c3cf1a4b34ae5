// SPDX-License-Identifier: MIT
#pragma once

#include "map/building_scene.hpp"

namespace park::ui {

/// Draws what is pointed at or selected: its outline, and lines to the partners of a firm.
struct Outliner {
  const ParkChronicle& chronicle;
  const MapGround& ground;
  const SitePlan& plan;
  const BuildingScene& scene;
  const Moment& moment;

  void outline(Mesh& mesh, const Projection& projection, const MapTarget& target, sf::Color color,
               float width) const;
  void join_partners(Mesh& mesh, const Projection& projection, std::uint32_t plant, const Theme& theme) const;
};

/// An arc from one point to another, over what stands between.
[[nodiscard]] std::vector<Pixel> arc_between(Pixel a, Pixel b);

}  // namespace park::ui
