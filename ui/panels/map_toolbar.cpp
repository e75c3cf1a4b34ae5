// SPDX-License-Identifier: MIT
#include <imgui.h>

#include "charts/time_plot.hpp"
#include "map/furniture.hpp"
#include "panels/dashboard.hpp"
#include "panels/map_panel.hpp"
#include "panels/place_words.hpp"

namespace park::ui {
namespace {

/// A button as high as the toolbar's other parts; pressed ones keep the accent.
bool tool(const Look& look, const std::string& words, const std::string& tip, bool is_on) {
  if (is_on) {
    ImGui::PushStyleColor(ImGuiCol_Button, packed(look.theme.accent));
    ImGui::PushStyleColor(ImGuiCol_ButtonHovered, packed(look.theme.accent_hover));
    ImGui::PushStyleColor(ImGuiCol_Text, packed(look.theme.on_accent));
  }
  const bool is_pressed = ImGui::Button(words.c_str());
  if (is_on) ImGui::PopStyleColor(3);
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", tip.c_str());
  return is_pressed;
}

std::string layer_name(const Texts& texts, MapLayer layer) {
  return texts("ui.map.layer." + std::string(key_of(layer)));
}

}  // namespace

void MapPanel::draw_toolbar(Dashboard& dashboard, const Look& look, Box bar) {
  const Texts& texts = look.texts;
  // The slot's own buttons stand at the right.
  bar = bar.inset(look.px(12), look.px(6), look.px(84), look.px(4));
  const Scenario& scenario = *dashboard.session.active_tab().now();
  Canvas canvas(look);
  const TimeAxis axis{scenario.start, scenario.months, 0};
  canvas.text_in(look.fonts.title, bar, look.theme.text, month_text(texts, axis, static_cast<int>(month_)));
  // Charts show means of all runs: the map is one of them.
  const std::string note =
      screens_shown_ > 0 ? texts("ui.map.one_run", {std::to_string(screens_.back().chronicle->seed())}) : "";
  const float right_of_month = bar.x + month_width(texts, axis, look.fonts.title) + look.px(16);
  if (screens_shown_ > 1) draw_names(look);
  if (dashboard.wanted_picture) {  // words in place of tools: nobody can click them
    const std::string layer = layer_name(texts, layer_);
    const Box words{right_of_month, bar.y, bar.right() - right_of_month, bar.h};
    canvas.text_in(look.fonts.small, words, look.theme.text_muted,
                   note.empty() ? layer : layer + " · " + note);
    return;
  }
  ImGui::SetCursorScreenPos({right_of_month, bar.y});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {look.px(9), look.px(3)});
  draw_layer_choice(look);
  const auto next = [&](float width) {
    ImGui::SameLine(0, look.px(6));
    return ImGui::GetCursorScreenPos().x + width < bar.right();
  };
  if (next(look.px(60)) && tool(look, texts(is_oblique_ ? "ui.map.tool.plan" : "ui.map.tool.oblique"),
                                texts("ui.map.tool.view_tip"), false)) {
    toggle_view();
  }
  if (next(look.px(60)) && tool(look, texts("ui.map.tool.whole"), texts("ui.map.tool.whole_tip"), false))
    show_whole();
  if (next(look.px(60)) &&
      tool(look, texts("ui.map.tool.follow"), texts("ui.map.tool.follow_tip"), is_following_)) {
    is_following_ = !is_following_;
  }
  const bool has_baseline = dashboard.futures && dashboard.futures->scenario_count() > 1;
  if (has_baseline && next(look.px(60)) &&
      tool(look, texts("ui.map.tool.beside"), texts("ui.map.tool.beside_tip"), is_beside_baseline_)) {
    toggle_beside_baseline();
  }
  ImGui::PopStyleVar();
  ImGui::SameLine(0, look.px(12));
  const float left = ImGui::GetCursorScreenPos().x;
  if (left + text_width(look.fonts.small, note) < bar.right()) {
    canvas.text_in(look.fonts.small, {left, bar.y, bar.right() - left, bar.h}, look.theme.text_muted, note);
  }
}

/// The layer in force, and the others when it is clicked.
void MapPanel::draw_layer_choice(const Look& look) {
  const Texts& texts = look.texts;
  ImGui::SetNextItemWidth(look.px(128));
  if (ImGui::BeginCombo("##layer", layer_name(texts, layer_).c_str())) {
    for (std::size_t k = 0; k < map_layer_count; ++k) {
      const auto layer = static_cast<MapLayer>(k);
      if (ImGui::Selectable(layer_name(texts, layer).c_str(), layer == layer_)) layer_ = layer;
    }
    ImGui::EndCombo();
  }
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", texts("ui.map.tool.layer").c_str());
}

/// Whose each of several maps is.
void MapPanel::draw_names(const Look& look) const {
  Canvas canvas(look);
  for (const Screen& screen : screens_) {
    const Box head = name_box(look, screen);
    canvas.fill(head, faded(look.theme.panel, 0.8), look.px(4));
    canvas.text_in(look.fonts.strong, head.inset(look.px(4), 0, look.px(4), 0), screen.color, screen.label);
  }
}

