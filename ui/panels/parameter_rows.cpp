// SPDX-License-Identifier: MIT
#include "panels/parameter_rows.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include "charts/text_lines.hpp"
#include "core/no_value.hpp"
#include "panels/controls.hpp"
#include "panels/edits.hpp"
#include "panels/icons.hpp"
#include "panels/parameter_tooltip.hpp"
#include "panels/timed_changes.hpp"
#include "scenario/parameter_values.hpp"

namespace park::ui {
namespace {

// In pixels at 100 %.
constexpr float name_height = 22;
constexpr float further_line_height = 15;
constexpr std::size_t most_name_lines = 4;
constexpr float slider_height = 18;
constexpr float choice_height = 26;
constexpr float change_height = 22;
constexpr float editor_height = 58;
constexpr float row_gap = 7;

bool has_line_below(const ControlRow& row) { return row.scale.kind != ValueKind::Switch; }

Command set_value(const ControlRow& row, double value) {
  if (row.is_policy()) return SetPolicy{row.key, value, {}, 0};
  return SetAssumption{row.key, value, {}, 0};
}

void set(Dashboard& dashboard, const ControlRow& row, double value) {
  if (value != row.value) edit(dashboard, set_value(row, value));
}

/// The field that takes the value while it is typed.
void draw_typing(Dashboard& dashboard, const Look& look, const Box& box, const ControlRow& row,
                 ParameterListState& state) {
  const std::string unit = control_unit(look.texts, row.scale.unit).words;
  ImGui::SetCursorScreenPos({box.x, box.y - look.px(2)});
  ImGui::SetNextItemWidth(box.w);
  ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {look.px(6), look.px(2)});
  if (state.is_typing_new) ImGui::SetKeyboardFocusHere();
  const bool is_entered =
      ImGui::InputTextWithHint("##value", unit.c_str(), &state.typed,
                               ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
  ImGui::PopStyleVar();
  if (is_entered) {
    const YearMonth start = dashboard.session.active_tab().now()->start;
    const auto value = parse_control(look.texts, row.scale, state.typed, start);
    if (value) {
      set(dashboard, row, bounded(row.scale, *value));
      dashboard.session.end_gesture();
    } else {
      dashboard.say(look.texts("ui.levers.no_number", {state.typed}), true);
    }
  }
  const bool is_left = !state.is_typing_new && !ImGui::IsItemActive();
  state.is_typing_new = false;
  if (is_entered || is_left) state.typing.clear();
}

/// Buttons that appear beside the name under the mouse. Returns where they begin.
float draw_buttons(Dashboard& dashboard, const Look& look, Box line, const ControlRow& row,
                   ParameterListState& state) {
  const float size = look.px(20);
  Box place = line.take_right(size);
  ImGui::SetCursorScreenPos({place.x, place.y});
  if (icon_button(look, "schedule", Icon::Clock, size, look.texts("ui.levers.schedule"))) {
    const Scheduled scheduled = schedule(row, dashboard.time.month(), dashboard.months());
    if (!scheduled.commands.empty()) edit(dashboard, scheduled.commands);
    state.scheduled = row.key;
    state.scheduled_at = scheduled.at;
  }
  if (!row.is_changed) return place.x;
  place = line.take_right(size);
  ImGui::SetCursorScreenPos({place.x, place.y});
  if (icon_button(look, "reset", Icon::Back, size, look.texts("ui.levers.reset_row"))) {
    reset_row(dashboard, row, Mark::Baseline);
  }
  return place.x;
}

/// Takes its lines from the top of the box.
void draw_name(Dashboard& dashboard, const Look& look, Box& box, const ControlRow& row,
               const std::vector<std::string>& name, ParameterListState& state, bool is_under_mouse) {
  Canvas canvas(look);
  Box line = box.take_top(look.px(name_height));
  Box further = box.take_top(look.px(further_line_height) * static_cast<float>(name.size() - 1));
  if (row.scale.kind == ValueKind::Switch) {
    const float h = look.px(16);
    const Box place = line.take_right(look.px(30));
    if (toggle(look, "switch", {place.x, place.middle_y() - h / 2, place.w, h}, row.value != 0)) {
      set(dashboard, row, row.value != 0 ? 0 : 1);
      dashboard.session.end_gesture();
    }
  } else if (row.scale.kind != ValueKind::Choice) {
    const Color color = row.is_changed ? look.theme.scenario_text : look.theme.text;
    line.take_right(draw_value_field(dashboard, look, line, row, state, color));
  }
  line.take_right(look.px(6));
  if (is_under_mouse && state.typing != row.key) {
    const float from = draw_buttons(dashboard, look, line, row, state);
    line.w = std::max(0.0F, from - look.px(4) - line.x);
  }
  ImGui::SetCursorScreenPos({line.x, line.y});
  if (ImGui::InvisibleButton("name", {std::max(1.0F, line.w), line.h + further.h})) state.selected = row.key;
  if (has_rested_on_item()) draw_parameter_tooltip(dashboard, look, row);
  const Color color = is_under_mouse ? look.theme.text : look.theme.text_muted;
  canvas.text_in(look.fonts.body, line, color, name.front());
  for (std::size_t k = 1; k < name.size(); ++k)
    canvas.text_in(look.fonts.body, further.take_top(look.px(further_line_height)), color, name[k]);
}

void draw_value(Dashboard& dashboard, const Look& look, const Box& box, const ControlRow& row) {
  if (row.scale.kind == ValueKind::Choice) {
    std::vector<std::string> choices;
    for (const Choice& choice : row.parameter.row->choices)
      choices.emplace_back(look.texts.pick(choice.zh, choice.en));
    if (const auto clicked = choose(look, "choice", box, choices, static_cast<std::size_t>(row.value))) {
      set(dashboard, row, static_cast<double>(*clicked));
      dashboard.session.end_gesture();
    }
    return;
  }
  const auto moved =
      slider(look, "slider", box, {row.scale.min, row.scale.max}, row.value, {row.baseline, row.saved});
  if (moved) set(dashboard, row, snapped(row.scale, *moved));
}

std::string change_words(const Look& look, const ControlRow& row, const TimedChange& change,
                         YearMonth start) {
  const std::string when = to_string(plus_months(start, change.at));
  const std::string value = control_text(look.texts, row.parameter, change.value, start);
  const std::string length = std::to_string(change.length);
  if (row.is_policy()) {
    return change.length == 0 ? look.texts("ui.levers.from", {when, value})
                              : look.texts("ui.levers.from_by_degrees", {when, value, length});
  }
  return change.length == 0 ? look.texts("ui.levers.from", {when, value})
                            : look.texts("ui.levers.shock_for", {when, value, length});
}

/// What a dated change sets, to be moved; returns what it is now.
double draw_new_value(const Look& look, Box box, const ControlRow& row, double value, YearMonth start) {
  ImGui::PushID("to");
  if (row.scale.kind == ValueKind::Switch) {
    const Box place = box.take_left(look.px(30));
    const float h = look.px(16);
    if (toggle(look, "switch", {place.x, place.middle_y() - h / 2, place.w, h}, value != 0))
      value = value != 0 ? 0 : 1;
  } else if (row.scale.kind == ValueKind::Choice) {
    const int choices = static_cast<int>(row.scale.max) + 1;
    const int step = stepper(look, "choice", box.inset(0, 0, 0, look.px(2)),
                             control_text(look.texts, row.parameter, value, start));
    value = static_cast<double>((static_cast<int>(value) + step + choices) % choices);
  } else if (const auto moved = slider(look, "slider", box, {row.scale.min, row.scale.max}, value,
                                       {row.baseline, no_value})) {
    value = snapped(row.scale, *moved);
  }
  ImGui::PopID();
  return value;
}

void draw_editor(Dashboard& dashboard, const Look& look, Box box, const ControlRow& row, TimedChange change,
                 ParameterListState& state) {
  constexpr int longest = 120;
  const YearMonth start = dashboard.session.active_tab().now()->start;
  const int at = change.at;
  Box line = box.take_top(look.px(24));
  const bool has_length = !row.is_policy() || can_ramp(row.parameter);
  const Box month = has_length ? line.take_left(std::round(line.w * 0.5F) - look.px(3)) : line;
  change.at += stepper(look, "month", month, to_string(plus_months(start, change.at)));
  if (has_length) {
    line.take_left(look.px(6));
    const std::string length = std::to_string(change.length);
    const std::string words = change.length == 0
                                  ? look.texts(row.is_policy() ? "ui.levers.at_once" : "ui.levers.for_good")
                              : row.is_policy() ? look.texts("ui.levers.ramp", {length})
                                                : look.texts("ui.levers.for_months", {length});
    change.length += stepper(look, "length", line, words);
  }
  change.at = std::clamp(change.at, 0, dashboard.months());
  change.length = std::clamp(change.length, 0, longest);
  box.take_top(look.px(4));
  const double before = change.value;
  change.value = draw_new_value(look, box, row, change.value, start);
  const auto old = timed_changes(row);
  const auto same = std::ranges::find_if(old, [&](const TimedChange& one) { return one.at == at; });
  const bool is_moved = change.at != at || change.length != same->length;
  if (!is_moved && change.value == before) return;
  const auto commands = move(row, at, change);
  if (commands.empty()) return;
  if (commands.size() == 1) {
    edit(dashboard, commands.front());
  } else {
    edit(dashboard, commands);
  }
  state.scheduled_at = change.at;
}

void draw_changes(Dashboard& dashboard, const Look& look, Box box, const ControlRow& row,
                  ParameterListState& state) {
  Canvas canvas(look);
  const YearMonth start = dashboard.session.active_tab().now()->start;
  for (const TimedChange& change : timed_changes(row)) {
    ImGui::PushID(change.at);
    const bool is_open = state.scheduled == row.key && state.scheduled_at == change.at;
    Box line = box.take_top(look.px(change_height));
    const Box close = line.take_right(look.px(20));
    ImGui::SetCursorScreenPos({close.x, close.y});
    const bool is_removed =
        icon_button(look, "remove", Icon::Close, look.px(20), look.texts("ui.levers.remove_change"), true);
    line.take_left(look.px(4));
    ImGui::SetCursorScreenPos({line.x, line.y});
    if (ImGui::InvisibleButton("open", {std::max(1.0F, line.w), line.h})) {
      state.scheduled = is_open ? std::string() : row.key;
      state.scheduled_at = change.at;
    }
    const bool is_hovered = ImGui::IsItemHovered();
    draw_icon(canvas, Icon::Clock, line.take_left(look.px(18)),
              is_open ? look.theme.scenario_text : look.theme.text_faint);
    canvas.text_in(look.fonts.small, line.inset(look.px(4), 0, 0, 0),
                   is_open || is_hovered ? look.theme.text : look.theme.text_muted,
                   change_words(look, row, change, start));
    if (is_open)
      draw_editor(dashboard, look, box.take_top(look.px(editor_height)).inset(look.px(4), 0, 0, look.px(8)),
                  row, change, state);
    if (is_removed) {
      edit(dashboard, remove(row, change.at));
      dashboard.session.end_gesture();
    }
    ImGui::PopID();
  }
}

}  // namespace

std::vector<std::string> name_lines(const Look& look, const ControlRow& row, YearMonth start, float width) {
  float beside = 0;
  if (row.scale.kind == ValueKind::Switch) {
    beside = look.px(30);
  } else if (row.scale.kind != ValueKind::Choice) {
    for (const double value : {row.value, row.scale.min, row.scale.max}) {
      const std::string words = control_text(look.texts, row.parameter, value, start);
      beside = std::max(beside, text_width(look.fonts.body, words) + look.px(4));
    }
  }
  return lines_of(look.fonts.body, row.name, width - beside - look.px(6), most_name_lines);
}

float row_height(const Look& look, const ControlRow& row, const ParameterListState& state,
                 std::size_t lines) {
  float height = name_height + further_line_height * static_cast<float>(lines - 1) + row_gap;
  if (has_line_below(row)) height += row.scale.kind == ValueKind::Choice ? choice_height : slider_height;
  for (const TimedChange& change : timed_changes(row)) {
    height += change_height;
    if (state.scheduled == row.key && state.scheduled_at == change.at) height += editor_height;
  }
  return std::round(look.px(height));
}

void draw_parameter_row(Dashboard& dashboard, const Look& look, const Box& box, const ControlRow& row,
                        const std::vector<std::string>& name, ParameterListState& state) {
  ImGui::PushID(row.key.c_str());
  Canvas canvas(look);
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const bool is_selected = state.selected == row.key;
  const bool is_under_mouse = (box.holds(mouse.x, mouse.y) &&
                               ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) &&
                               !ImGui::IsMouseDown(ImGuiMouseButton_Left)) ||
                              is_selected;
  if (is_selected)
    canvas.outline(box.inset(-look.px(8), -look.px(2), -look.px(6), look.px(3)), look.theme.accent,
                   look.px(4));
  if (row.is_changed)
    canvas.fill({box.x - look.px(8), box.y + look.px(5), look.px(3), look.px(12)}, look.theme.scenario,
                look.px(1));
  Box rest = box;
  draw_name(dashboard, look, rest, row, name, state, is_under_mouse);
  if (has_line_below(row)) {
    const bool is_choice = row.scale.kind == ValueKind::Choice;
    draw_value(dashboard, look, rest.take_top(look.px(is_choice ? choice_height : slider_height)), row);
  }
  draw_changes(dashboard, look, rest, row, state);
  ImGui::PopID();
}

