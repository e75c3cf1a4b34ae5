// SPDX-License-Identifier: MIT
#include "panels/levers_panel.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include "panels/controls.hpp"
#include "panels/edits.hpp"
#include "panels/icons.hpp"
#include "panels/parameter_rows.hpp"

namespace park::ui {
namespace {

constexpr float heading_height = 30;  // pixels at 100 %

std::vector<ControlGroup> groups_of(const Dashboard& dashboard, const Texts& texts, LeverTab tab,
                                    const ParameterListState& state) {
  return tab == LeverTab::Levers ? lever_groups(dashboard, texts, state)
                                 : assumption_groups(dashboard, texts, state);
}

std::size_t changed_in(const std::vector<ControlGroup>& groups) {
  std::size_t changed = 0;
  for (const ControlGroup& group : groups) changed += group.changed;
  return changed;
}

void draw_search(LeversPanelState& panel, const Look& look, const Box& box) {
  ParameterListState& state = panel.list();
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::SetNextItemWidth(box.w);
  if (state.wants_search) ImGui::SetKeyboardFocusHere();
  state.wants_search = false;
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {look.px(9), look.px(5)});
  ImGui::InputTextWithHint("##search", look.texts("ui.levers.search").c_str(), &state.search,
                           ImGuiInputTextFlags_AutoSelectAll);
  ImGui::PopStyleVar();
  const bool goes_on = ImGui::IsItemActive() && (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Enter)) ||
                                                 ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_DownArrow)));
  if (ImGui::IsItemDeactivated() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) {
    state.search.clear();
  }
  if (state.search.empty()) return;
  const Box clear{box.right() - look.px(24), box.middle_y() - look.px(10), look.px(20), look.px(20)};
  ImGui::SetItemAllowOverlap();
  ImGui::SetCursorScreenPos({clear.x, clear.y});
  if (icon_button(look, "clear", Icon::Close, clear.w, look.texts("ui.levers.clear_search"), true))
    state.search.clear();
  if (goes_on) panel.has_keyboard = true;
}

/// How many are changed (a click shows only those), and the two resets by name.
void draw_changed_line(Dashboard& dashboard, LeversPanelState& panel, const Look& look, Box box,
                       std::size_t changed) {
  ParameterListState& state = panel.list();
  const std::string count = look.texts("ui.levers.changed", {std::to_string(changed)});
  const Box left = box.take_left(words_button_width(look, count));
  const bool can_filter = changed > 0 || state.only_changed;
  if (words_button(look, "changed", left, count,
                   state.only_changed ? ButtonStyle::Strong : ButtonStyle::Quiet, can_filter))
    state.only_changed = !state.only_changed;
  if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", look.texts("ui.levers.changed_tip").c_str());
  const Part part = panel.tab == LeverTab::Levers ? Part::Policy : Part::Assumptions;
  const bool is_locked = Session::is_locked(dashboard.session.active());
  for (const Mark mark : {Mark::Saved, Mark::Baseline}) {
    const char* words = mark == Mark::Saved ? "ui.levers.to_saved" : "ui.levers.to_baseline";
    const bool is_enabled =
        !is_locked && (mark == Mark::Saved ? dashboard.session.active_tab().is_modified() : changed > 0);
    const std::string text = look.texts(words);
    const Box place = box.take_right(std::min(box.w, words_button_width(look, text)));
    if (words_button(look, words, place, text, ButtonStyle::Quiet, is_enabled)) {
      edit(dashboard, Reset{mark, part, {}});
      dashboard.session.end_gesture();
    }
    if (ImGui::IsItemHovered()) {
      const char* tip = mark == Mark::Saved ? "ui.levers.to_saved_tip" : "ui.levers.to_baseline_tip";
      ImGui::SetTooltip("%s", look.texts(tip).c_str());
    }
  }
}

