// SPDX-License-Identifier: MIT
#include <imgui.h>

#include "panels/dialog_parts.hpp"
#include "panels/file_dialog.hpp"
#include "study/words/problem_words.hpp"

namespace park::ui {
namespace {

void draw_table(const Problems& problems, const Look& look, float height) {
  constexpr ImGuiTableFlags flags = ImGuiTableFlags_ScrollY | ImGuiTableFlags_RowBg |
                                    ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_SizingStretchProp;
  if (!ImGui::BeginTable("problems", 4, flags, {0, height})) return;
  ImGui::TableSetupScrollFreeze(0, 1);
  for (const auto& [words, weight] : {std::pair("ui.problems.file", 2.0F),
                                      {"ui.problems.place", 2.6F},
                                      {"ui.problems.expected", 3.4F},
                                      {"ui.problems.got", 2.6F}}) {
    ImGui::TableSetupColumn(look.texts(words).c_str(), ImGuiTableColumnFlags_WidthStretch, weight);
  }
  ImGui::TableHeadersRow();
  for (const Problem& problem : problems) {
    ImGui::TableNextRow();
    const std::string file = std::filesystem::path(problem.file).filename().string();
    for (const std::string* cell : {&file, &problem.pointer, &problem.expected, &problem.got}) {
      ImGui::TableNextColumn();
      ImGui::TextWrapped("%s", cell->c_str());
    }
  }
  ImGui::EndTable();
}

/// In the language of the window, put into words when they or the language are new.
const Problems& told(ProblemsDialogState& state, const Texts& texts) {
  if (!state.told.empty() && state.told_in == texts.language()) return state.told;
  state.told_in = texts.language();
  state.told = told_in(texts, state.problems);
  return state.told;
}

}  // namespace

void draw_problems_dialog(Dashboard& dashboard, const Look& look) {
  ProblemsDialogState& state = dashboard.planner.problems;
  if (state.problems.empty()) return;
  const float height = std::min(look.px(480), ImGui::GetIO().DisplaySize.y - look.px(40));
  const std::string count = std::to_string(state.problems.size());
  if (!begin_dialog("problems", look.texts("ui.problems.title", {count}), look, look.px(960), height)) return;
  wrapped(look.theme.text_muted, look.texts("ui.problems.untouched", {state.file}), look.px(900));
  ImGui::Dummy({0, look.px(2)});
  draw_table(told(state, look.texts), look, ImGui::GetContentRegionAvail().y - look.px(42));
  const bool is_copied = ImGui::Button(look.texts("ui.problems.copy").c_str());
  if (is_copied) {
    std::string all;
    for (const Problem& problem : told(state, look.texts)) all += problem_line(look.texts, problem) + "\n";
    ImGui::SetClipboardText(all.c_str());
  }
  ImGui::SameLine();
  const bool is_done = ImGui::Button(look.texts("ui.problems.close").c_str());
  if (is_done || is_dialog_left()) {
    state.problems.clear();
    state.told.clear();
    ImGui::CloseCurrentPopup();
  }
  end_dialog();
}

}  // namespace park::ui
