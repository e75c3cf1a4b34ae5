// SPDX-License-Identifier: MIT
#include "map/building_painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "map/ground_painter.hpp"

namespace park::ui {
namespace {

constexpr double sawtooth_m = 9;
constexpr float least_storey_px = 3.2F;  ///< below, windows would only flicker

/// Counter-clockwise hull (Andrew 1979) of screen points.
std::vector<Pixel> hull(std::vector<Pixel> points) {
  std::ranges::sort(points, [](Pixel a, Pixel b) { return a.x != b.x ? a.x < b.x : a.y < b.y; });
  std::vector<Pixel> result;
  const auto turn = [](Pixel a, Pixel b, Pixel c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  };
  for (int pass = 0; pass < 2; ++pass) {
    const std::size_t start = result.size();
    for (const Pixel& point : points) {
      while (result.size() >= start + 2 && turn(result[result.size() - 2], result.back(), point) <= 0) {
        result.pop_back();
      }
      result.push_back(point);
    }
    result.pop_back();
    std::ranges::reverse(points);
  }
  return result;
}

/// Paints one building; keeps what all its parts need.
class Prism {
 public:
  Prism(Mesh& mesh, const Projection& projection, const Building& building, const BuildingLook& look,
        const MapColors& colors)
      : mesh_(mesh), projection_(projection), building_(building), look_(look), colors_(colors) {
    risen_ = std::min(look.storeys_risen, static_cast<double>(building.storeys));
    closed_ = std::min(look.storeys_closed, risen_);
  }

  void paint() {
    if (risen_ <= 0) return;
    if (!projection_.is_plan()) {
      for (std::size_t i = 0; i < building_.footprint.size(); ++i) {
        wall(building_.footprint[i], building_.footprint[(i + 1) % building_.footprint.size()]);
      }
    }
    if (closed_ >= building_.storeys) {
      roof();
    } else {
      deck();
    }
  }

 private:
  [[nodiscard]] sf::Color shade(Color color, double brightness, double opacity = 1) const {
    return ink(faded(lit(color, brightness), look_.opacity * opacity));
  }
  [[nodiscard]] double along(PointM p) const {
    return building_.box.length > 0 ? building_.box.frame.local(p).east / building_.box.length : 0;
  }
  [[nodiscard]] Pixel at(PointM p, double storeys) const {
    return projection_.at(p, storeys * building_.storey_m);
  }
  [[nodiscard]] float storey_px() const {
    return static_cast<float>(building_.storey_m * projection_.lift());
  }

  void wall(PointM a, PointM b) {
    const Pixel left = projection_.at(a);
    const Pixel right = projection_.at(b);
    if (right.x <= left.x + 0.02F) return;  // turned away
    const Pixel d = right - left;
    const float slope = d.y / std::hypot(d.x, d.y);
    // The sun stands in the north-west: walls that fall away to the right lie in the shade.
    const double brightness =
        std::lerp(colors_.wall_light, colors_.wall_dark, 0.5 - 0.5 * static_cast<double>(slope));
    if (closed_ > 0) closed_wall(a, b, brightness);
    if (risen_ > closed_) scaffold(a, b, brightness);
  }

  void closed_wall(PointM a, PointM b, double brightness) {
    mesh_.quad(at(a, 0), at(b, 0), at(b, closed_), at(a, closed_), shade(look_.color, brightness));
    for (const Stretch& stretch : look_.storeys) storey_part(a, b, stretch, brightness);
    if (storey_px() < least_storey_px) return;
    for (int storey = 0; storey < static_cast<int>(closed_); ++storey) windows(a, b, storey, brightness);
  }

