// SPDX-License-Identifier: MIT
#include <imgui.h>

#include <array>
#include <cmath>

#include "panels/dialog_parts.hpp"
#include "panels/guidance.hpp"

namespace park::ui {
namespace {

/// What each step is about, in the order in which a planner works.
Box lit_part(int step, const ShellLayout& layout) {
  const Box& first = layout.cards.front();
  const Box& last = layout.cards.back();
  const std::array<Box, tour_steps> parts = {layout.levers.w > 0 ? layout.levers : layout.slots.front().box,
                                             Box{first.x, first.y, last.right() - first.x, first.h},
                                             layout.slots.front().box, layout.time_bar, layout.top_bar};
  return parts[static_cast<std::size_t>(step)];
}

/// Everything but the part goes dark.
void draw_shade(ImDrawList& list, const Box& part, const Look& look) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  const std::uint32_t shade = packed(faded(rgb(0x000000), 0.55));
  list.PushClipRectFullScreen();
  list.AddRectFilled({0, 0}, {screen.x, part.y}, shade);
  list.AddRectFilled({0, part.bottom()}, screen, shade);
  list.AddRectFilled({0, part.y}, {part.x, part.bottom()}, shade);
  list.AddRectFilled({part.right(), part.y}, {screen.x, part.bottom()}, shade);
  list.AddRect({part.x, part.y}, {part.right(), part.bottom()}, packed(look.theme.scenario), look.px(7), 0,
               look.px(2));
  list.PopClipRect();
}

/// The bubble's own ground, over the shade.
void draw_ground(ImDrawList& list, const Look& look) {
  const ImVec2 from = ImGui::GetWindowPos();
  const ImVec2 size = ImGui::GetWindowSize();
  const ImVec2 to{from.x + size.x, from.y + size.y};
  list.AddRectFilled(from, to, packed(look.theme.panel), look.px(8));
  list.AddRect(from, to, packed(look.theme.edge), look.px(8));
}

/// Beside the part where there is room, else in its middle.
ImVec2 bubble_place(const Box& part, float width, float height, float gap) {
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  float x = std::clamp(part.middle_x() - width / 2, gap, std::max(gap, screen.x - width - gap));
  float y = part.bottom() + gap;
  if (part.right() + width + 2 * gap < screen.x && part.h > height) {
    x = part.right() + gap;
    y = std::min(part.y + 4 * gap, screen.y - height - gap);
  } else if (y + height > screen.y) {
    y = part.y - height - gap;
    if (y < 0) y = part.middle_y() - height / 2;
  }
  return {std::round(x), std::round(y)};
}

enum class Turn : std::uint8_t { Stay, Back, On, End };

Turn draw_bubble(int step, const Look& look) {
  const std::string number = std::to_string(step + 1);
  ImGui::TextColored(ImGui::ColorConvertU32ToFloat4(packed(look.theme.text_faint)), "%s / %d", number.c_str(),
                     tour_steps);
  ImGui::PushFont(look.fonts.title);
  ImGui::TextUnformatted(look.texts("ui.tour.title" + number).c_str());
  ImGui::PopFont();
  wrapped(look.theme.text, look.texts("ui.tour.words" + number), look.px(340));
  ImGui::Dummy({0, look.px(4)});
  Turn turn = Turn::Stay;
  const bool is_last = step + 1 == tour_steps;
  if (ImGui::Button(look.texts(is_last ? "ui.tour.done" : "ui.tour.next").c_str())) turn = Turn::On;
  ImGui::SameLine();
  if (step > 0 && ImGui::Button(look.texts("ui.tour.back").c_str())) turn = Turn::Back;
  if (step > 0) ImGui::SameLine();
  if (!is_last && ImGui::Button(look.texts("ui.tour.skip").c_str())) turn = Turn::End;
  const auto is_key = [](ImGuiKey key) { return ImGui::IsKeyPressed(ImGui::GetKeyIndex(key), false); };
  if (is_key(ImGuiKey_Escape)) turn = Turn::End;
  if (is_key(ImGuiKey_RightArrow) || is_key(ImGuiKey_Enter)) turn = Turn::On;
  if (is_key(ImGuiKey_LeftArrow) && step > 0) turn = Turn::Back;
  return turn;
}

}  // namespace

void draw_tour(Dashboard& dashboard, const Look& look, const ShellLayout& layout) {
  std::optional<int>& step = dashboard.planner.tour_step;
  if (!step) return;
  // Not a modal popup: those shade everything, the part that is lit too.
  constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoSavedSettings |
                                     ImGuiWindowFlags_NoNav;
  const Box part = lit_part(*step, layout);
  const ImVec2 screen = ImGui::GetIO().DisplaySize;
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(screen);
  // Not while a button is held: it would lose the mouse, and never be clicked.
  if (!ImGui::IsAnyItemActive()) ImGui::SetNextWindowFocus();
  if (ImGui::Begin("tour shade", nullptr, flags)) {
    draw_shade(*ImGui::GetWindowDrawList(), part, look);
    ImGui::SetCursorScreenPos({0, 0});
    ImGui::InvisibleButton("nothing below can be hit", screen);
  }
  ImGui::End();
  const float width = look.px(380);
  ImGui::SetNextWindowPos(bubble_place(part, width, look.px(190), look.px(14)));
  ImGui::SetNextWindowSize({width, 0});
  ImGui::SetNextWindowFocus();
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(18), look.px(14)});
  if (ImGui::Begin("tour", nullptr, flags | ImGuiWindowFlags_AlwaysAutoResize)) {
    draw_ground(*ImGui::GetWindowDrawList(), look);
    const Turn turn = draw_bubble(*step, look);
    if (turn == Turn::On) ++*step;
    if (turn == Turn::Back) --*step;
    if (turn == Turn::End || *step == tour_steps) {
      step.reset();
      dashboard.session.remember_started();
    }
  }
  ImGui::End();
  ImGui::PopStyleVar();
}

}  // namespace park::ui
