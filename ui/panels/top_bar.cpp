// SPDX-License-Identifier: MIT
#include "panels/top_bar.hpp"

#include <imgui.h>

#include <array>

#include "charts/canvas.hpp"
#include "panels/actions.hpp"
#include "panels/icons.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {
namespace {

/// Buttons beside the menu, the last one the first to give way.
constexpr std::array<Action, 8> buttons = {Action::Undo,         Action::Redo,
                                           Action::SaveScenario, Action::ShowClauses,
                                           Action::ShowCompare,  Action::ShowBottlenecks,
                                           Action::ExportWindow, Action::SwitchLanguage};

/// A button of our own look at the cursor; `is_on` fills it with the accent.
bool text_button(const Look& look, const char* id, const std::string& words, ImVec2 size, bool is_enabled) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool is_clicked = ImGui::InvisibleButton(id, size) && is_enabled;
  const bool is_hovered = ImGui::IsItemHovered() && is_enabled;
  Canvas canvas(look);
  const Box box{at.x, at.y, size.x, size.y};
  if (is_hovered) canvas.fill(box, look.theme.field_hover, look.px(5));
  canvas.outline(box, look.theme.edge, look.px(5));
  canvas.text_in(look.fonts.body, box, is_enabled ? look.theme.text : look.theme.text_faint, words,
                 Align::Middle);
  return is_clicked;
}

float button_width(const Look& look, Action action) {
  return text_width(look.fonts.body, look.texts(words_of(action))) + look.px(22);
}

void draw_buttons(Dashboard& dashboard, Box& bar, const Look& look) {
  const float height = look.px(30);
  const float y = std::round(bar.middle_y() - height / 2);
  Box menu = bar.take_right(look.px(40));
  ImGui::SetCursorScreenPos({menu.x, y});
  if (icon_button(look, "menu", Icon::More, height, look.texts("ui.bar.menu"))) ImGui::OpenPopup("menu");
  ImGui::SetNextWindowPos({menu.right(), y + height + look.px(4)}, ImGuiCond_Always, {1, 0});
  if (ImGui::BeginPopup("menu")) {
    draw_action_menu(dashboard, look);
    ImGui::EndPopup();
  }
  // Tabs keep at least this much.
  const float kept = look.px(300);
  float total = 0;
  std::size_t count = 0;
  for (const Action action : buttons) {
    total += button_width(look, action) + look.px(6);
    if (total > bar.w - kept) break;
    ++count;
  }
  for (std::size_t i = count; i-- > 0;) {
    const float width = button_width(look, buttons[i]);
    bar.take_right(look.px(6));
    const Box place = bar.take_right(width);
    ImGui::SetCursorScreenPos({place.x, y});
    if (text_button(look, words_of(buttons[i]), look.texts(words_of(buttons[i])), {width, height},
                    can_do(dashboard, buttons[i])))
      carry_out(dashboard, buttons[i]);
    if (ImGui::IsItemHovered()) ImGui::SetTooltip("%s", tooltip_of(buttons[i], look.texts).c_str());
  }
}

struct TabPlace {
  Box box;
  bool shows_close = false;
};

/// What the mouse asked of a tab.
enum class TabWish : std::uint8_t { Nothing, Activate, Rename, Close };

/// The file behind a tab and what its scenario asks.
void draw_tab_tip(const EditedScenario& tab, bool is_locked, const Box& box, const Look& look) {
  const std::string about(look.texts.pick(tab.now()->about_zh, tab.now()->about_en));
  ImGui::SetNextWindowSize({look.px(380), 0});
  ImGui::SetNextWindowPos({box.x, box.bottom() + look.px(6)});
  ImGui::BeginTooltip();
  ImGui::TextWrapped("%s", tab.file().empty() ? look.texts("ui.bar.no_file").c_str() : tab.file().c_str());
  ImGui::TextWrapped("%s", about.c_str());
  if (!is_locked) ImGui::TextDisabled("%s", look.texts("ui.rename.tab_tip").c_str());
  ImGui::EndTooltip();
}

