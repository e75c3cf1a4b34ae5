// SPDX-License-Identifier: MIT
#include "panels/code_dialog.hpp"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <array>

#include "panels/dialog_parts.hpp"

namespace park::ui {
namespace {

void draw_own(CodeDialogState& state, const Look& look) {
  if (state.own.empty()) {
    wrapped(look.theme.trouble, state.own_fault, look.px(560));
    return;
  }
  wrapped(look.theme.text_muted, look.texts("ui.code.own"), look.px(560));
  ImGui::PushStyleColor(ImGuiCol_Text, packed(look.theme.text));
  ImGui::InputTextMultiline("##own", &state.own, {-1, look.px(76)}, ImGuiInputTextFlags_ReadOnly);
  ImGui::PopStyleColor();
  if (ImGui::Button(look.texts(state.is_copied ? "ui.code.copied" : "ui.code.copy").c_str())) {
    ImGui::SetClipboardText(state.own.c_str());
    state.is_copied = true;
  }
}

}  // namespace

std::string words_of(const CodeFault& fault, const Texts& texts) {
  constexpr std::array<const char*, 10> keys = {
      "ui.code.empty",        "ui.code.not_a_code", "ui.code.other_version", "ui.code.damaged",
      "ui.code.unknown_base", "ui.code.other_base", "ui.code.unknown_key",   "ui.code.bad_value",
      "ui.code.own_files",    "ui.code.too_long"};
  return texts(keys[static_cast<std::size_t>(fault.kind)], {fault.detail});
}

void ask_for_code(Dashboard& dashboard) {
  CodeDialogState& state = dashboard.planner.code;
  state = CodeDialogState();
  state.is_new = true;
  const auto code = code_of(*dashboard.session.active_tab().now());
  if (const auto* fault = std::get_if<CodeFault>(&code)) {
    state.own_fault = dashboard.texts != nullptr ? words_of(*fault, *dashboard.texts) : fault->detail;
  } else {
    state.own = std::get<std::string>(code);
  }
}

void draw_code_dialog(Dashboard& dashboard, const Look& look) {
  CodeDialogState& state = dashboard.planner.code;
  if (!state.is_new) return;
  if (!begin_dialog("code", look.texts("ui.code.title"), look, look.px(600), 0)) return;
  draw_own(state, look);
  ImGui::Dummy({0, look.px(8)});
  wrapped(look.theme.text_muted, look.texts("ui.code.paste"), look.px(560));
  if (ImGui::InputTextMultiline("##pasted", &state.pasted, {-1, look.px(76)})) state.fault.clear();
  if (!state.fault.empty()) wrapped(look.theme.trouble, state.fault, look.px(560));
  bool is_done = false;
  if (ImGui::Button(look.texts("ui.code.open").c_str())) {
    const auto opened = dashboard.session.open_code(state.pasted);
    if (const auto* fault = std::get_if<CodeFault>(&opened)) {
      state.fault = words_of(*fault, look.texts);
    } else {
      is_done = true;
    }
  }
  if (is_done || is_dialog_left()) {
    state.is_new = false;
    ImGui::CloseCurrentPopup();
  }
  end_dialog();
}

}  // namespace park::ui