/// Where a map beside others says whose it is.
Box MapPanel::name_box(const Look& look, const Screen& screen) {
  const float width = text_width(look.fonts.strong, screen.label) + look.px(8);
  return {screen.area.left + look.px(6), screen.area.top + look.px(6),
          std::min(width, screen.area.width - look.px(12)), look.px(22)};
}

MapPanel::LegendStrip MapPanel::legend_strip(const Look& look, std::size_t screen_place) const {
  const Screen& screen = screens_[screen_place];
  LegendStrip strip;
  // Of the month that the map shows: with one of its own it would have the map drawn anew in every frame.
  strip.lines = legend_of(layer_, *screen.chronicle, screen.chronicle->at(static_cast<int>(shown_.month)),
                          hidden_[static_cast<std::size_t>(layer_)], look.theme, look.texts);
  const bool is_alone = screens_.size() == 1;
  const float room = screen.area.width - look.px(is_alone ? corner_of_scale_bar : 16);
  const auto width_of = [&](const LegendLine& line) {
    const float words = strip.has_words ? look.px(5) + text_width(look.fonts.small, line.words) : 0;
    return look.px(27) + words + text_width(look.fonts.small, line.amount);
  };
  float total = 0;
  for (const LegendLine& line : strip.lines) total += width_of(line);
  // A small map beside others has room for one row: there the mouse tells the words.
  strip.has_words = is_alone || total <= room;
  const float height = look.px(22);
  float x = 0;
  float y = 0;
  float widest = 0;
  for (const LegendLine& line : strip.lines) {
    const float width = width_of(line);
    if (x > 0 && x + width > room) {
      x = 0;
      y += height;
    }
    strip.entries.push_back({x, y, width, height});
    x += width;
    widest = std::max(widest, x);
  }
  const float bottom = screen.area.top + screen.area.height - look.px(10);
  strip.box = {screen.area.left + look.px(8), bottom - y - height - look.px(2), widest + look.px(6),
               y + height + look.px(4)};
  for (Box& entry : strip.entries) {
    entry.x += strip.box.x + look.px(4);
    entry.y += strip.box.y + look.px(2);
  }
  return strip;
}

/// Marks and words of the layer; a click hides a category or shows it again.
void MapPanel::draw_legend_strip(const Look& look, std::size_t screen_place, const LegendStrip& strip) {
  CategorySet& hidden = hidden_[static_cast<std::size_t>(layer_)];
  Canvas canvas(look);
  canvas.fill(strip.box, faded(look.theme.panel, 0.82), look.px(5));
  for (std::size_t k = 0; k < strip.lines.size(); ++k) {
    const LegendLine& line = strip.lines[k];
    const Box& at = strip.entries[k];
    ImGui::SetCursorScreenPos({at.x, at.y});
    ImGui::PushID(static_cast<int>(screen_place * strip.lines.size() + k));
    if (ImGui::InvisibleButton("category", {at.w - look.px(4), at.h})) hidden.flip(k);
    const std::string tip = look.texts("ui.map.tool.legend_tip");
    if (ImGui::IsItemHovered())
      ImGui::SetTooltip("%s", (strip.has_words ? tip : line.words + "\n" + tip).c_str());
    ImGui::PopID();
    const float mark = look.px(10);
    const Box square{at.x, at.y + (at.h - mark) / 2, mark, mark};
    if (line.is_hidden) {
      canvas.outline(square, line.color, look.px(2));
    } else {
      canvas.fill(square, line.color, look.px(2));
    }
    const Color ink_color = line.is_hidden ? look.theme.text_faint : look.theme.text;
    const float text_y = at.y + (at.h - look.fonts.small->FontSize) / 2;
    float x = at.x + mark + look.px(5);
    if (strip.has_words) x += canvas.text(look.fonts.small, x, text_y, ink_color, line.words) + look.px(5);
    canvas.text(look.fonts.small, x, text_y, look.theme.text_muted, line.amount);
  }
}

void MapPanel::draw_tooltip(const Look& look) const {
  if (hovered_.kind == MapTarget::Kind::Nothing || screens_shown_ == 0) return;
  const Screen* screen = screen_at({ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y});
  if (screen == nullptr) return;
  MapTarget target{hovered_.kind, hovered_.index};
  if (hovered_.kind == MapTarget::Kind::Plant) {
    const auto plant = screen->chronicle->find(hovered_.who);
    if (!plant) return;
    target.index = *plant;
  }
  const PlaceWords words = words_of(*screen->view, target, static_cast<int>(month_), look.texts);
  if (words.title.empty()) return;
  ImGui::BeginTooltip();
  ImGui::PushFont(look.fonts.strong);
  ImGui::TextUnformatted(words.title.c_str());
  ImGui::PopFont();
  for (const std::string& line : words.lines) ImGui::TextUnformatted(line.c_str());
  ImGui::EndTooltip();
}

}  // namespace park::ui