void draw_shared_assumptions(Dashboard& dashboard, const Look& look, Box box) {
  const float h = look.px(16);
  const Box place = box.take_right(look.px(30));
  const bool shares = dashboard.session.shares_assumptions();
  if (toggle(look, "shares", {place.x, place.middle_y() - h / 2, place.w, h}, shares))
    dashboard.session.set_shares_assumptions(!shares);
  Canvas canvas(look);
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::InvisibleButton("shares words", {std::max(1.0F, box.w), box.h});
  if (ImGui::IsItemHovered()) {
    ImGui::BeginTooltip();
    ImGui::PushTextWrapPos(look.px(360));
    ImGui::TextUnformatted(look.texts("ui.levers.shares_tip").c_str());
    ImGui::PopTextWrapPos();
    ImGui::EndTooltip();
  }
  canvas.text_in(look.fonts.body, box, look.theme.text_muted, look.texts("ui.levers.shares"));
}

void draw_heading(const Look& look, const Box& box, const ControlGroup& group, ParameterListState& state) {
  ImGui::SetCursorScreenPos({box.x, box.y});
  const bool is_folded = state.folded.contains(group.heading) && state.search.empty();
  if (ImGui::InvisibleButton(group.heading.c_str(), {box.w, box.h})) {
    if (is_folded) {
      state.folded.erase(group.heading);
    } else {
      state.folded.insert(group.heading);
    }
  }
  const bool is_hovered = ImGui::IsItemHovered();
  Canvas canvas(look);
  Box line = box;
  const float s = look.px(4);
  const Box fold = line.take_right(look.px(16));
  const float x = fold.middle_x();
  const float y = fold.middle_y();
  const auto ink = packed(is_hovered ? look.theme.text : look.theme.text_faint);
  if (is_folded) {
    canvas.list().AddTriangleFilled({x - s / 2, y - s}, {x + s / 2, y}, {x - s / 2, y + s}, ink);
  } else {
    canvas.list().AddTriangleFilled({x - s, y - s / 2}, {x + s, y - s / 2}, {x, y + s / 2}, ink);
  }
  if (group.changed > 0) {
    const std::string count = std::to_string(group.changed);
    const Box chip = line.take_right(text_width(look.fonts.small, count) + look.px(12));
    const float h = look.px(16);
    canvas.fill({chip.x, chip.middle_y() - h / 2, chip.w, h}, faded(look.theme.accent, 0.35), h / 2);
    canvas.text_in(look.fonts.small, chip, look.theme.scenario_text, count, Align::Middle);
  }
  canvas.text_in(look.fonts.strong, line, look.theme.scenario_text, group.heading);
  canvas.fill({box.x, box.bottom() - 1, box.w, 1}, look.theme.edge);
}

/// With a heading's room above it, since that of its group may be there.
void scroll_to(const Look& look, const Box& row, const Box& view) {
  const float top = view.y + look.px(heading_height);
  if (row.y < top) ImGui::SetScrollY(ImGui::GetScrollY() - (top - row.y));
  if (row.bottom() > view.bottom())
    ImGui::SetScrollY(ImGui::GetScrollY() + row.bottom() - view.bottom() + look.px(8));
}

/// Rows out of sight take their room and cost nothing.
void draw_rows(Dashboard& dashboard, const Look& look, const Box& view, std::vector<ControlGroup>& groups,
               ParameterListState& state) {
  const float inner = view.w - look.px(22);
  const float width = inner - look.px(8);
  const float heading = look.px(heading_height);
  const YearMonth start = dashboard.session.active_tab().now()->start;
  float y = ImGui::GetCursorScreenPos().y;
  const float x = view.x + look.px(14);
  const float top = y;
  bool is_anything_shown = false;
  for (const ControlGroup& group : groups) {
    if (group.rows.empty() && (!state.search.empty() || state.only_changed)) continue;
    draw_heading(look, {x, y, width, heading}, group, state);
    is_anything_shown = true;
    y += heading + look.px(8);
    if (state.folded.contains(group.heading) && state.search.empty()) continue;
    for (const ControlRow& row : group.rows) {
      const auto name = name_lines(look, row, start, width);
      const Box box{x, y, width, row_height(look, row, state, name.size())};
      if (box.bottom() > view.y && box.y < view.bottom())
        draw_parameter_row(dashboard, look, box, row, name, state);
      if (state.scrolls_to_selected && row.key == state.selected) {
        scroll_to(look, box, view);
        state.scrolls_to_selected = false;
      }
      y += box.h;
    }
    y += look.px(8);
  }
  if (!is_anything_shown) {
    Canvas canvas(look);
    canvas.text_in(look.fonts.body, {x, y, inner, look.px(40)}, look.theme.text_faint,
                   look.texts("ui.levers.none_found"), Align::Middle);
    y += look.px(40);
  }
  ImGui::SetCursorScreenPos({x, top});
  ImGui::Dummy({1, y - top});
}

}  // namespace