/// What a tab that can be closed shows at its right end: a cross under the mouse, else a dot if it is not
/// saved.
bool is_closed_by_its_mark(const EditedScenario& tab, Box mark, bool is_hovered, Color ink,
                           const Look& look) {
  if (is_hovered) {
    ImGui::SetCursorScreenPos({mark.x - look.px(3), mark.middle_y() - look.px(10)});
    return icon_button(look, "close", Icon::Close, look.px(20), look.texts("ui.bar.close_tab"));
  }
  Canvas canvas(look);
  if (tab.is_modified()) canvas.dot(mark.middle_x(), mark.middle_y(), look.px(3.5F), ink);
  return false;
}

TabWish draw_tab(const Session& session, std::size_t place, const Box& box, const Look& look) {
  const bool is_active = session.active() == place;
  const EditedScenario& tab = session.tab(place);
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::PushID(static_cast<int>(place));
  ImGui::SetItemAllowOverlap();
  const bool is_clicked = ImGui::InvisibleButton("tab", {box.w, box.h});
  ImGui::SetItemAllowOverlap();
  const bool is_hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenOverlapped);
  const bool is_middle = is_hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Middle);
  Canvas canvas(look);
  canvas.fill(box,
              is_active    ? look.theme.accent
              : is_hovered ? look.theme.field_hover
                           : look.theme.field,
              look.px(5));
  const Color ink = is_active ? look.theme.on_accent : look.theme.text_muted;
  Box text = box.inset(look.px(12), 0, look.px(10), 0);
  TabWish wish = is_clicked ? TabWish::Activate : TabWish::Nothing;
  if (!Session::is_locked(place)) {
    if (is_hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) wish = TabWish::Rename;
    const Box mark = text.take_right(look.px(14));
    if (is_closed_by_its_mark(tab, mark, is_hovered, ink, look)) wish = TabWish::Close;
  }
  std::string label = label_of(*tab.now(), look.texts);
  if (Session::is_locked(place)) label = look.texts("ui.bar.baseline_tab", {label});
  canvas.text_in(look.fonts.body, text, ink, label, Align::Middle);
  if (is_hovered && wish == TabWish::Nothing && !ImGui::IsAnyItemActive())
    draw_tab_tip(tab, Session::is_locked(place), box, look);
  ImGui::PopID();
  return is_middle && !Session::is_locked(place) ? TabWish::Close : wish;
}

void draw_tabs(Dashboard& dashboard, Box bar, const Look& look) {
  Session& session = dashboard.session;
  const float height = look.px(32);
  const float gap = look.px(6);
  const float add = look.px(34);
  const auto count = static_cast<float>(session.tab_count());
  const float widest = std::min(look.px(200), (bar.w - add) / count - gap);
  TabWish wish = TabWish::Nothing;
  std::size_t wished = 0;
  for (std::size_t place = 0; place < session.tab_count(); ++place) {
    std::string label = label_of(*session.tab(place).now(), look.texts);
    if (Session::is_locked(place)) label = look.texts("ui.bar.baseline_tab", {label});
    const float width = std::min(widest, text_width(look.fonts.body, label) + look.px(40));
    Box box = bar.take_left(std::max(1.0F, std::round(width)));
    bar.take_left(gap);
    const TabWish one =
        draw_tab(session, place, {box.x, std::round(bar.middle_y() - height / 2), box.w, height}, look);
    if (one == TabWish::Nothing) continue;
    wish = one;
    wished = place;
  }
  ImGui::SetCursorScreenPos({bar.x, std::round(bar.middle_y() - height / 2)});
  if (icon_button(look, "add", Icon::Add, height, look.texts("ui.bar.copy_tab")))
    carry_out(dashboard, Action::CopyScenario);
  if (wish == TabWish::Activate || wish == TabWish::Rename) session.activate(wished);
  if (wish == TabWish::Rename) carry_out(dashboard, Action::RenameScenario);
  if (wish == TabWish::Close) close_tab(dashboard, wished);
}

}  // namespace

void draw_top_bar(Dashboard& dashboard, const Box& box, const Look& look) {
  Canvas canvas(look);
  canvas.fill({box.x, box.bottom() - 1, box.w, 1}, look.theme.edge);
  Box bar = box.inset(look.px(16), 0, look.px(8), 0);
  const ImFont* font = look.fonts.title;
  const float width =
      canvas.text(font, bar.x, bar.middle_y() - font->FontSize / 2, look.theme.text, look.texts("ui.name"));
  bar.take_left(width + look.px(18));
  draw_buttons(dashboard, bar, look);
  draw_tabs(dashboard, bar.inset(0, 0, look.px(8), 0), look);
}

}  // namespace park::ui
