// SPDX-License-Identifier: MIT
#include "panels/controls.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>
#include <cmath>

#include "panels/icons.hpp"

namespace park::ui {
namespace {

/// An invisible thing for the mouse to hit, at a place of its own.
bool hit(const char* id, const Box& box) {
  ImGui::SetCursorScreenPos({box.x, box.y});
  return ImGui::InvisibleButton(id, {std::max(1.0F, box.w), std::max(1.0F, box.h)});
}

float place_on(const Box& track, SliderRange range, double value) {
  const double length = range.max - range.min;
  const double share = length > 0 ? std::clamp((value - range.min) / length, 0.0, 1.0) : 0;
  return track.x + track.w * static_cast<float>(share);
}

void draw_marks(Canvas& canvas, const Box& track, SliderRange range, const SliderMarks& marks) {
  const float y = track.middle_y();
  const float h = canvas.px(6);
  if (std::isfinite(marks.baseline)) {
    const float x = std::round(place_on(track, range, marks.baseline));
    canvas.fill({x - canvas.px(1), y - h, canvas.px(2), 2 * h}, canvas.theme().baseline);
  }
  if (std::isfinite(marks.saved)) {
    const float x = place_on(track, range, marks.saved);
    const float w = canvas.px(4);
    const float top = y + canvas.px(4);
    canvas.list().AddTriangleFilled({x, top}, {x + w, top + w}, {x - w, top + w},
                                    packed(canvas.theme().text_muted));
  }
}

}  // namespace

std::optional<double> slider(const Look& look, const char* id, const Box& box, SliderRange range,
                             double value, const SliderMarks& marks) {
  const float knob = look.px(6.5F);
  const Box track = box.inset(knob, 0, knob, 0);
  hit(id, box);
  const bool is_active = ImGui::IsItemActive();
  const bool is_hovered = ImGui::IsItemHovered();
  std::optional<double> moved;
  if (is_active) {
    const float share =
        std::clamp((ImGui::GetIO().MousePos.x - track.x) / std::max(1.0F, track.w), 0.0F, 1.0F);
    moved = range.min + static_cast<double>(share) * (range.max - range.min);
    value = *moved;
  }
  Canvas canvas(look);
  const float y = track.middle_y();
  const float x = place_on(track, range, value);
  const float half = look.px(2);
  canvas.fill({track.x, y - half, track.w, 2 * half}, look.theme.field_hover, half);
  canvas.fill({track.x, y - half, x - track.x, 2 * half}, look.theme.accent, half);
  draw_marks(canvas, track, range, marks);
  canvas.dot(x, y, knob,
             is_active || is_hovered ? look.theme.text : mixed(look.theme.text, look.theme.text_muted, 0.35));
  return moved;
}

bool toggle(const Look& look, const char* id, const Box& box, bool is_on) {
  const bool is_clicked = hit(id, box);
  const bool is_hovered = ImGui::IsItemHovered();
  Canvas canvas(look);
  const float r = box.h / 2;
  const Color off = is_hovered ? look.theme.text_faint : look.theme.edge;
  canvas.fill(box, is_on ? (is_hovered ? look.theme.accent_hover : look.theme.accent) : off, r);
  canvas.dot(is_on ? box.right() - r : box.x + r, box.middle_y(), r - look.px(2),
             is_on ? look.theme.on_accent : look.theme.panel);
  return is_clicked;
}

bool words_button(const Look& look, const char* id, const Box& box, const std::string& words,
                  ButtonStyle style, bool is_enabled) {
  const bool is_clicked = hit(id, box) && is_enabled;
  const bool is_hovered = ImGui::IsItemHovered() && is_enabled;
  Canvas canvas(look);
  const Theme& theme = look.theme;
  const float radius = look.px(4);
  Color ink = style == ButtonStyle::Quiet ? theme.scenario_text : theme.text;
  if (style == ButtonStyle::Strong) {
    canvas.fill(box, !is_enabled ? theme.field : is_hovered ? theme.accent_hover : theme.accent, radius);
    ink = theme.on_accent;
  } else if (style == ButtonStyle::Plain) {
    canvas.fill(box, is_hovered ? theme.field_hover : theme.field, radius);
    canvas.outline(box, theme.edge, radius);
  } else if (is_hovered) {
    canvas.fill(box, theme.field, radius);
  }
  canvas.text_in(look.fonts.body, box, is_enabled ? ink : theme.text_faint, words, Align::Middle);
  return is_clicked;
}

float words_button_width(const Look& look, const std::string& words) {
  return std::ceil(text_width(look.fonts.body, words)) + look.px(18);
}

std::optional<std::size_t> choose(const Look& look, const char* id, const Box& box,
                                  std::span<const std::string> choices, std::size_t chosen) {
  std::optional<std::size_t> clicked;
  float widest = 0;
  for (const std::string& choice : choices) widest = std::max(widest, text_width(look.fonts.body, choice));
  const auto count = static_cast<float>(choices.size());
  ImGui::PushID(id);
  if ((widest + look.px(10)) * count <= box.w) {
    clicked = tab_row(look, "segments", box, choices, chosen);
  } else {
    ImGui::SetCursorScreenPos({box.x, box.y});
    ImGui::SetNextItemWidth(box.w);
    if (ImGui::BeginCombo("##list", choices[chosen].c_str())) {
      for (std::size_t i = 0; i < choices.size(); ++i) {
        if (ImGui::Selectable(choices[i].c_str(), i == chosen)) clicked = i;
        if (i == chosen) ImGui::SetItemDefaultFocus();
      }
      ImGui::EndCombo();
    }
  }
  ImGui::PopID();
  return clicked;
}

std::optional<std::size_t> tab_row(const Look& look, const char* id, const Box& box,
                                   std::span<const std::string> names, std::size_t chosen) {
  Canvas canvas(look);
  const float radius = look.px(4);
  canvas.fill(box, look.theme.field, radius);
  std::optional<std::size_t> clicked;
  Box rest = box;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const float width = std::round(rest.w / static_cast<float>(names.size() - i));
    const Box piece = rest.take_left(width);
    ImGui::PushID(static_cast<int>(i));
    if (hit(id, piece)) clicked = i;
    const bool is_hovered = ImGui::IsItemHovered();
    ImGui::PopID();
    if (i == chosen) canvas.fill(piece, look.theme.accent, radius);
    if (i != chosen && is_hovered) canvas.fill(piece, look.theme.field_hover, radius);
    canvas.text_in(look.fonts.body, piece.inset(look.px(2), 0, look.px(2), 0),
                   i == chosen ? look.theme.on_accent : look.theme.text_muted, names[i], Align::Middle);
  }
  canvas.outline(box, look.theme.edge, radius);
  return clicked;
}

