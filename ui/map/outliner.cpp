// SPDX-License-Identifier: MIT
#include "map/outliner.hpp"

#include <algorithm>

#include "map/ground_painter.hpp"

namespace park::ui {
namespace {

void outline_area(Mesh& mesh, const Projection& projection, const std::vector<GroundArea>& areas,
                  std::uint32_t index, sf::Color color, float width) {
  for (const GroundArea& area : areas) {
    if (area.index == index) mesh.path(seen(projection, area.ring), width, color, true);
  }
}

bool belongs_to(const SceneItem& item, const MapTarget& target) {
  if (item.target == target) return true;
  if (target.kind != MapTarget::Kind::Plant) return false;
  return std::ranges::find(item.roof_plants, target.index) != item.roof_plants.end();
}

}  // namespace

void Outliner::outline(Mesh& mesh, const Projection& projection, const MapTarget& target, sf::Color color,
                       float width) const {
  if (target.kind == MapTarget::Kind::Nothing) return;
  if (target.kind == MapTarget::Kind::Parcel) {
    outline_area(mesh, projection, ground.parcels(), target.index, color, width);
    return;
  }
  bool is_built = false;
  for (const SceneItem& item : scene.items()) {
    if (!belongs_to(item, target)) continue;
    is_built = true;
    const std::vector<Pixel> roof =
        seen(projection, item.building->footprint, item.look.height_m(*item.building));
    sf::Color glow = color;
    glow.a = static_cast<sf::Uint8>(glow.a / 4);
    mesh.path(roof, 3 * width, glow, true);
    mesh.path(roof, width, color, true);
  }
  if (target.kind == MapTarget::Kind::Feature) {
    if (!is_built) outline_area(mesh, projection, ground.features(), target.index, color, width);
  } else if (target.kind == MapTarget::Kind::Plant) {
    const PlotSite* plot = plan.plot_of(target.index, moment.before->month);
    if (plot != nullptr) mesh.path(seen(projection, plot->lot.ring), width, color, true);
  }
}

void Outliner::join_partners(Mesh& mesh, const Projection& projection, std::uint32_t plant,
                             const Theme& theme) const {
  const auto from = scene.roof_of(plant);
  if (!from) return;
  for (const std::uint32_t partner : chronicle.partners_in(*moment.before, plant)) {
    const auto to = scene.roof_of(partner);
    if (!to) continue;
    const std::vector<Pixel> arc =
        arc_between(projection.at(from->ground, from->height_m), projection.at(to->ground, to->height_m));
    mesh.path(arc, 5, ink(theme.cursor, 0.18), false);
    mesh.path(arc, 1.8F, ink(theme.cursor, 0.95), false);
    mesh.disc(arc.back(), 4, ink(scene.color_of(partner)));
    mesh.ring(arc.back(), 4.5F, 1.2F, ink(theme.cursor));
  }
}

std::vector<Pixel> arc_between(Pixel a, Pixel b) {
  const Pixel d = b - a;
  const float rise = std::min(90.0F, 0.22F * std::hypot(d.x, d.y)) + 4;
  std::vector<Pixel> arc;
  constexpr int steps = 24;
  for (int k = 0; k <= steps; ++k) {
    const float t = static_cast<float>(k) / steps;
    arc.push_back(a + t * d - Pixel(0, 4 * t * (1 - t) * rise));
  }
  return arc;
}

}  // namespace park::ui
