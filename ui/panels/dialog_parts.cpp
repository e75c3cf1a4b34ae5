// SPDX-License-Identifier: MIT
#include "panels/dialog_parts.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "panels/icons.hpp"

namespace park::ui {
namespace {

bool is_left_by_cross = false;

}  // namespace

bool begin_dialog(const char* id, const std::string& title, const Look& look, float width, float height) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const float margin = look.px(24);
  width = std::min(width, screen.x - margin);
  height = std::min(height, screen.y - margin);
  if (!ImGui::IsPopupOpen(id)) ImGui::OpenPopup(id);
  ImGui::SetNextWindowPos({std::round(screen.x / 2), std::round(screen.y / 2)}, ImGuiCond_Always,
                          {0.5F, 0.5F});
  ImGui::SetNextWindowSize({width, height});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(18), look.px(14)});
  const bool is_open = ImGui::BeginPopupModal(id, nullptr,
                                              ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                                  ImGuiWindowFlags_NoSavedSettings |
                                                  (height <= 0 ? ImGuiWindowFlags_AlwaysAutoResize : 0));
  ImGui::PopStyleVar();
  if (!is_open) return false;
  ImGui::PushFont(look.fonts.title);
  ImGui::TextUnformatted(title.c_str());
  ImGui::PopFont();
  const float cross = look.px(24);
  ImGui::SameLine(ImGui::GetWindowWidth() - cross - look.px(12));
  is_left_by_cross = icon_button(look, "leave", Icon::Close, cross, look.texts("ui.dialog.cancel"));
  ImGui::Dummy({0, look.px(4)});
  return true;
}

void end_dialog() { ImGui::EndPopup(); }

bool is_dialog_left() {
  return is_left_by_cross ||
         (!ImGui::IsAnyItemActive() && ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape), false));
}

void wrapped(Color color, const std::string& words, float width) {
  ImGui::PushStyleColor(ImGuiCol_Text, packed(color));
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

}  // namespace park::ui
