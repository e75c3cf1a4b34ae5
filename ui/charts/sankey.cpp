// SPDX-License-Identifier: MIT
#include "charts/sankey.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include "charts/number_text.hpp"
#include "study/csv_text.hpp"

namespace park::ui {
namespace {

constexpr int ribbon_steps = 20;

/// Height of the curve between two ends, 0 to 1: flat at both, as a cubic Bezier with level handles is.
float eased(float t) { return t * t * (3 - 2 * t); }

void draw_ribbon(Canvas& canvas, const SankeyLayout::Ribbon& ribbon, Color color) {
  ImDrawList& list = canvas.list();
  const ImVec2 white = ImGui::GetFontTexUvWhitePixel();
  const auto at = [&](int step) {
    const float t = static_cast<float>(step) / ribbon_steps;
    return ImVec2(ribbon.x0 + (ribbon.x1 - ribbon.x0) * t, ribbon.y0 + (ribbon.y1 - ribbon.y0) * eased(t));
  };
  const float thickness = std::max(1.0F, ribbon.thickness);
  for (int step = 0; step < ribbon_steps; ++step) {
    const ImVec2 a = at(step);
    const ImVec2 b = at(step + 1);
    list.PrimReserve(6, 4);
    list.PrimQuadUV(a, b, {b.x, b.y + thickness}, {a.x, a.y + thickness}, white, white, white, white,
                    packed(color));
  }
}

/// Whether the mouse is on the ribbon.
bool holds(const SankeyLayout::Ribbon& ribbon, ImVec2 mouse) {
  if (mouse.x < ribbon.x0 || mouse.x > ribbon.x1 || ribbon.x1 <= ribbon.x0) return false;
  const float y =
      ribbon.y0 + (ribbon.y1 - ribbon.y0) * eased((mouse.x - ribbon.x0) / (ribbon.x1 - ribbon.x0));
  return mouse.y >= y && mouse.y <= y + std::max(3.0F, ribbon.thickness);
}

/// The nodes' names, the largest first; one that would lie on another is left to the mouse.
void draw_labels(Canvas& canvas, const SankeyChart& chart, const SankeyLayout& layout, const Box& whole) {
  const Look& look = canvas.look();
  const ImFont* font = look.fonts.small;
  std::vector<std::size_t> order;
  for (std::size_t n = 0; n < chart.nodes.size(); ++n) {
    if (!layout.nodes[n].is_empty()) order.push_back(n);
  }
  std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t n) { return layout.values[n]; });
  std::vector<std::size_t> written;
  for (const std::size_t n : order) {
    const Box& node = layout.nodes[n];
    const bool is_covered = std::ranges::any_of(written, [&](std::size_t other) {
      const Box& box = layout.nodes[other];
      return box.x == node.x && std::abs(box.middle_y() - node.middle_y()) < font->FontSize;
    });
    if (is_covered) continue;
    written.push_back(n);
    std::string text = chart.nodes[n].label + " " + value_text(look.texts, layout.values[n], chart.unit);
    if (text_width(font, text) > whole.w * 0.42F) text = chart.nodes[n].label;
    const bool at_right_end = node.right() + text_width(font, text) + canvas.px(6) > whole.right();
    canvas.text(font, at_right_end ? node.x - canvas.px(5) : node.right() + canvas.px(5),
                node.middle_y() - font->FontSize / 2, look.theme.text, text,
                at_right_end ? Align::Right : Align::Left);
  }
}

}  // namespace

void draw_sankey(const SankeyChart& chart, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, chart.head);
  const Box inner = rest.inset(0, canvas.px(6), 0, canvas.px(4));
  const SankeyLayout layout = sankey_layout(chart, inner, canvas.px(9), canvas.px(12));
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  std::optional<std::size_t> hovered;
  for (std::size_t l = 0; l < chart.links.size(); ++l) {
    if (ImGui::IsWindowHovered() && holds(layout.ribbons[l], mouse)) hovered = l;
  }
  for (std::size_t l = 0; l < chart.links.size(); ++l) {
    if (chart.links[l].value <= 0) continue;
    const Color color = chart.nodes[chart.links[l].from].color;
    draw_ribbon(canvas, layout.ribbons[l], faded(color, hovered == l ? 0.7 : 0.35));
  }
  for (std::size_t n = 0; n < chart.nodes.size(); ++n) {
    if (layout.nodes[n].is_empty()) continue;
    canvas.fill(layout.nodes[n], chart.nodes[n].color);
  }
  draw_labels(canvas, chart, layout, inner);
  if (hovered) {
    const SankeyLink& link = chart.links[*hovered];
    draw_hover(look, chart.nodes[link.from].label + " → " + chart.nodes[link.to].label,
               {{look.texts("ui.charts.flow"), value_text(look.texts, link.value, chart.unit),
                 chart.nodes[link.from].color}});
  }
}

std::string csv_of(const SankeyChart& chart) {
  study::CsvText csv;
  for (const char* heading : {"from", "to", "unit", "value"}) csv.cell(heading);
  csv.end_record();
  for (const SankeyLink& link : chart.links) {
    csv.cell(chart.nodes[link.from].label).cell(chart.nodes[link.to].label).cell(chart.unit).cell(link.value);
    csv.end_record();
  }
  return csv.text();
}

}  // namespace park::ui
