// SPDX-License-Identifier: MIT
#include "map/ground_painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace park::ui {
namespace {

constexpr double row_m = 6;  ///< closest rows of a field

/// A corner that nobody could see.
bool is_straight(Pixel before, Pixel here, Pixel after) {
  const Pixel a = here - before;
  const Pixel b = after - before;
  const float long_is = std::hypot(b.x, b.y);
  return long_is > 0 && std::abs(a.x * b.y - a.y * b.x) < 0.2F * long_is && a.x * b.x + a.y * b.y >= 0 &&
         std::hypot(a.x, a.y) < long_is;
}

bool is_visible(const Projection& projection, const GroundArea& area) {
  return projection.sees(area.middle, area.radius_m);
}

/// Neighbouring fields differ a little, as crops do.
sf::Color field_color(const GroundArea& area, const MapColors& colors) {
  const double share = static_cast<double>(area.index * 7 % 5) / 5 * 0.45;
  return ink(mixed(colors.field, colors.furrow, share));
}

/// Dashes between the lanes, as far as they can be seen.
void mark_lanes(Mesh& mesh, const Projection& projection, const Road& road, const MapColors& colors) {
  constexpr double dash_m = 6;
  constexpr double pitch_m = 13;
  const float width = std::max(1.0F, projection.pixels(0.35));
  for (std::size_t i = 0; i + 1 < road.line.size(); ++i) {
    const PointM a = road.line[i];
    const PointM b = road.line[i + 1];
    const double long_is = distance(a, b);
    const PointM along = unit(b - a);
    for (double s = pitch_m / 2; s + dash_m < long_is; s += pitch_m) {
      const PointM from = a + s * along;
      if (!projection.sees(from, dash_m)) continue;
      mesh.hair(projection.at(from), projection.at(from + dash_m * along), width, ink(colors.road_mark));
    }
  }
}

void paint_field(Mesh& mesh, const Projection& projection, const GroundArea& area, const MapColors& colors) {
  fill_inside(mesh, projection, area.triangles, field_color(area, colors));
  hatch_area(mesh, projection, area, area.furrows, 5, 1.1F, ink(colors.furrow, 0.8));
}

/// A tree; from afar no more than a dab of light and shade.
void paint_tree(Mesh& mesh, const Projection& projection, PointM at, double radius_m,
                const MapColors& colors) {
  const float r = projection.pixels(radius_m);
  const Pixel crown = projection.at(at, 1.1 * radius_m);
  const auto dab = [&](Pixel centre, float size, Color color) {
    mesh.quad(centre + Pixel(-size, 0), centre + Pixel(0, -size), centre + Pixel(size, 0),
              centre + Pixel(0, size), ink(color));
  };
  if (r < 7) {
    if (r > 2.4F) dab(crown + Pixel(0.3F * r, 0.3F * r), 1.1F * r, colors.tree);
    dab(crown + Pixel(-0.2F * r, -0.25F * r), 0.75F * r, colors.tree_light);
    return;
  }
  const auto crown_of = [&](Pixel centre, float size, Color color) {
    std::array<Pixel, 7> corners;
    for (std::size_t k = 0; k < corners.size(); ++k) {
      const double angle =
          2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(corners.size());
      corners[k] =
          centre + size * Pixel(static_cast<float>(std::cos(angle)), static_cast<float>(std::sin(angle)));
    }
    mesh.fill(corners, ink(color));
  };
  dab(projection.at(at) + Pixel(0.4F * r, 0.3F * r), 1.1F * r, colors.shadow);
  crown_of(crown, r, colors.tree);
  crown_of(crown + Pixel(-0.2F * r, -0.26F * r), 0.62F * r, colors.tree_light);
}

}  // namespace

std::vector<Pixel> seen(const Projection& projection, const RingM& ring, double height_m) {
  std::vector<Pixel> pixels;
  pixels.reserve(ring.size());
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Pixel here = projection.at(ring[i], height_m);
    const bool is_end = i == 0 || i + 1 == ring.size();
    if (!is_end && is_straight(pixels.back(), here, projection.at(ring[i + 1], height_m))) continue;
    pixels.push_back(here);
  }
  return pixels;
}

void fill_inside(Mesh& mesh, const Projection& projection, const std::vector<PointM>& triangles,
                 sf::Color color) {
  for (std::size_t t = 0; t + 2 < triangles.size(); t += 3) {
    mesh.triangle(projection.at(triangles[t]), projection.at(triangles[t + 1]),
                  projection.at(triangles[t + 2]), color);
  }
}