  /// The part of a wall behind which a stretch lies: along a long wall its own part, on a gable the end's.
  void storey_part(PointM a, PointM b, const Stretch& stretch, double brightness) {
    if (stretch.storey >= closed_) return;
    const double from = along(a);
    const double to = along(b);
    double start = 0;
    double end = 1;
    if (std::abs(to - from) < 0.25) {
      const double gable = std::clamp((from + to) / 2, 0.01, 0.99);
      if (gable < stretch.from || gable > stretch.to) return;
    } else {
      start = std::clamp((stretch.from - from) / (to - from), 0.0, 1.0);
      end = std::clamp((stretch.to - from) / (to - from), 0.0, 1.0);
      if (start > end) std::swap(start, end);
    }
    if (end - start < 1e-4) return;
    const double low = stretch.storey;
    const double high = std::min(low + 1, closed_);
    const PointM p = between(a, b, start);
    const PointM q = between(a, b, end);
    mesh_.quad(at(p, low), at(q, low), at(q, high), at(p, high), shade(stretch.color, brightness));
  }

  void windows(PointM a, PointM b, int storey, double brightness) {
    const double low = storey + 0.30;
    const double high = storey + 0.72;
    const PointM p = between(a, b, 0.03);
    const PointM q = between(a, b, 0.97);
    mesh_.quad(at(p, low), at(q, low), at(q, high), at(p, high),
               shade(colors_.window_dark, 0.6 + 0.4 * brightness, 0.55));
    mesh_.line(at(a, storey), at(b, storey), 1, shade(look_.color, brightness * 0.8, 0.5));
  }

  /// Slabs and columns of a frame without walls.
  void scaffold(PointM a, PointM b, double brightness) {
    mesh_.quad(at(a, closed_), at(b, closed_), at(b, risen_), at(a, risen_),
               shade(look_.scaffold, brightness, 0.42));
    const float width = std::clamp(storey_px() * 0.14F, 0.8F, 2.5F);
    const sf::Color steel = shade(look_.scaffold, 0.4 + 0.6 * brightness);
    for (double storey = std::ceil(closed_); storey <= risen_; storey += 1) {
      mesh_.line(at(a, storey), at(b, storey), width, steel);
    }
    const int columns = std::clamp(static_cast<int>(distance(a, b) / 9), 1, 24);
    if (projection_.pixels(9) < 2.5F) return;
    for (int k = 0; k <= columns; ++k) {
      const PointM p = between(a, b, static_cast<double>(k) / columns);
      mesh_.line(at(p, closed_), at(p, risen_), width, steel);
    }
  }

  /// The uppermost slab of a frame.
  void deck() {
    fill_top(shade(mixed(look_.scaffold, colors_.graded, 0.35), 1), risen_);
    outline(shade(look_.scaffold, 1.15), 1.3F, risen_);
  }

  void fill_top(sf::Color color, double storeys) {
    for (std::size_t t = 0; t + 2 < building_.triangles.size(); t += 3) {
      mesh_.triangle(at(building_.triangles[t], storeys), at(building_.triangles[t + 1], storeys),
                     at(building_.triangles[t + 2], storeys), color);
    }
  }

  void outline(sf::Color color, float width, double storeys) {
    mesh_.path(seen(projection_, building_.footprint, storeys * building_.storey_m), width, color, true);
  }

  /// The part of a roof between two places along it; the whole roof of a shape that is no rectangle.
  void roof_part(double from, double to, sf::Color color) {
    const RingM& ring = building_.footprint;
    const Frame& frame = building_.box.frame;
    if (from <= 0 && to >= 1) {
      fill_top(color, closed_);
      return;
    }
    const PointM across = left_of(frame.along);
    RingM part = left_part(ring, frame.at(to * building_.box.length, 0), across);
    part = left_part(part, frame.at(from * building_.box.length, 0), -1 * across);
    mesh_.fill(seen(projection_, part, closed_ * building_.storey_m), color);
  }

  void roof() {
    fill_top(shade(look_.color, 1), closed_);
    for (const Stretch& stretch : look_.roof) {
      roof_part(stretch.from, stretch.to, shade(stretch.color, 1));
      if (stretch.to < 0.995) divide_roof(stretch.to);
    }
    if (building_.roof == Roof::Sawtooth) sawtooth();
    if (building_.roof == Roof::Ridge) ridge();
    if (is_small()) {
      mesh_.soften(seen(projection_, building_.footprint, closed_ * building_.storey_m),
                   shade(look_.roof.empty() ? look_.color : look_.roof.front().color, 1.1));
    } else {
      outline(shade(mixed(look_.color, colors_.window_lit, 0.18), 1.18, 0.9), 1, closed_);
    }
    if (building_.roof == Roof::Flat) roof_gear();
  }

