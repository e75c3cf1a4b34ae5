// SPDX-License-Identifier: MIT
#include "panels/rename_dialog.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include "panels/dialog_parts.hpp"
#include "panels/edits.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {

void ask_for_name(Dashboard& dashboard) {
  if (dashboard.texts == nullptr) return;
  dashboard.planner.rename = {true, label_of(*dashboard.session.active_tab().now(), *dashboard.texts)};
}

void draw_rename_dialog(Dashboard& dashboard, const Look& look) {
  RenameDialogState& state = dashboard.planner.rename;
  if (!state.is_open) return;
  if (!begin_dialog("rename", look.texts("ui.rename.title"), look, look.px(420), 0)) return;
  if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
  ImGui::SetNextItemWidth(look.px(300));
  bool is_done = ImGui::InputText("##name", &state.name,
                                  ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  ImGui::SameLine();
  is_done = ImGui::Button(look.texts("ui.rename.done").c_str(), {look.px(76), 0}) || is_done;
  bool is_left = is_dialog_left();
  if (is_done) {
    // A person gives one name; the other language has no better one.
    const Problems problems = dashboard.session.apply(SetLabels{state.name, state.name});
    dashboard.session.end_gesture();
    say(dashboard, problems);
    is_left = is_left || problems.empty();
  }
  if (is_left) {
    state.is_open = false;
    ImGui::CloseCurrentPopup();
  }
  end_dialog();
}

}  // namespace park::ui