float draw_value_field(Dashboard& dashboard, const Look& look, Box box, const ControlRow& row,
                       ParameterListState& state, Color color) {
  if (state.typing == row.key) {
    const Box place = box.take_right(std::min(box.w, look.px(110)));
    draw_typing(dashboard, look, place, row, state);
    return place.w;
  }
  const YearMonth start = dashboard.session.active_tab().now()->start;
  const std::string words = control_text(look.texts, row.parameter, row.value, start);
  const Box place = box.take_right(text_width(look.fonts.body, words) + look.px(4));
  ImGui::SetCursorScreenPos({place.x, place.y});
  if (ImGui::InvisibleButton("type", {place.w, place.h})) begin_typing(state, look.texts, row);
  Canvas canvas(look);
  canvas.text_in(look.fonts.body, place, color, words, Align::Right);
  if (ImGui::IsItemHovered()) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    const float y = place.middle_y() + look.px(9);
    canvas.line(place.x + look.px(4), y, place.right(), y, look.theme.text_faint);
  }
  return place.w;
}

void nudge(Dashboard& dashboard, const ControlRow& row, int steps) {
  const double value = snapped(row.scale, row.value + steps * row.scale.step);
  set(dashboard, row, value);
}

void begin_typing(ParameterListState& state, const Texts& texts, const ControlRow& row) {
  if (row.scale.kind == ValueKind::Switch || row.scale.kind == ValueKind::Choice) return;
  state.selected = row.key;
  state.typing = row.key;
  state.typed = control_number(texts, row.scale, row.value, false);
  state.is_typing_new = true;
}

void reset_row(Dashboard& dashboard, const ControlRow& row, Mark mark) {
  edit(dashboard, Reset{mark, row.is_policy() ? Part::Policy : Part::Assumptions, row.key});
  dashboard.session.end_gesture();
}

}  // namespace park::ui
