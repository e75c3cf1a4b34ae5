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

}  // namespace

void MapPanel::draw_toolbar(Dashboard& dashboard, const Look& look, Box bar) {
  const Texts& texts = look.texts;
  // The slot's own buttons stand at the right.
  bar = bar.inset(look.px(12), look.px(6), look.px(84), look.px(4));
  const Scenario& scenario = *dashboard.session.active_tab().now();
  Canvas canvas(look);
  const TimeAxis axis{scenario.start, scenario.months, 0};
  canvas.text_in(look.fonts.title, bar, look.theme.text, month_text(texts, axis, static_cast<int>(month_)));
  ImGui::SetCursorScreenPos({bar.x + month_width(texts, axis, look.fonts.title) + look.px(16), bar.y});
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {look.px(9), look.px(3)});
  ImGui::SetNextItemWidth(look.px(128));
  const auto name_of = [&](MapLayer layer) { return texts("ui.map.layer." + std::string(key_of(layer))); };
  if (ImGui::BeginCombo("##layer", name_of(layer_).c_str())) {
    for (std::size_t k = 0; k < map_layer_count; ++k) {
      const auto layer = static_cast<MapLayer>(k);
      if (ImGui::Selectable(name_of(layer).c_str(), layer == layer_)) layer_ = layer;
    }
    ImGui::EndCombo();
  }
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", texts("ui.map.tool.layer").c_str());
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
  if (screens_shown_ > 0) {
    // Charts show means of all runs: the map is one of them.
    const std::string note = texts("ui.map.one_run", {std::to_string(screens_.back().chronicle->seed())});
    ImGui::SameLine(0, look.px(12));
    const float left = ImGui::GetCursorScreenPos().x;
    if (left + text_width(look.fonts.small, note) < bar.right()) {
      canvas.text_in(look.fonts.small, {left, bar.y, bar.right() - left, bar.h}, look.theme.text_muted, note);
    }
  }
  if (screens_shown_ < 2) return;
  for (const Screen& screen : screens_) {
    const Box head{screen.area.left + look.px(10), screen.area.top + look.px(6),
                   screen.area.width - look.px(20), look.px(22)};
    canvas.fill(
        {head.x - look.px(4), head.y, text_width(look.fonts.strong, screen.label) + look.px(8), head.h},
        faded(look.theme.panel, 0.8), look.px(4));
    canvas.text_in(look.fonts.strong, head, screen.color, screen.label);
  }
}

/// Marks and words of the layer; a click hides a category or shows it again.
void MapPanel::draw_legend_strip(const Look& look, std::size_t screen_place) {
  const Screen& screen = screens_[screen_place];
  const Box box{screen.area.left, screen.area.top, screen.area.width, screen.area.height};
  CategorySet& hidden = hidden_[static_cast<std::size_t>(layer_)];
  const std::vector<LegendLine> lines =
      legend_of(layer_, *screen.chronicle, screen.chronicle->at(static_cast<int>(month_)), hidden, look.theme,
                look.texts);
  const float height = look.px(22);
  const bool has_scale_bar = screen_place + 1 == screens_shown_;
  const float room = box.w - look.px(has_scale_bar ? 190 : 16);
  struct Entry {
    std::size_t category;
    float x, width;
    int row;
  };
  std::vector<Entry> entries;
  float x = 0;
  int row = 0;
  for (std::size_t k = 0; k < lines.size(); ++k) {
    const float width = look.px(32) + text_width(look.fonts.small, lines[k].words) +
                        text_width(look.fonts.small, lines[k].amount);
    if (x > 0 && x + width > room) {
      x = 0;
      ++row;
    }
    entries.push_back({k, x, width, row});
    x += width;
  }
  const float top = box.bottom() - look.px(10) - static_cast<float>(row + 1) * height;
  Canvas canvas(look);
  float widest = 0;
  for (const Entry& entry : entries) widest = std::max(widest, entry.x + entry.width);
  canvas.fill({box.x + look.px(8), top - look.px(2), widest + look.px(6),
               static_cast<float>(row + 1) * height + look.px(4)},
              faded(look.theme.panel, 0.82), look.px(5));
  for (const Entry& entry : entries) {
    const LegendLine& line = lines[entry.category];
    const Box at{box.x + look.px(12) + entry.x, top + static_cast<float>(entry.row) * height, entry.width,
                 height};
    ImGui::SetCursorScreenPos({at.x, at.y});
    ImGui::PushID(static_cast<int>(screen_place * lines.size() + entry.category));
    if (ImGui::InvisibleButton("category", {at.w - look.px(4), at.h})) hidden.flip(entry.category);
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", look.texts("ui.map.tool.legend_tip").c_str());
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
    const float wide = canvas.text(look.fonts.small, at.x + mark + look.px(5), text_y, ink_color, line.words);
    canvas.text(look.fonts.small, at.x + mark + look.px(10) + wide, text_y, look.theme.text_muted,
                line.amount);
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
