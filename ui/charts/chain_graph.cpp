// SPDX-License-Identifier: MIT
#include "charts/chain_graph.hpp"

#include <imgui.h>

#include <array>
#include <charconv>
#include <cmath>

#include "study/csv_text.hpp"

namespace park::ui {
namespace {

std::string per_cent(double share) {
  return std::isfinite(share) ? std::to_string(std::lround(share * 100)) + "%" : "–";
}

/// From side to side, or over and under where both lie in one column.
void draw_link(Canvas& canvas, const Box& from, const Box& to, double weight, Color color) {
  const float thickness =
      canvas.px(1.5F) + canvas.px(7) * static_cast<float>(std::sqrt(std::clamp(weight, 0.0, 1.0)));
  const bool same_column = std::abs(from.x - to.x) < 1;
  ImVec2 a;
  ImVec2 b;
  ImVec2 bend_a;
  ImVec2 bend_b;
  if (same_column) {
    const bool down = to.y > from.y;
    a = {from.middle_x(), down ? from.bottom() : from.y};
    b = {to.middle_x(), down ? to.y : to.bottom()};
    const float half = (b.y - a.y) / 2;
    bend_a = {a.x, a.y + half};
    bend_b = {b.x, b.y - half};
  } else {
    const bool right = to.x > from.x;
    a = {right ? from.right() : from.x, from.middle_y()};
    b = {right ? to.x : to.right(), to.middle_y()};
    const float half = (b.x - a.x) / 2;
    bend_a = {a.x + half, a.y};
    bend_b = {b.x - half, b.y};
  }
  canvas.list().AddBezierCubic(a, bend_a, bend_b, b, packed(color), thickness, 14);
}

void draw_node(Canvas& canvas, const ChainNode& node, const Box& box, bool is_weak, bool is_hovered) {
  const Look& look = canvas.look();
  const Theme& theme = look.theme;
  const float rounding = canvas.px(5);
  const Color level = is_weak ? theme.trouble : theme.good;
  const double filled = std::isfinite(node.filled) ? std::clamp(node.filled, 0.0, 1.0) : 0;
  const float height = std::round(box.h * static_cast<float>(filled));
  const Color fill = mixed(theme.field, level, theme.kind == ThemeKind::Dark ? 0.55 : 0.4);
  {
    const HardEdges hard(canvas.list());
    canvas.fill(box, theme.field, rounding);
    canvas.list().AddRectFilled({box.x, box.bottom() - height}, {box.right(), box.bottom()}, packed(fill),
                                rounding,
                                filled > 0.97 ? ImDrawFlags_RoundCornersAll : ImDrawFlags_RoundCornersBottom);
  }
  if (std::isfinite(node.reference)) {
    const float at = box.bottom() - box.h * static_cast<float>(std::clamp(node.reference, 0.0, 1.0));
    // At both edges only: across the middle it would strike out the words.
    const float mark = std::min(canvas.px(7), box.w / 4);
    for (const float x : {box.x, box.right() - mark})
      canvas.fill({x, std::round(at) - canvas.px(1), mark, canvas.px(2)}, theme.baseline);
  }
  canvas.outline(box,
                 is_hovered ? theme.text
                 : is_weak  ? theme.trouble
                            : theme.edge,
                 rounding, is_weak || is_hovered ? canvas.px(1.5F) : 1);
  const ImFont* name = look.fonts.small;
  const float line = name->FontSize + canvas.px(3);
  const Box text{box.x + canvas.px(3), box.middle_y() - line, box.w - canvas.px(6), line};
  canvas.text_in(name, text, theme.text, node.label, Align::Middle);
  canvas.text_in(name, {text.x, text.y + line, text.w, line}, theme.text, per_cent(node.filled),
                 Align::Middle);
}

}  // namespace

std::vector<Box> chain_layout(const ChainGraph& graph, const Box& box, float room, float tallest) {
  const auto grid_of = [&](Cell ChainNode::*cell) {
    Cell most{1, 1};
    for (const ChainNode& node : graph.nodes)
      most = {std::max(most.column, (node.*cell).column + 1), std::max(most.row, (node.*cell).row + 1)};
    return most;
  };
  constexpr float filled = 0.86F;  // of a cell, so that links can be seen between
  const bool is_wide = box.w / static_cast<float>(grid_of(&ChainNode::wide).column) * filled >= room;
  const auto cell = is_wide ? &ChainNode::wide : &ChainNode::narrow;
  const Cell grid = grid_of(cell);
  const float cell_w = box.w / static_cast<float>(grid.column);
  const float cell_h = box.h / static_cast<float>(grid.row);
  const float w = std::round(std::min(std::max(room, cell_w * 0.66F), cell_w * filled));
  const float h = std::round(std::min(tallest, cell_h * 0.8F));
  std::vector<Box> boxes;
  for (const ChainNode& node : graph.nodes) {
    const Cell place = node.*cell;
    boxes.push_back({std::round(box.x + cell_w * (static_cast<float>(place.column) + 0.5F) - w / 2),
                     std::round(box.y + cell_h * (static_cast<float>(place.row) + 0.5F) - h / 2), w, h});
  }
  return boxes;
}

std::optional<std::size_t> draw_chain_graph(const ChainGraph& graph, const Box& box, const Look& look) {
  Canvas canvas(look);
  Box rest = box;
  draw_head(canvas, rest, graph.head);
  float room = text_width(look.fonts.small, "100%");
  for (const ChainNode& node : graph.nodes) room = std::max(room, text_width(look.fonts.small, node.label));
  const auto boxes = chain_layout(graph, rest, room + look.px(10), look.px(64));
  std::optional<std::size_t> clicked;
  std::optional<std::size_t> hovered;
  for (std::size_t n = 0; n < boxes.size(); ++n) {
    if (boxes[n].is_empty()) continue;
    ImGui::SetCursorScreenPos({boxes[n].x, boxes[n].y});
    ImGui::PushID(static_cast<int>(n));
    if (ImGui::InvisibleButton("stage", {boxes[n].w, boxes[n].h})) clicked = n;
    if (ImGui::IsItemHovered()) hovered = n;
    ImGui::PopID();
  }
  for (const ChainLink& link : graph.links) {
    const bool is_touched = hovered && (link.from == *hovered || link.to == *hovered);
    draw_link(canvas, boxes[link.from], boxes[link.to], link.weight,
              faded(look.theme.scenario, is_touched ? 0.9 : 0.35));
  }
  for (std::size_t n = 0; n < boxes.size(); ++n) {
    const ChainNode& node = graph.nodes[n];
    draw_node(canvas, node, boxes[n], std::isfinite(node.filled) && node.filled < graph.weak_below,
              hovered == n);
  }
  if (hovered) draw_hover(look, graph.nodes[*hovered].label, graph.nodes[*hovered].facts);
  return clicked;
}

std::string csv_of(const ChainGraph& graph) {
  study::CsvText csv;
  for (const char* heading : {"stage", "filled", "reference"}) csv.cell(heading);
  csv.end_record();
  for (const ChainNode& node : graph.nodes) {
    csv.cell(node.label).cell(node.filled).cell(node.reference);
    csv.end_record();
  }
  return csv.text();
}

}  // namespace park::ui