  /// A line across the roof where one tenant's part ends.
  void divide_roof(double place) {
    const TiltedBox& box = building_.box;
    if (projection_.pixels(box.length) < 40) return;
    const RingM& ring = building_.footprint;
    const PointM on = box.frame.at(place * box.length, 0);
    const RingM before = left_part(ring, on, left_of(box.frame.along));
    std::array<PointM, 2> ends;
    std::size_t found = 0;
    for (const PointM& p : before) {
      const bool is_on_cut = std::abs(box.frame.local(p).east - place * box.length) < 0.01;
      if (is_on_cut && found < 2) ends[found++] = p;
    }
    if (found == 2)
      mesh_.line(at(ends[0], closed_), at(ends[1], closed_), 1, shade(colors_.window_dark, 1, 0.5));
  }

  [[nodiscard]] bool is_rectangle() const {
    const double box = building_.box.length * building_.box.width;
    return building_.footprint.size() == 4 && building_.area_m2 > 0.94 * box;
  }

  /// Too small for an outline of its own.
  [[nodiscard]] bool is_small() const { return projection_.pixels(building_.box.width) < 14; }

  void sawtooth() {
    const TiltedBox& box = building_.box;
    const float step = projection_.pixels(sawtooth_m);
    if (step < 3.5F || !is_rectangle()) return;
    const int teeth = std::max(2, static_cast<int>(box.length / sawtooth_m));
    for (int k = 0; k < teeth; ++k) {
      const double from = static_cast<double>(k) / teeth;
      roof_part(from, from + 0.38 / teeth, shade(look_.color, 0.80, 0.75));
    }
  }

  void ridge() {
    if (!is_rectangle() || projection_.pixels(building_.box.width) < 8) return;
    const TiltedBox& box = building_.box;
    const PointM left = box.frame.at(0, box.width / 2);
    const PointM right = box.frame.at(box.length, box.width / 2);
    const Pixel a = at(left, closed_);
    const Pixel b = at(right, closed_);
    mesh_.quad(a, b, at(box.frame.at(box.length, 0), closed_), at(box.frame.at(0, 0), closed_),
               shade(look_.color, 0.86, 0.8));
    mesh_.hair(a, b, 1, shade(look_.color, 1.2, 0.8));
  }

  /// Parapet and stair heads, close by: shades over whatever colours the roof has.
  void roof_gear() {
    if (projection_.pixels(building_.box.width) < 14) return;
    const sf::Color dark = ink(faded(colors_.window_dark, 0.30 * look_.opacity));
    RingM parapet;
    for (const PointM& corner : building_.footprint) {
      const double far = distance(corner, building_.middle);
      parapet.push_back(between(corner, building_.middle, std::min(0.2, 2.2 / std::max(1.0, far))));
    }
    const double height = closed_ * building_.storey_m;
    mesh_.path(seen(projection_, parapet, height), 1, dark, true);
    if (!is_rectangle()) return;
    const TiltedBox& box = building_.box;
    const int heads = std::clamp(static_cast<int>(box.length / 45), 1, 4);
    for (int k = 0; k < heads; ++k) {
      const double u = box.length * (k + 0.5) / heads;
      const RingM head = {box.frame.at(u - 3, 0.38 * box.width), box.frame.at(u + 3, 0.38 * box.width),
                          box.frame.at(u + 3, 0.62 * box.width), box.frame.at(u - 3, 0.62 * box.width)};
      const std::vector<Pixel> corners = seen(projection_, head, height);
      mesh_.fill(corners, dark);
      mesh_.path(corners, 1, dark, true);
    }
  }

