// SPDX-License-Identifier: MIT
#include "charts/canvas.hpp"

#include <cmath>
#include <string>

namespace park::ui {
namespace {

ImVec2 corner(const Box& box) { return {box.x, box.y}; }
ImVec2 opposite(const Box& box) { return {box.right(), box.bottom()}; }

}  // namespace

void Canvas::fill(const Box& box, Color color, float rounding) {
  if (!box.is_empty()) list_.AddRectFilled(corner(box), opposite(box), packed(color), rounding);
}

void Canvas::outline(const Box& box, Color color, float rounding, float thickness) {
  if (!box.is_empty()) list_.AddRect(corner(box), opposite(box), packed(color), rounding, 0, thickness);
}

void Canvas::line(float x0, float y0, float x1, float y1, Color color, float thickness) {
  list_.AddLine({x0, y0}, {x1, y1}, packed(color), thickness);
}

void Canvas::dot(float x, float y, float radius, Color color) {
  list_.AddCircleFilled({x, y}, radius, packed(color), 16);
}

float Canvas::text(const ImFont* font, float x, float y, Color color, std::string_view text, Align align) {
  const float width = text_width(font, text);
  const float left = align == Align::Left ? x : align == Align::Middle ? x - width / 2 : x - width;
  // On whole pixels the glyphs stay sharp.
  list_.AddText(font, font->FontSize, {std::round(left), std::round(y)}, packed(color), text.data(),
                text.data() + text.size());
  return width;
}

void Canvas::text_in(const ImFont* font, const Box& box, Color color, std::string_view words, Align align) {
  const std::string shown = shortened(font, words, box.w);
  const float x = align == Align::Left ? box.x : align == Align::Middle ? box.middle_x() : box.right();
  text(font, x, box.middle_y() - font->FontSize / 2, color, shown, align);
}

float text_width(const ImFont* font, std::string_view text) {
  if (text.empty()) return 0;
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

std::string shortened(const ImFont* font, std::string_view text, float width) {
  if (text_width(font, text) <= width) return std::string(text);
  constexpr std::string_view ellipsis = "…";
  const float room = width - text_width(font, ellipsis);
  if (room <= 0) return {};
  const char* rest = nullptr;
  font->CalcTextSizeA(font->FontSize, room, 0, text.data(), text.data() + text.size(), &rest);
  std::size_t kept = rest == nullptr ? 0 : static_cast<std::size_t>(rest - text.data());
  while (kept > 0 && (static_cast<unsigned char>(text[kept]) & 0xC0U) == 0x80U) --kept;
  while (kept > 0 && text[kept - 1] == ' ') --kept;
  return std::string(text.substr(0, kept)) + std::string(ellipsis);
}

}  // namespace park::ui
