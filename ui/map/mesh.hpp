// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Graphics/Vertex.hpp>
#include <span>
#include <vector>

#include "backend/theme.hpp"

namespace park::ui {

using Pixel = sf::Vector2f;

[[nodiscard]] inline sf::Color ink(Color color) { return {color.r, color.g, color.b, color.a}; }
[[nodiscard]] inline sf::Color ink(Color color, double opacity) { return ink(faded(color, opacity)); }

/// Triangles in one array, drawn at once in the order in which they were added. Lines and edges fade out over
/// a pixel: the target needs no multisampling.
class Mesh {
 public:
  void clear() { vertices_.clear(); }
  [[nodiscard]] bool empty() const { return vertices_.empty(); }
  [[nodiscard]] std::size_t size() const { return vertices_.size(); }
  void draw(sf::RenderTarget& target) const;

  void triangle(Pixel a, Pixel b, Pixel c, sf::Color color);
  /// Corners in order round the quad.
  void quad(Pixel a, Pixel b, Pixel c, Pixel d, sf::Color color);
  /// Shaded from one edge (a, b) to the opposite one (c, d).
  void shaded_quad(Pixel a, Pixel b, Pixel c, Pixel d, sf::Color from, sf::Color to);
  /// A convex outline, filled.
  void fill(std::span<const Pixel> convex, sf::Color color);
  void line(Pixel a, Pixel b, float width, sf::Color color);
  /// A faint line that need not be smooth: a third of the triangles.
  void hair(Pixel a, Pixel b, float width, sf::Color color);
  /// Lines along all points with mitred joints, back to the first one if `closed`.
  void path(std::span<const Pixel> points, float width, sf::Color color, bool closed);
  void dashes(std::span<const Pixel> points, float width, float dash, float gap, sf::Color color,
              bool closed);
  /// Lets an edge of what is filled fade out over a pixel; its ground lies on the left of a to b, as people
  /// see it on the screen with y downwards.
  void soften(Pixel a, Pixel b, sf::Color color);
  void disc(Pixel centre, float radius, sf::Color color);
  void ring(Pixel centre, float radius, float width, sf::Color color);
  /// Upright, with round corners.
  void panel(sf::FloatRect rect, float corner, sf::Color color);

 private:
  std::vector<sf::Vertex> vertices_;
};

}  // namespace park::ui