void fill_area(Mesh& mesh, const Projection& projection, const GroundArea& area, sf::Color color) {
  fill_inside(mesh, projection, area.triangles, color);
  mesh.path(seen(projection, area.ring), 1, color, true);
}

void hatch_area(Mesh& mesh, const Projection& projection, const GroundArea& area, PointM direction,
                double pixels_apart, float width, sf::Color color) {
  const double wanted = pixels_apart * projection.camera().metres_per_pixel;
  const double spacing = row_m * std::exp2(std::max(0.0, std::ceil(std::log2(wanted / row_m))));
  const std::vector<PointM> ends = hatched(area, direction, spacing);
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    mesh.hair(projection.at(ends[i]), projection.at(ends[i + 1]), width, color);
  }
}

void paint_country(Mesh& mesh, const Projection& projection, const MapGround& ground,
                   const MapColors& colors) {
  const auto each = [&](FeatureKind kind, const auto& paint) {
    for (const GroundArea& area : ground.features()) {
      if (area.kind == kind && is_visible(projection, area)) paint(area);
    }
  };
  each(FeatureKind::Boundary,
       [&](const GroundArea& area) { fill_area(mesh, projection, area, ink(colors.park_ground)); });
  each(FeatureKind::Farmland, [&](const GroundArea& area) { paint_field(mesh, projection, area, colors); });
  each(FeatureKind::RedLine,
       [&](const GroundArea& area) { fill_area(mesh, projection, area, ink(colors.forest)); });
  each(FeatureKind::Water, [&](const GroundArea& area) {
    fill_area(mesh, projection, area, ink(colors.water));
    mesh.path(seen(projection, area.ring), std::max(1.4F, projection.pixels(4)), ink(colors.shore), true);
  });
}

void paint_roads(Mesh& mesh, const Projection& projection, const MapGround& ground, const MapColors& colors) {
  const std::vector<Road>& roads = ground.roads().roads();
  for (const Road& road : roads) {
    const float width = std::max(1.2F, projection.pixels(road.width_m));
    mesh.path(seen(projection, road.line), width + std::clamp(projection.pixels(2.4), 1.0F, 4.0F),
              ink(colors.kerb), false);
  }
  for (const Road& road : roads) {
    const float width = std::max(1.2F, projection.pixels(road.width_m));
    mesh.path(seen(projection, road.line), width, ink(colors.road), false);
  }
  const double m_per_px = projection.camera().metres_per_pixel;
  if (m_per_px > 1.6) return;
  for (const Road& road : roads) {
    if (road.width_m >= 12) mark_lanes(mesh, projection, road, colors);
  }
}

void paint_outlines(Mesh& mesh, const Projection& projection, const MapGround& ground,
                    const MapColors& colors) {
  for (const GroundArea& area : ground.features()) {
    if (!is_visible(projection, area)) continue;
    const std::vector<Pixel> outline = seen(projection, area.ring);
    if (area.kind == FeatureKind::Boundary) {
      mesh.dashes(outline, 1.8F, 14, 5, ink(colors.boundary), true);
    } else if (area.kind == FeatureKind::RedLine) {
      mesh.path(outline, 2, ink(colors.red_line, 0.9), true);
      mesh.path(outline, 6, ink(colors.red_line, 0.14), true);
    } else if (area.kind == FeatureKind::Reserve) {
      hatch_area(mesh, projection, area, {0.7071, 0.7071}, 9, 1, ink(colors.reserve, 0.22));
      mesh.dashes(outline, 1.3F, 8, 6, ink(colors.reserve, 0.75), true);
    }
  }
}

void paint_trees(Mesh& mesh, const Projection& projection, const MapGround& ground, const MapColors& colors) {
  const double m_per_px = projection.camera().metres_per_pixel;
  // From afar a few larger crowns stand for the wood.
  const double apart = std::max(wood_spacing_m, 10 * m_per_px) / wood_spacing_m;
  const auto shown =
      static_cast<std::size_t>(static_cast<double>(ground.wood_trees().size()) / (apart * apart));
  for (const Tree& tree : std::span(ground.wood_trees()).first(shown)) {
    if (projection.sees(tree.at, 20)) paint_tree(mesh, projection, tree.at, apart * tree.radius_m, colors);
  }
  if (m_per_px > 1.9) return;
  for (const Tree& tree : ground.lined_trees()) {
    if (projection.sees(tree.at, 6)) paint_tree(mesh, projection, tree.at, tree.radius_m, colors);
  }
}

}  // namespace park::ui
