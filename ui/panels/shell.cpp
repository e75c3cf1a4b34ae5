// SPDX-License-Identifier: MIT
#include "panels/shell.hpp"

#include <imgui.h>

#include <array>

#include "panels/actions.hpp"
#include "panels/cards.hpp"
#include "panels/code_dialog.hpp"
#include "panels/dialogs.hpp"
#include "panels/exports.hpp"
#include "panels/file_dialog.hpp"
#include "panels/frames.hpp"
#include "panels/guidance.hpp"
#include "panels/levers_panel.hpp"
#include "panels/pages.hpp"
#include "panels/picture_slot.hpp"
#include "panels/rename_dialog.hpp"
#include "panels/time_bar.hpp"
#include "panels/top_bar.hpp"

namespace park::ui {
namespace {

/// A window of exactly this box that fills nothing: the frame is cleared with the panels' colour.
bool begin_panel(const char* name, const Box& box) {
  ImGui::SetNextWindowPos({box.x, box.y});
  ImGui::SetNextWindowSize({box.w, box.h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1, 1});
  const bool is_shown =
      ImGui::Begin(name, nullptr,
                   ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                       ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                       ImGuiWindowFlags_NoScrollWithMouse);
  ImGui::PopStyleVar(3);
  return is_shown;
}

void draw_slots(Dashboard& dashboard, const ShellLayout& layout, const Look& look, const ShownFutures* shown,
                double seconds) {
  for (const auto& [slot, box] : layout.slots) {
    const std::string name = "slot" + std::to_string(slot);
    if (begin_panel(name.c_str(), box)) {
      if (dashboard.slots.shown[slot] == PictureKind::Map) {
        dashboard.map.build(dashboard, look, box, seconds);
        draw_slot_buttons(dashboard, slot, box, look, nullptr);
      } else if (shown != nullptr) {
        draw_picture_slot(dashboard, slot, box, *shown);
      } else {
        Canvas canvas(look);
        draw_nothing(canvas, box, look.texts("ui.picture.comes"));
      }
    }
    ImGui::End();
  }
}

void draw_page(Dashboard& dashboard, const Box& box, const Look& look, const ShownFutures* shown) {
  if (begin_panel("page", box)) {
    if (dashboard.planner.page == Page::Clauses) draw_clauses_page(dashboard, box, look, shown);
    if (dashboard.planner.page == Page::Compare) draw_compare_page(dashboard, box, look, shown);
  }
  ImGui::End();
}

/// The planner's questions, one at a time: Dear ImGui would stack them.
void draw_planner_dialogs(Dashboard& dashboard, const Look& look, const ShellLayout& layout) {
  PlannerState& planner = dashboard.planner;
  if (!planner.has_looked_for_lost) {
    draw_recovery(dashboard, look);
  } else if (!planner.problems.problems.empty()) {
    draw_problems_dialog(dashboard, look);
  } else if (planner.files.purpose != FileDialogState::Purpose::None) {
    draw_file_dialog(dashboard, look);
  } else if (planner.code.is_new) {
    draw_code_dialog(dashboard, look);
  } else if (planner.rename.is_open) {
    draw_rename_dialog(dashboard, look);
  } else if (planner.shows_keys) {
    draw_key_list(dashboard, look);
  } else {
    draw_tour(dashboard, look, layout);
  }
}

void draw_notices(Dashboard& dashboard, const Look& look, float width, float bottom, double seconds) {
  for (Notice& notice : dashboard.notices) notice.seconds_left -= seconds;
  std::erase_if(dashboard.notices, [](const Notice& notice) { return notice.seconds_left <= 0; });
  Canvas canvas(look, *ImGui::GetForegroundDrawList());
  const ImFont* font = look.fonts.body;
  float y = bottom;
  for (const Notice& notice : dashboard.notices) {
    const std::string words = shortened(font, notice.words, width * 0.8F);
    const float w = text_width(font, words) + look.px(32);
    const Box box{std::round((width - w) / 2), y - look.px(44), w, look.px(36)};
    canvas.fill(box, look.theme.field, look.px(6));
    canvas.outline(box, notice.is_trouble ? look.theme.trouble : look.theme.edge, look.px(6));
    canvas.text_in(font, box, notice.is_trouble ? look.theme.trouble : look.theme.text, words, Align::Middle);
    y -= look.px(44);
  }
}

/// The months of the shown scenario's first run, for map and inspector.
void ask_for_chronicle(Dashboard& dashboard, std::size_t scenario) {
  Session& session = dashboard.session;
  dashboard.chronicle = session.want_chronicle(scenario);
  const bool is_of_now = dashboard.chronicle && dashboard.chronicle->shared_scenario() ==
                                                    dashboard.futures->shared_scenario(scenario);
  dashboard.is_chronicle_coming = !is_of_now && session.chronicles().failure(scenario).empty();
}

}  // namespace

void take_key(Dashboard& dashboard, const sf::Event::KeyEvent& key) {
  if (dashboard.planner.tour_step) return;  // its own keys turn its pages
  if (take_lever_key(dashboard, key)) return;
  if (const auto action = action_of(key)) {
    carry_out(dashboard, *action);
    return;
  }
  const int digit = key.code - sf::Keyboard::Num1;
  if (digit >= 0 && digit < 9 && !key.control && !key.alt && !key.shift)
    dashboard.slots.show(0, static_cast<PictureKind>(digit));
  if (key.code != sf::Keyboard::Escape) return;
  // What was opened last is closed first.
  if (dashboard.planner.page != Page::Pictures) {
    dashboard.planner.page = Page::Pictures;
  } else if (dashboard.map.selection() != MapSelection{}) {
    dashboard.map.close_inspector();
  } else {
    dashboard.slots.is_enlarged = false;
  }
}

void draw_shell(Dashboard& dashboard, const Look& look, float width, float height, double seconds) {
  dashboard.texts = &look.texts;
  dashboard.futures = dashboard.session.snapshot();
  dashboard.time.advance(seconds, dashboard.months());
  dashboard.is_dragging = ImGui::IsMouseDown(ImGuiMouseButton_Left) && ImGui::IsAnyItemActive();
  ShellLayout layout = shell_layout(width, height, look.scale, dashboard.shows_levers);
  const bool is_page = dashboard.planner.page != Page::Pictures;
  if (dashboard.slots.is_enlarged || is_page) layout = enlarged_layout(layout);
  Canvas behind(look, *ImGui::GetBackgroundDrawList());
  draw_frames(behind, layout);
  std::optional<ShownFutures> shown;
  if (dashboard.futures) shown.emplace(*dashboard.futures, dashboard.session, look, dashboard.time.month());

  if (shown) ask_for_chronicle(dashboard, shown->scenario());
  if (begin_panel("top bar", layout.top_bar)) draw_top_bar(dashboard, layout.top_bar, look);
  ImGui::End();
  const Box cards{layout.cards.front().x, layout.cards.front().y,
                  layout.cards.back().right() - layout.cards.front().x, layout.cards.front().h};
  if (layout.levers.w > 0) {
    if (begin_panel("levers", layout.levers)) draw_levers_panel(dashboard, layout.levers, look);
    ImGui::End();
  }
  if (begin_panel("cards", cards) && shown) draw_cards(dashboard, layout.cards, *shown);
  ImGui::End();
  dashboard.map.hide();  // unless a slot shows it
  if (is_page) {
    draw_page(dashboard, layout.slots.front().box, look, shown ? &*shown : nullptr);
  } else {
    draw_slots(dashboard, layout, look, shown ? &*shown : nullptr, seconds);
  }
  if (begin_panel("time bar", layout.time_bar)) draw_time_bar(dashboard, layout.time_bar, look);
  ImGui::End();
  draw_dialogs(dashboard, look);
  draw_planner_dialogs(dashboard, look, layout);
  draw_notices(dashboard, look, width, layout.time_bar.y, seconds);
  if (dashboard.wants_indicators_exported) export_indicators(dashboard, look);
  dashboard.wants_indicators_exported = false;
}

}  // namespace park::ui
