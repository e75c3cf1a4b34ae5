// SPDX-License-Identifier: MIT
#include <imgui.h>

#include "panels/dialog_parts.hpp"
#include "panels/guidance.hpp"

namespace park::ui {
namespace {

void begin_tour_if_first(Dashboard& dashboard) {
  dashboard.planner.has_looked_for_lost = true;
  if (dashboard.session.is_first_start()) dashboard.planner.tour_step = 0;
}

std::string name_of(const KeptFolder::Unsaved& unsaved, const std::optional<ScenarioTitle>& title,
                    const Look& look) {
  const std::string place =
      unsaved.file.empty() ? look.texts("ui.recover.never_saved") : unsaved.file.string();
  return title ? look.texts("ui.recover.entry", {look.texts.pick(title->zh, title->en), place}) : place;
}

}  // namespace

void draw_recovery(Dashboard& dashboard, const Look& look) {
  if (dashboard.planner.has_looked_for_lost) return;
  const auto lost = dashboard.session.left_behind();
  if (lost.empty()) {
    begin_tour_if_first(dashboard);
    return;
  }
  if (!begin_dialog("recover", look.texts("ui.recover.title"), look, look.px(560), 0)) return;
  wrapped(look.theme.text_muted, look.texts("ui.recover.words", {std::to_string(lost.size())}), look.px(520));
  auto& titles = dashboard.planner.lost_titles;
  while (titles.size() < lost.size()) titles.push_back(title_in(lost[titles.size()].kept));
  for (std::size_t i = 0; i < lost.size(); ++i)
    ImGui::BulletText("%s", name_of(lost[i], titles[i], look).c_str());
  ImGui::Dummy({0, look.px(4)});
  const bool is_taken = ImGui::Button(look.texts("ui.recover.open").c_str());
  ImGui::SameLine();
  const bool is_dropped = ImGui::Button(look.texts("ui.recover.discard").c_str());
  ImGui::SameLine();
  // Neither: it is offered again next time.
  const bool is_later = ImGui::Button(look.texts("ui.recover.later").c_str()) || is_dialog_left();
  if (is_taken) {
    const Problems problems = dashboard.session.recover();
    if (!problems.empty()) dashboard.planner.problems = {problems.front().file, problems, true};
  }
  if (is_dropped) dashboard.session.discard_left_behind();
  if (is_taken || is_dropped || is_later) {
    dashboard.planner.has_looked_for_lost = true;
    ImGui::CloseCurrentPopup();
  }
  end_dialog();
}

}  // namespace park::ui