int stepper(const Look& look, const char* id, const Box& box, const std::string& text) {
  Canvas canvas(look);
  canvas.fill(box, look.theme.field, look.px(4));
  canvas.outline(box, look.theme.edge, look.px(4));
  int change = 0;
  ImGui::PushID(id);
  ImGui::PushButtonRepeat(true);
  Box middle = box;
  const std::array<Box, 2> sides = {middle.take_left(box.h), middle.take_right(box.h)};
  for (std::size_t side = 0; side < sides.size(); ++side) {
    const Box& place = sides[side];
    if (hit(side == 0 ? "less" : "more", place)) change = side == 0 ? -1 : 1;
    const Color ink = ImGui::IsItemHovered() ? look.theme.text : look.theme.text_muted;
    const float w = look.px(3.5F) * (side == 0 ? -1.0F : 1.0F);
    const float h = look.px(4.5F);
    const float x = place.middle_x();
    const float y = place.middle_y();
    canvas.list().AddTriangleFilled({x + w, y}, {x - w, y - h}, {x - w, y + h}, packed(ink));
  }
  ImGui::PopButtonRepeat();
  ImGui::PopID();
  canvas.text_in(look.fonts.body, middle, look.theme.text, text, Align::Middle);
  return change;
}

void words_field(const char* id, const Box& box, const std::string& hint, std::string& words,
                 bool takes_keyboard, float padding) {
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::SetNextItemWidth(box.w);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {padding, (box.h - ImGui::GetFontSize()) / 2});
  if (takes_keyboard) ImGui::SetKeyboardFocusHere();
  ImGui::InputTextWithHint(id, hint.c_str(), &words, ImGuiInputTextFlags_AutoSelectAll);
  ImGui::PopStyleVar();
}

bool has_rested_on_item() {
  constexpr double long_enough = 0.45;  // seconds
  static struct {
    ImVec2 place{-1, -1};  // tells items apart well enough: two never overlap under the mouse
    double since = 0;
    int frame = 0;
  } rest;
  if (!ImGui::IsItemHovered() || ImGui::IsAnyMouseDown()) return false;
  const ImVec2 place = ImGui::GetItemRectMin();
  const double now = ImGui::GetTime();
  const int frame = ImGui::GetFrameCount();
  const bool is_same = place.x == rest.place.x && place.y == rest.place.y && frame <= rest.frame + 1;
  if (!is_same) rest = {place, now, frame};
  rest.frame = frame;
  return now - rest.since >= long_enough;
}

}  // namespace park::ui
