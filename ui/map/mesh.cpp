// SPDX-License-Identifier: MIT
#include "map/mesh.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace park::ui {
namespace {

constexpr float sharpest = 0.4F;  ///< cosine of half the turn beyond which a joint is cut short

float length(Pixel v) { return std::hypot(v.x, v.y); }

sf::Color transparent(sf::Color color) { return {color.r, color.g, color.b, 0}; }

int corners_of(float radius) { return std::clamp(static_cast<int>(radius * 1.6F) + 6, 8, 48); }

Pixel normal_of(Pixel a, Pixel b) {
  const Pixel d = b - a;
  const float long_is = length(d);
  return long_is > 0 ? Pixel(-d.y, d.x) / long_is : Pixel(0, 0);
}

/// From a point of a path to its left edge, for a path two pixels wide.
Pixel mitre(std::span<const Pixel> points, std::size_t i, bool closed) {
  const std::size_t count = points.size();
  const bool is_first = i == 0 && !closed;
  const bool is_last = i + 1 == count && !closed;
  const Pixel before = is_first ? Pixel() : normal_of(points[(i + count - 1) % count], points[i]);
  const Pixel after = is_last ? Pixel() : normal_of(points[i], points[(i + 1) % count]);
  const Pixel sum = before + after;
  const float long_is = length(sum);
  if (long_is < 1e-3F) return after;
  const Pixel middle = sum / long_is;
  const Pixel side = is_first ? after : before;
  return middle / std::max(sharpest, middle.x * side.x + middle.y * side.y);
}

Pixel on_circle(Pixel centre, float radius, int k, int of) {
  const double angle = 2 * std::numbers::pi * k / of;
  return {centre.x + radius * static_cast<float>(std::cos(angle)),
          centre.y + radius * static_cast<float>(std::sin(angle))};
}

}  // namespace

void Mesh::draw(sf::RenderTarget& target) const {
  if (!vertices_.empty()) target.draw(vertices_.data(), vertices_.size(), sf::Triangles);
}

void Mesh::triangle(Pixel a, Pixel b, Pixel c, sf::Color color) {
  vertices_.emplace_back(a, color);
  vertices_.emplace_back(b, color);
  vertices_.emplace_back(c, color);
}

void Mesh::quad(Pixel a, Pixel b, Pixel c, Pixel d, sf::Color color) {
  triangle(a, b, c, color);
  triangle(a, c, d, color);
}

void Mesh::shaded_quad(Pixel a, Pixel b, Pixel c, Pixel d, sf::Color from, sf::Color to) {
  for (const sf::Vertex& vertex : {sf::Vertex(a, from), sf::Vertex(b, from), sf::Vertex(c, to),
                                   sf::Vertex(a, from), sf::Vertex(c, to), sf::Vertex(d, to)}) {
    vertices_.push_back(vertex);
  }
}

void Mesh::fill(std::span<const Pixel> convex, sf::Color color) {
  for (std::size_t i = 1; i + 1 < convex.size(); ++i) triangle(convex[0], convex[i], convex[i + 1], color);
}

void Mesh::line(Pixel a, Pixel b, float width, sf::Color color) {
  const Pixel along = b - a;
  const float long_is = length(along);
  if (long_is <= 0) return;
  if (width < 1) {
    // Thinner than a pixel is a pixel wide and fainter.
    color.a = static_cast<sf::Uint8>(static_cast<float>(color.a) * std::max(0.0F, width));
    width = 1;
  }
  const Pixel side = Pixel(-along.y, along.x) / long_is;
  const float core = std::max(0.0F, width / 2 - 0.5F);
  const Pixel inner = core * side;
  const Pixel outer = (core + 1) * side;
  const sf::Color edge = transparent(color);
  if (core > 0) quad(a - inner, a + inner, b + inner, b - inner, color);
  shaded_quad(a + inner, b + inner, b + outer, a + outer, color, edge);
  shaded_quad(a - inner, b - inner, b - outer, a - outer, color, edge);
}