void draw_levers_panel(Dashboard& dashboard, const Box& box, const Look& look) {
  LeversPanelState& panel = dashboard.planner.levers;
  Box rest = box.inset(look.px(12), look.px(10), look.px(12), 0);
  const std::vector<std::string> names = {look.texts("ui.levers.tab"),
                                          look.texts("ui.levers.assumptions_tab")};
  if (const auto clicked =
          tab_row(look, "tabs", rest.take_top(look.px(28)), names, static_cast<std::size_t>(panel.tab)))
    panel.tab = static_cast<LeverTab>(*clicked);
  rest.take_top(look.px(8));
  ParameterListState& state = panel.list();
  auto groups = groups_of(dashboard, look.texts, panel.tab, state);
  draw_search(panel, look, rest.take_top(look.px(28)));
  rest.take_top(look.px(6));
  const Box changed_line = rest.take_top(look.px(26)).inset(-look.px(6), 0, -look.px(6), 0);
  draw_changed_line(dashboard, panel, look, changed_line, changed_in(groups));
  if (panel.tab == LeverTab::Assumptions) {
    rest.take_top(look.px(4));
    draw_shared_assumptions(dashboard, look, rest.take_top(look.px(26)));
  }
  rest.take_top(look.px(4));
  const Box view{box.x, rest.y, box.w, box.bottom() - rest.y - look.px(4)};
  ImGui::SetCursorScreenPos({view.x, view.y});
  ImGui::PushStyleVar(ImGuiStyleVar_ScrollbarSize, look.px(9));
  ImGui::BeginChild(panel.tab == LeverTab::Levers ? "levers" : "assumptions", {view.w, view.h}, false,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav);
  draw_rows(dashboard, look, view, groups, state);
  ImGui::EndChild();
  ImGui::PopStyleVar();
  if (ImGui::IsMouseReleased(ImGuiMouseButton_Left)) dashboard.session.end_gesture();
  if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    panel.has_keyboard = box.holds(mouse.x, mouse.y);
  }
}

bool take_lever_key(Dashboard& dashboard, const sf::Event::KeyEvent& key) {
  LeversPanelState& panel = dashboard.planner.levers;
  ParameterListState& state = panel.list();
  using Key = sf::Keyboard::Key;
  if (key.control && !key.shift && !key.alt && key.code == Key::F) {
    dashboard.shows_levers = true;
    state.wants_search = true;
    panel.has_keyboard = true;
    return true;
  }
  const bool is_here = panel.has_keyboard && dashboard.shows_levers && dashboard.texts != nullptr;
  if (!is_here || key.control || key.alt) return false;
  const auto groups = groups_of(dashboard, *dashboard.texts, panel.tab, state);
  if (key.code == Key::Escape) {
    panel.has_keyboard = false;
    // Where nothing in the list changes by it, Escape is meant for what lies beside.
    const bool was_selected = !state.selected.empty();
    state.selected.clear();
    return was_selected && dashboard.planner.page == Page::Pictures;
  }
  if (key.code == Key::Down || key.code == Key::Up) {
    dashboard.session.end_gesture();
    select_next(state, groups, key.code == Key::Down ? 1 : -1);
    return true;
  }
  const ControlRow* row = selected_row(state, groups);
  if (row == nullptr) return false;
  constexpr int many = 10;
  switch (key.code) {
    case Key::Left:
    case Key::Right:
      nudge(dashboard, *row, (key.code == Key::Right ? 1 : -1) * (key.shift ? many : 1));
      return true;
    case Key::Enter:
      begin_typing(state, *dashboard.texts, *row);
      return true;
    case Key::Delete:
      reset_row(dashboard, *row, Mark::Saved);
      return true;
    case Key::BackSpace:
      reset_row(dashboard, *row, Mark::Baseline);
      return true;
    default:
      return false;
  }
}

}  // namespace park::ui
