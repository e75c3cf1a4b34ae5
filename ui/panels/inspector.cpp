// SPDX-License-Identifier: MIT
#include "panels/inspector.hpp"

#include <imgui.h>

#include <algorithm>

#include "panels/dashboard.hpp"
#include "panels/icons.hpp"
#include "panels/inspector_card.hpp"

namespace park::ui {
namespace {

bool has_card(const InspectorWishes& wishes) {
  if (wishes.target.kind != MapTarget::Kind::Plant) return wishes.target.kind != MapTarget::Kind::Nothing;
  return wishes.target.index < wishes.chronicle->plants().size();
}

void fill(Card& card, const MapTarget& target) {
  switch (target.kind) {
    case MapTarget::Kind::Plant:
      fill_firm_card(card, target.index);
      break;
    case MapTarget::Kind::Block:
      fill_block_card(card, target.index);
      break;
    case MapTarget::Kind::Parcel:
      fill_parcel_card(card, target.index);
      break;
    case MapTarget::Kind::Feature:
      fill_feature_card(card, target.index);
      break;
    case MapTarget::Kind::Team:
      fill_team_card(card, static_cast<Region>(target.index));
      break;
    case MapTarget::Kind::Nothing:
      break;
  }
}

}  // namespace

const ParkPicture& Card::picture() const { return chronicle().at(wishes_.dashboard.time.month()); }
const Texts& Card::texts() const { return wishes_.look.texts; }
const Theme& Card::theme() const { return wishes_.look.theme; }

void Card::title(const std::string& words) const {
  ImGui::PushFont(look().fonts.title);
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width_ - look().px(26));
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopFont();
}

void Card::faint(const std::string& words) const {
  ImGui::PushFont(look().fonts.small);
  body(words, theme().text_muted);
  ImGui::PopFont();
}

void Card::body(const std::string& words, Color color) const {
  ImGui::PushStyleColor(ImGuiCol_Text, packed(color));
  ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width_);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopTextWrapPos();
  ImGui::PopStyleColor();
}

void Card::heading(const std::string& words) const {
  space(6);
  ImGui::PushFont(look().fonts.strong);
  ImGui::TextUnformatted(words.c_str());
  ImGui::PopFont();
}

void Card::row(const std::string& name, const std::string& value) const {
  ImGui::PushStyleColor(ImGuiCol_Text, packed(theme().text_muted));
  ImGui::TextUnformatted(name.c_str());
  ImGui::PopStyleColor();
  const float wide = text_width(look().fonts.body, value);
  const float left = width_ - wide;
  if (left > text_width(look().fonts.body, name) + look().px(8)) {
    ImGui::SameLine(ImGui::GetStyle().WindowPadding.x + left);
    ImGui::TextUnformatted(value.c_str());
  } else {
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width_);
    ImGui::TextUnformatted(value.c_str());
    ImGui::PopTextWrapPos();
  }
}

void Card::chip(const std::string& words, Color color, bool stays_on_line) const {
  if (stays_on_line) ImGui::SameLine(0, look().px(6));
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Box box{at.x, at.y, text_width(look().fonts.small, words) + look().px(14), look().px(20)};
  Canvas canvas(look());
  canvas.fill(box, color, look().px(4));
  const Color on =
      contrast(color, rgb(0x10151B)) > contrast(color, rgb(0xFFFFFF)) ? rgb(0x10151B) : rgb(0xFFFFFF);
  canvas.text_in(look().fonts.small, box, on, words, Align::Middle);
  ImGui::Dummy({box.w, box.h});
}

void Card::shares(const std::vector<Part>& parts) const {
  double all = 0;
  for (const Part& part : parts) all += part.amount;
  if (all <= 0) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  Box box{at.x, at.y, width_, look().px(12)};
  Canvas canvas(look());
  for (const Part& part : parts) {
    canvas.fill(box.take_left(static_cast<float>(part.amount / all) * width_), part.color);
  }
  ImGui::Dummy({width_, look().px(12)});
  for (const Part& part : parts) {
    if (part.amount / all < 0.001) continue;
    const ImVec2 line = ImGui::GetCursorScreenPos();
    const float mark = look().px(9);
    canvas.fill({line.x, line.y + (ImGui::GetTextLineHeight() - mark) / 2, mark, mark}, part.color,
                look().px(2));
    ImGui::SetCursorScreenPos({line.x + mark + look().px(6), line.y});
    ImGui::TextUnformatted(part.words.c_str());
  }
}

void Card::link(const std::string& words, const MapTarget& target, Color dot) {
  ImGui::PushID(links_++);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float height = ImGui::GetTextLineHeight();
  const std::string shown = shortened(look().fonts.body, words, width_ - look().px(16));
  if (ImGui::Selectable("##link", false, 0, {width_, height})) answer_.wanted = target;
  Canvas canvas(look());
  canvas.dot(at.x + look().px(5), at.y + height / 2, look().px(3.5F), dot);
  canvas.text(look().fonts.body, at.x + look().px(15), at.y, theme().scenario_text, shown);
  ImGui::PopID();
}

void Card::bar(const std::string& words, double share, const std::string& amount, Color color) const {
  row(words, amount);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const Box box{at.x, at.y - look().px(2), width_, look().px(5)};
  Canvas canvas(look());
  canvas.fill(box, theme().field, look().px(2));
  canvas.fill({box.x, box.y, box.w * static_cast<float>(std::clamp(share, 0.0, 1.0)), box.h}, color,
              look().px(2));
  ImGui::Dummy({width_, look().px(5)});
}

void Card::space(float pixels) const { ImGui::Dummy({0, look().px(pixels)}); }

InspectorAnswer draw_inspector(const InspectorWishes& wishes, const Box& map) {
  InspectorAnswer answer;
  if (!has_card(wishes)) return answer;
  const Look& look = wishes.look;
  const float margin = look.px(10);
  const float width = std::min(look.px(inspector_width), map.w - 2 * margin);
  const float top = map.y + margin;
  const float height = std::min(map.h - 2 * margin, look.px(560));
  if (width < look.px(160) || height < look.px(80)) return answer;
  ImGui::SetCursorScreenPos({map.right() - margin - width, top});
  ImGui::PushStyleColor(ImGuiCol_ChildBg, packed(faded(look.theme.panel, 0.95)));
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {look.px(12), look.px(10)});
  ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {look.px(6), look.px(3)});
  if (ImGui::BeginChild("inspector", {width, height}, true)) {
    // The close button first, so that the title can wrap beside it.
    const ImVec2 at = ImGui::GetCursorPos();
    ImGui::SetCursorPos({width - look.px(34), look.px(8)});
    if (icon_button(look, "close", Icon::Close, look.px(22), look.texts("ui.inspector.close"), true)) {
      answer.is_closed = true;
    }
    ImGui::SetCursorPos(at);
    int* shown = ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("target"));
    const int target = static_cast<int>(wishes.target.index) * 8 + static_cast<int>(wishes.target.kind);
    if (*shown != target) ImGui::SetScrollY(0);  // another card is read from its beginning
    *shown = target;
    Card card(wishes, answer, width - 2 * look.px(12) - look.px(8));
    fill(card, wishes.target);
  }
  ImGui::EndChild();
  ImGui::PopStyleVar(2);
  ImGui::PopStyleColor();
  return answer;
}

}  // namespace park::ui