void Mesh::hair(Pixel a, Pixel b, float width, sf::Color color) {
  const Pixel side = 0.5F * width * normal_of(a, b);
  quad(a - side, a + side, b + side, b - side, color);
}

void Mesh::path(std::span<const Pixel> points, float width, sf::Color color, bool closed) {
  const std::size_t count = points.size();
  if (count < 2) return;
  if (width < 1) {
    color.a = static_cast<sf::Uint8>(static_cast<float>(color.a) * std::max(0.0F, width));
    width = 1;
  }
  const float core = std::max(0.0F, width / 2 - 0.5F);
  const sf::Color edge = transparent(color);
  std::vector<Pixel> sides;
  sides.reserve(count);
  for (std::size_t i = 0; i < count; ++i) sides.push_back(mitre(points, i, closed));
  const std::size_t lines = closed ? count : count - 1;
  for (std::size_t i = 0; i < lines; ++i) {
    const Pixel a = points[i];
    const Pixel b = points[(i + 1) % count];
    const Pixel p = sides[i];
    const Pixel q = sides[(i + 1) % count];
    if (core > 0) quad(a - core * p, a + core * p, b + core * q, b - core * q, color);
    shaded_quad(a + core * p, b + core * q, b + (core + 1) * q, a + (core + 1) * p, color, edge);
    shaded_quad(a - core * p, b - core * q, b - (core + 1) * q, a - (core + 1) * p, color, edge);
  }
}

void Mesh::dashes(std::span<const Pixel> points, float width, float dash, float gap, sf::Color color,
                  bool closed) {
  const std::size_t count = points.size();
  if (count < 2) return;
  float phase = 0;
  const std::size_t lines = closed ? count : count - 1;
  for (std::size_t i = 0; i < lines; ++i) {
    const Pixel a = points[i];
    const Pixel b = points[(i + 1) % count];
    const float long_is = length(b - a);
    if (long_is <= 0) continue;
    const Pixel along = (b - a) / long_is;
    for (float s = -phase; s < long_is; s += dash + gap) {
      const float from = std::max(0.0F, s);
      const float to = std::min(long_is, s + dash);
      if (to > from) line(a + from * along, a + to * along, width, color);
    }
    phase = std::fmod(phase + long_is, dash + gap);
  }
}

void Mesh::soften(Pixel a, Pixel b, sf::Color color) {
  const Pixel side = normal_of(a, b);
  shaded_quad(a, b, b + side, a + side, color, transparent(color));
}

void Mesh::disc(Pixel centre, float radius, sf::Color color) {
  const int corners = corners_of(radius);
  const float core = std::max(0.0F, radius - 0.5F);
  for (int k = 0; k < corners; ++k) {
    const Pixel a = on_circle(centre, core, k, corners);
    const Pixel b = on_circle(centre, core, k + 1, corners);
    triangle(centre, a, b, color);
    shaded_quad(a, b, on_circle(centre, core + 1, k + 1, corners), on_circle(centre, core + 1, k, corners),
                color, transparent(color));
  }
}

void Mesh::ring(Pixel centre, float radius, float width, sf::Color color) {
  const int corners = corners_of(radius);
  for (int k = 0; k < corners; ++k) {
    line(on_circle(centre, radius, k, corners), on_circle(centre, radius, k + 1, corners), width, color);
  }
}

void Mesh::panel(sf::FloatRect rect, float corner, sf::Color color) {
  const float r = std::min({corner, rect.width / 2, rect.height / 2});
  constexpr int steps = 6;
  std::vector<Pixel> outline;
  const std::array<Pixel, 4> centres = {{{rect.left + rect.width - r, rect.top + rect.height - r},
                                         {rect.left + r, rect.top + rect.height - r},
                                         {rect.left + r, rect.top + r},
                                         {rect.left + rect.width - r, rect.top + r}}};
  for (int side = 0; side < 4; ++side) {
    for (int k = 0; k <= steps; ++k) {
      outline.push_back(on_circle(centres[static_cast<std::size_t>(side)], r, side * steps + k, 4 * steps));
    }
  }
  fill(outline, color);
}

}  // namespace park::ui
