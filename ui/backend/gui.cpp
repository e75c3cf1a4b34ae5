// SPDX-License-Identifier: MIT
#include "backend/gui.hpp"

#include <imgui.h>

#include "core/assert.hpp"

namespace park::ui {
namespace {

ImVec4 vector_of(Color color) { return ImGui::ColorConvertU32ToFloat4(packed(color)); }

void color_controls(ImGuiStyle& style, const Theme& theme) {
  const auto set = [&](ImGuiCol place, Color color) { style.Colors[place] = vector_of(color); };
  set(ImGuiCol_Text, theme.text);
  set(ImGuiCol_TextDisabled, theme.text_faint);
  set(ImGuiCol_WindowBg, theme.panel);
  set(ImGuiCol_ChildBg, faded(theme.panel, 0));
  set(ImGuiCol_PopupBg, mixed(theme.panel, theme.field, 0.5));
  set(ImGuiCol_Border, theme.edge);
  set(ImGuiCol_FrameBg, theme.field);
  set(ImGuiCol_FrameBgHovered, theme.field_hover);
  set(ImGuiCol_FrameBgActive, theme.field_hover);
  set(ImGuiCol_Button, theme.field);
  set(ImGuiCol_ButtonHovered, theme.field_hover);
  set(ImGuiCol_ButtonActive, theme.accent);
  set(ImGuiCol_Header, theme.field);
  set(ImGuiCol_HeaderHovered, theme.field_hover);
  set(ImGuiCol_HeaderActive, theme.accent);
  set(ImGuiCol_CheckMark, theme.scenario);
  set(ImGuiCol_SliderGrab, theme.scenario);
  set(ImGuiCol_SliderGrabActive, theme.accent_hover);
  set(ImGuiCol_Separator, theme.edge);
  set(ImGuiCol_Tab, theme.field);
  set(ImGuiCol_TabHovered, theme.accent_hover);
  set(ImGuiCol_TabActive, theme.accent);
  set(ImGuiCol_ScrollbarBg, faded(theme.panel, 0));
  set(ImGuiCol_ScrollbarGrab, theme.edge);
  set(ImGuiCol_ScrollbarGrabHovered, theme.axis);
  set(ImGuiCol_ScrollbarGrabActive, theme.axis);
  set(ImGuiCol_TableHeaderBg, theme.field);
  set(ImGuiCol_TableBorderStrong, theme.edge);
  set(ImGuiCol_TableBorderLight, theme.edge);
  set(ImGuiCol_TableRowBgAlt, faded(theme.field, 0.4));
  set(ImGuiCol_TitleBg, theme.panel);
  set(ImGuiCol_TitleBgActive, theme.field);
  set(ImGuiCol_NavHighlight, theme.scenario);
  set(ImGuiCol_TextSelectedBg, faded(theme.accent, 0.6));
  set(ImGuiCol_ModalWindowDimBg, faded(rgb(0x000000), 0.55));
}

ImGuiStyle style_for(const Theme& theme, float scale) {
  ImGuiStyle style;
  if (theme.kind == ThemeKind::Light) ImGui::StyleColorsLight(&style);
  color_controls(style, theme);
  style.WindowPadding = {12, 10};
  style.FramePadding = {10, 5};
  style.ItemSpacing = {8, 6};
  style.ItemInnerSpacing = {6, 4};
  style.WindowRounding = 6;
  style.ChildRounding = 6;
  style.PopupRounding = 6;
  style.FrameRounding = 5;
  style.GrabRounding = 5;
  style.ScrollbarSize = 10;
  style.ScrollbarRounding = 5;
  style.WindowBorderSize = 1;
  style.FrameBorderSize = 0;
  style.PopupBorderSize = 1;
  // Off, lines are filled twice as wide: 14 to 17 ms a frame by software instead of 6.5.
  style.AntiAliasedLinesUseTex = true;
  style.ScaleAllSizes(scale);
  return style;
}

}  // namespace

Gui::Gui(Drawing drawing)
    : context_(ImGui::CreateContext()), drawing_(drawing), type_case_(*ImGui::GetIO().Fonts) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  glue_ = std::make_unique<EventGlue>(drawing_ == Drawing::ByOpenGl);
}

Gui::~Gui() { ImGui::DestroyContext(context_); }

void Gui::set_type(float scale) { fonts_ = build_fonts(type_case_, scale); }

void Gui::set_style(const Theme& theme, float scale) { ImGui::GetStyle() = style_for(theme, scale); }

void Gui::begin_frame(sf::Vector2u size, float seconds) {
  glue_->begin_frame(static_cast<float>(size.x), static_cast<float>(size.y), seconds);
  ImGui::NewFrame();
}

bool Gui::end_frame() {
  ImGui::Render();
  return !type_case_.fill_in(*ImGui::GetDrawData());
}

std::vector<Patch> Gui::changes() { return changes_.take(*ImGui::GetDrawData()); }

void Gui::paint(sf::RenderTarget& target) {
  const auto size = sf::Vector2i(target.getSize());
  paint(target, {0, 0, size.x, size.y});
}

void Gui::paint(sf::RenderTarget& target, const Patch& patch) {
  PARK_ASSERT(drawing_ == Drawing::ByOpenGl);
  if (!target.setActive(true)) throw WorldError("the graphics driver has lost the window");
  if (const auto rows = type_case_.take_changed()) painter_.take_type(*ImGui::GetIO().Fonts, *rows);
  // Both: SFML leaves a state of its own, and does not expect what the panels leave.
  target.resetGLStates();
  painter_.paint(*ImGui::GetDrawData(), patch);
  target.resetGLStates();
}

}  // namespace park::ui