  Mesh& mesh_;
  const Projection& projection_;
  const Building& building_;
  const BuildingLook& look_;
  const MapColors& colors_;
  double risen_ = 0;
  double closed_ = 0;
};

bool is_in_polygon(const std::vector<Pixel>& ring, Pixel p) {
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    if ((ring[i].y > p.y) == (ring[j].y > p.y)) continue;
    const float x = ring[i].x + (p.y - ring[i].y) / (ring[j].y - ring[i].y) * (ring[j].x - ring[i].x);
    if (p.x < x) inside = !inside;
  }
  return inside;
}

}  // namespace

double BuildingLook::height_m(const Building& building) const {
  return std::clamp(storeys_risen, 0.0, static_cast<double>(building.storeys)) * building.storey_m;
}

void paint_shadow(Mesh& mesh, const Projection& projection, const Building& building, double height_m,
                  sf::Color color) {
  if (height_m <= 0) return;
  // Shadows are as long on the ground as heights look, so that both views tell the same.
  const double reach = 0.55 * height_m * Projection::exaggeration(projection.camera().metres_per_pixel);
  const double azimuth = projection.camera().azimuth_degrees * 3.14159265358979 / 180;
  const PointM right{std::cos(azimuth), -std::sin(azimuth)};
  const PointM down{-std::sin(azimuth), -std::cos(azimuth)};
  const PointM thrown = reach * (0.85 * right + 0.35 * down);
  std::vector<Pixel> points;
  for (const PointM& corner : building.footprint) {
    points.push_back(projection.at(corner));
    points.push_back(projection.at(corner + thrown));
  }
  mesh.fill(hull(std::move(points)), color);
}

void paint_building(Mesh& mesh, const Projection& projection, const Building& building,
                    const BuildingLook& look, const MapColors& colors) {
  Prism(mesh, projection, building, look, colors).paint();
}

void paint_crane(Mesh& mesh, const Projection& projection, const Building& building, double height_m,
                 double seconds, sf::Color color) {
  if (projection.is_plan() || projection.camera().metres_per_pixel > 4) return;
  const PointM foot = building.box.frame.at(-6, building.box.width / 2);
  const double top = height_m + 16;
  const double turn = 0.35 * seconds + 0.01 * building.middle.east;
  const PointM jib{std::cos(turn), std::sin(turn)};
  const float width = std::clamp(projection.pixels(0.9), 1.0F, 3.0F);
  mesh.line(projection.at(foot), projection.at(foot, top), width, color);
  mesh.line(projection.at(foot - 9 * jib, top - 2), projection.at(foot + 32 * jib, top - 2), width, color);
  mesh.line(projection.at(foot, top), projection.at(foot + 24 * jib, top - 2), 0.8F, color);
  mesh.line(projection.at(foot, top), projection.at(foot - 8 * jib, top - 2), 0.8F, color);
  const PointM hook = foot + (18 + 8 * std::sin(0.9 * seconds)) * jib;
  mesh.line(projection.at(hook, top - 2), projection.at(hook, top - 8), 0.8F, color);
}

bool covers(const Projection& projection, const Building& building, double height_m, Pixel pixel) {
  std::vector<Pixel> points = seen(projection, building.footprint);
  const std::vector<Pixel> top = seen(projection, building.footprint, height_m);
  points.insert(points.end(), top.begin(), top.end());
  return is_in_polygon(hull(std::move(points)), pixel);
}

double place_along(const Projection& projection, const Building& building, double height_m, Pixel pixel) {
  const TiltedBox& box = building.box;
  // On a wall the foot of the same column is what counts: look along the building's own line.
  const Pixel start = projection.at(box.frame.at(0, box.width / 2), height_m / 2);
  const Pixel end = projection.at(box.frame.at(box.length, box.width / 2), height_m / 2);
  const Pixel line = end - start;
  const float squared = line.x * line.x + line.y * line.y;
  if (squared <= 0) return 0;
  const Pixel d = pixel - start;
  return std::clamp(static_cast<double>((d.x * line.x + d.y * line.y) / squared), 0.0, 1.0);
}

}  // namespace park::ui
