// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string_view>

#include "backend/look.hpp"
#include "charts/box.hpp"

namespace park::ui {

enum class Align : std::uint8_t { Left, Middle, Right };

/// Draws in the unit of pixels onto the current Dear ImGui window.
class Canvas {
 public:
  explicit Canvas(const Look& look) : look_(look), list_(*ImGui::GetWindowDrawList()) {}
  Canvas(const Look& look, ImDrawList& list) : look_(look), list_(list) {}

  [[nodiscard]] const Look& look() const { return look_; }
  [[nodiscard]] const Theme& theme() const { return look_.theme; }
  [[nodiscard]] ImDrawList& list() { return list_; }
  [[nodiscard]] float px(float at_100_percent) const { return look_.px(at_100_percent); }

  void fill(const Box& box, Color color, float rounding = 0);
  void outline(const Box& box, Color color, float rounding = 0, float thickness = 1);
  void line(float x0, float y0, float x1, float y1, Color color, float thickness = 1);
  void dot(float x, float y, float radius, Color color);

  /// `x` is where the text begins, has its middle or ends; `y` its upper edge. Returns its width.
  float text(const ImFont* font, float x, float y, Color color, std::string_view text,
             Align align = Align::Left);
  /// In the vertical middle of the box, cut with an ellipsis where it is too long.
  void text_in(const ImFont* font, const Box& box, Color color, std::string_view text,
               Align align = Align::Left);

 private:
  const Look& look_;
  ImDrawList& list_;
};

/// While it lives, filled shapes have no soft edges: for what an outline covers, at an eighth of the
/// triangles.
class HardEdges {
 public:
  explicit HardEdges(ImDrawList& list) : list_(list), flags_(list.Flags) {
    list_.Flags &= ~ImDrawListFlags_AntiAliasedFill;
  }
  ~HardEdges() { list_.Flags = flags_; }
  HardEdges(const HardEdges&) = delete;
  HardEdges& operator=(const HardEdges&) = delete;

 private:
  ImDrawList& list_;
  ImDrawListFlags flags_;
};

[[nodiscard]] float text_width(const ImFont* font, std::string_view text);

/// The longest beginning of valid UTF-8 that, with an ellipsis, is no wider than `width`; the text itself if
/// it fits.
[[nodiscard]] std::string shortened(const ImFont* font, std::string_view text, float width);

}  // namespace park::ui
