// SPDX-License-Identifier: MIT
#include <imgui.h>

#include <array>
#include <utility>

#include "panels/actions.hpp"
#include "panels/dialog_parts.hpp"
#include "panels/guidance.hpp"

namespace park::ui {
namespace {

using Row = std::pair<std::string, std::string>;  ///< keys, what they do

std::vector<Row> rows_of(const Look& look) {
  std::vector<Row> rows;
  for (std::size_t i = 0; i < static_cast<std::size_t>(Action::Count); ++i) {
    const auto action = static_cast<Action>(i);
    // Its button names the other language alone.
    const char* words = action == Action::SwitchLanguage ? "ui.keys.language" : words_of(action);
    if (!keys_of(action).empty()) rows.emplace_back(keys_of(action), look.texts(words));
  }
  constexpr std::array<std::pair<const char*, const char*>, 8> further = {{
      {"1 – 9", "ui.keys.picture"},
      {"Ctrl+F", "ui.keys.search"},
      {"↑ ↓", "ui.keys.select"},
      {"← →", "ui.keys.nudge"},
      {"Shift+← →", "ui.keys.nudge_far"},
      {"Enter", "ui.keys.type"},
      {"Delete / Backspace", "ui.keys.reset"},
      {"Esc", "ui.keys.leave"},
  }};
  for (const auto& [keys, words] : further) rows.emplace_back(keys, look.texts(words));
  return rows;
}

}  // namespace

void draw_key_list(Dashboard& dashboard, const Look& look) {
  if (!dashboard.planner.shows_keys) return;
  if (!begin_dialog("keys", look.texts("ui.keys.title"), look, look.px(820), 0)) return;
  const std::vector<Row> rows = rows_of(look);
  const std::size_t half = (rows.size() + 1) / 2;
  if (ImGui::BeginTable("keys", 4, ImGuiTableFlags_SizingStretchProp)) {
    for (const float weight : {1.3F, 3.0F, 1.3F, 3.0F})
      ImGui::TableSetupColumn("", ImGuiTableColumnFlags_WidthStretch, weight);
    for (std::size_t i = 0; i < half; ++i) {
      for (const std::size_t place : {i, i + half}) {
        ImGui::TableNextColumn();
        if (place < rows.size())
          ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(packed(look.theme.scenario_text)), "%s",
                             rows[place].first.c_str());
        ImGui::TableNextColumn();
        if (place < rows.size()) ImGui::TextUnformatted(rows[place].second.c_str());
      }
    }
    ImGui::EndTable();
  }
  // The stroke that opened the list is still down in its first frame.
  const bool is_f1 = !ImGui::IsWindowAppearing() && ImGui::IsKeyPressed(sf::Keyboard::F1, false);
  if (is_dialog_left() || is_f1) {
    dashboard.planner.shows_keys = false;
    ImGui::CloseCurrentPopup();
  }
  end_dialog();
}

}  // namespace park::ui
