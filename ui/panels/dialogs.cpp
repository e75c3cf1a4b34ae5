// SPDX-License-Identifier: MIT
#include "panels/dialogs.hpp"

#include <imgui.h>

#include "panels/actions.hpp"
#include "panels/shown_futures.hpp"

namespace park::ui {
namespace {

std::string unsaved_labels(const Session& session, const Texts& texts) {
  std::string labels;
  for (std::size_t place = 0; place < session.tab_count(); ++place) {
    if (!session.tab(place).is_modified()) continue;
    if (!labels.empty()) labels += texts("ui.dialog.and");
    labels += label_of(*session.tab(place).now(), texts);
  }
  return labels;
}

enum class Answer : std::uint8_t { None, Save, Discard, Cancel };

/// A question in the middle of the window; Enter does nothing, Escape cancels, so that nothing is lost by
/// mistake.
Answer ask(const char* id, const std::string& words, const Look& look) {
  Answer answer = Answer::None;
  const ImVec2 size = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({size.x / 2, size.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
  if (!ImGui::BeginPopupModal(id, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_AlwaysAutoResize))
    return answer;
  ImGui::PushTextWrapPos(look.px(420));
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
  ImGui::Dummy({0, look.px(6)});
  if (ImGui::Button(look.texts("ui.dialog.save").c_str())) answer = Answer::Save;
  ImGui::SameLine();
  if (ImGui::Button(look.texts("ui.dialog.discard").c_str())) answer = Answer::Discard;
  ImGui::SameLine();
  if (ImGui::Button(look.texts("ui.dialog.cancel").c_str()) ||
      ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)))
    answer = Answer::Cancel;
  if (answer != Answer::None) ImGui::CloseCurrentPopup();
  ImGui::EndPopup();
  return answer;
}

/// True if it now stands in a file; else the dialog for one that has none is open, or it was said what is
/// wrong.
bool save_tab(Dashboard& dashboard, std::size_t place) {
  dashboard.session.activate(place);
  carry_out(dashboard, Action::SaveScenario);
  return !dashboard.session.tab(place).is_modified();
}

bool save_all(Dashboard& dashboard) {
  for (std::size_t place = 0; place < dashboard.session.tab_count(); ++place) {
    if (dashboard.session.tab(place).is_modified() && !save_tab(dashboard, place)) return false;
  }
  return true;
}

void ask_about_tab(Dashboard& dashboard, const Look& look) {
  if (!dashboard.tab_to_close) return;
  const auto place = dashboard.session.tab_of(*dashboard.tab_to_close);
  if (!place) {
    dashboard.tab_to_close.reset();
    return;
  }
  if (!ImGui::IsPopupOpen("close tab")) ImGui::OpenPopup("close tab");
  const std::string label = label_of(*dashboard.session.tab(*place).now(), look.texts);
  const Answer answer = ask("close tab", look.texts("ui.dialog.close_tab", {label}), look);
  if (answer == Answer::None) return;
  dashboard.tab_to_close.reset();
  const bool is_done = answer == Answer::Discard || (answer == Answer::Save && save_tab(dashboard, *place));
  if (is_done) dashboard.session.close(*place);
}

void ask_about_window(Dashboard& dashboard, const Look& look) {
  if (!dashboard.wants_to_close) return;
  const std::string labels = unsaved_labels(dashboard.session, look.texts);
  if (labels.empty()) {
    dashboard.is_closing = true;
    return;
  }
  if (!ImGui::IsPopupOpen("close window")) ImGui::OpenPopup("close window");
  const Answer answer = ask("close window", look.texts("ui.dialog.close_window", {labels}), look);
  if (answer == Answer::None) return;
  dashboard.wants_to_close = false;
  dashboard.is_closing = answer == Answer::Discard || (answer == Answer::Save && save_all(dashboard));
}

}  // namespace

void draw_dialogs(Dashboard& dashboard, const Look& look) {
  ask_about_tab(dashboard, look);
  ask_about_window(dashboard, look);
}

}  // namespace park::ui
