// SPDX-License-Identifier: MIT
#include "charts/chart_parts.hpp"

#include <imgui.h>

#include <cmath>

namespace park::ui {
namespace {

constexpr float entry_gap = 14;  // pixels at 100 %

struct EntryPlace {
  Box box;
  float mark = 0;  ///< width of the coloured mark
};

/// Places of the entries in rows of the box's width, none of them wider than `widest`.
std::vector<EntryPlace> place_entries(const Look& look, const Box& box,
                                      const std::vector<LegendEntry>& entries, float widest) {
  const ImFont* font = look.fonts.small;
  const float height = font->FontSize + look.px(6);
  std::vector<EntryPlace> places;
  float x = box.x;
  float y = box.y;
  for (const LegendEntry& entry : entries) {
    const float mark = look.px(entry.is_line ? 16 : 9);
    // A pixel more: what rounding takes must not cut the last letters.
    const float width = std::min(mark + look.px(6) + text_width(font, entry.label) + 1, widest);
    if (x > box.x && x + width > box.right()) {
      x = box.x;
      y += height;
    }
    places.push_back({{x, y, width, height}, mark});
    x += width + look.px(entry_gap);
  }
  return places;
}

/// Long entries stand alone on a row as long as that leaves the chart half of the box, else cut side by side.
std::vector<EntryPlace> place_entries(const Look& look, const Box& box,
                                      const std::vector<LegendEntry>& entries) {
  auto places = place_entries(look, box, entries, box.w);
  if (places.empty() || places.back().box.bottom() - box.y <= box.h / 2) return places;
  return place_entries(look, box, entries, std::floor((box.w - look.px(entry_gap)) / 2));
}

/// What was cut is told whole where the mouse asks.
void tell_whole(const Box& place, const std::string& shown, const std::string& whole) {
  if (shown != whole && ImGui::IsWindowHovered() &&
      ImGui::IsMouseHoveringRect({place.x, place.y}, {place.right(), place.bottom()})) {
    ImGui::SetTooltip("%s", whole.c_str());
  }
}

void draw_entry(Canvas& canvas, const LegendEntry& entry, const EntryPlace& place, bool is_hovered) {
  const Theme& theme = canvas.theme();
  const Color color = entry.is_hidden ? faded(entry.color, 0.3) : entry.color;
  const Box& box = place.box;
  if (entry.is_line) {
    canvas.line(box.x, box.middle_y(), box.x + place.mark, box.middle_y(), color, canvas.px(2));
  } else {
    canvas.fill({box.x, box.middle_y() - place.mark / 2, place.mark, place.mark}, color, canvas.px(2));
  }
  const Color ink = entry.is_hidden ? theme.text_faint : is_hovered ? theme.text : theme.text_muted;
  const ImFont* font = canvas.look().fonts.small;
  const Box words = box.inset(place.mark + canvas.px(6), 0, 0, 0);
  const std::string shown = shortened(font, entry.label, words.w);
  canvas.text_in(font, words, ink, shown);
  tell_whole(words, shown, entry.label);
}

/// Words that fit, whole parts between dots first: `64 runs · seed 2026 · …` loses its last.
std::string parts_that_fit(const ImFont* font, std::string words, float width) {
  constexpr std::string_view dot = " · ";
  while (text_width(font, words) > width) {
    const std::size_t last = words.rfind(dot);
    if (last == std::string::npos) return shortened(font, words, width);
    words.resize(last);
  }
  return words;
}

}  // namespace

void draw_head(Canvas& canvas, Box& box, const ChartHead& head) {
  const Look& look = canvas.look();
  const ImFont* font = look.fonts.strong;
  Box line = box.take_top(font->FontSize + canvas.px(6));
  line.take_right(head.room_right);
  const std::string title =
      head.unit.empty() ? head.title : look.texts("ui.charts.title_unit", {head.title, head.unit});
  const std::string shown = shortened(font, title, line.w);
  canvas.text_in(font, line, look.theme.text, shown);
  tell_whole(line, shown, title);
  line.take_left(text_width(font, shown) + canvas.px(12));
  for (const auto& [words, color] :
       {std::pair(head.warning, look.theme.trouble), std::pair(head.note, look.theme.text_faint)}) {
    if (words.empty() || line.w < canvas.px(40)) continue;
    const Box place{line.x, line.y + canvas.px(1), line.w, line.h};
    const std::string text = parts_that_fit(look.fonts.small, words, line.w);
    canvas.text_in(look.fonts.small, place, color, text);
    tell_whole(place, text, words);
    line.take_left(text_width(look.fonts.small, text) + canvas.px(12));
  }
}

std::optional<std::size_t> draw_legend(Canvas& canvas, Box& box, const std::vector<LegendEntry>& entries) {
  const auto places = place_entries(canvas.look(), box, entries);
  if (places.empty()) return std::nullopt;
  std::optional<std::size_t> clicked;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Box& place = places[i].box;
    bool is_hovered = false;
    if (!place.is_empty()) {
      ImGui::SetCursorScreenPos({place.x, place.y});
      ImGui::PushID(static_cast<int>(i));
      if (ImGui::InvisibleButton("entry", {place.w, place.h})) clicked = i;
      is_hovered = ImGui::IsItemHovered();
      ImGui::PopID();
    }
    draw_entry(canvas, entries[i], places[i], is_hovered);
  }
  box.take_top(places.back().box.bottom() - box.y + canvas.px(2));
  return clicked;
}

void draw_hover(const Look& look, const std::string& heading, const std::vector<HoverRow>& rows) {
  ImGui::BeginTooltip();
  ImGui::PushFont(look.fonts.small);
  ImGui::TextUnformatted(heading.c_str());
  float label_width = 0;
  for (const HoverRow& row : rows)
    label_width = std::max(label_width, text_width(look.fonts.small, row.label));
  const float mark = look.px(9);
  for (const HoverRow& row : rows) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = look.fonts.small->FontSize;
    if (row.color) {
      Canvas(look).fill({at.x, at.y + (height - mark) / 2, mark, mark}, *row.color, look.px(2));
    }
    ImGui::Dummy({mark, height});
    ImGui::SameLine();
    ImGui::TextUnformatted(row.label.c_str());
    ImGui::SameLine(label_width + mark + look.px(34));
    ImGui::TextUnformatted(row.value.c_str());
  }
  ImGui::PopFont();
  ImGui::EndTooltip();
}

void draw_nothing(Canvas& canvas, const Box& box, const std::string& words) {
  canvas.text_in(canvas.look().fonts.small, box, canvas.theme().text_faint, words, Align::Middle);
}

}  // namespace park::ui
