// SPDX-License-Identifier: MIT
#include "backend/gui.hpp"

#include <imgui.h>
#include <malloc.h>

#include <array>
#include <cstring>
#include <span>

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

/// The software renderer takes and gives back megabytes in every frame; given back to the system each time,
/// they cost it a page fault every 4 kB: 72 ms a frame of a film's flight instead of 42.
void keep_freed_memory() {
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  mallopt(M_TOP_PAD, 64 << 20);
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

/// 64-bit FNV-1a, eight bytes at a time.
template <class Values>
std::uint64_t digest_of(const Values& values, std::uint64_t digest) {
  constexpr std::uint64_t prime = 0x100000001b3;
  const auto bytes = std::as_bytes(std::span(values.begin(), values.end()));
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, &bytes[at], std::min(sizeof word, bytes.size() - at));
    digest = (digest ^ word) * prime;
    digest ^= digest >> 32U;
  }
  return digest;
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
  if (drawing_ == Drawing::ByOpenGl) keep_freed_memory();
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

std::uint64_t Gui::digest_behind() const {
  const ImDrawList* front = ImGui::GetForegroundDrawList();
  const ImDrawData& data = *ImGui::GetDrawData();
  std::uint64_t digest = 0;
  for (const ImDrawList* list : std::span(data.CmdLists, static_cast<std::size_t>(data.CmdListsCount))) {
    if (list == front) continue;
    digest = digest_of(list->VtxBuffer, digest);
    digest = digest_of(list->IdxBuffer, digest);
    for (const ImDrawCmd& command : list->CmdBuffer) {
      const std::array<float, 5> what = {command.ClipRect.x, command.ClipRect.y, command.ClipRect.z,
                                         command.ClipRect.w, static_cast<float>(command.ElemCount)};
      digest = digest_of(what, digest);
    }
  }
  return digest;
}

std::vector<Patch> Gui::changes() { return changes_.take(*ImGui::GetDrawData()); }

void Gui::paint(sf::RenderTarget& target, Part part) {
  ImDrawData data = *ImGui::GetDrawData();
  ImDrawList* front = ImGui::GetForegroundDrawList();
  if (part == Part::Foreground) {
    data.CmdLists = &front;
    data.CmdListsCount = 1;
  }
  const auto size = sf::Vector2i(target.getSize());
  paint(target, data, {0, 0, size.x, size.y});
}

void Gui::paint(sf::RenderTarget& target, const Patch& patch) { paint(target, *ImGui::GetDrawData(), patch); }

void Gui::paint(sf::RenderTarget& target, const ImDrawData& data, const Patch& patch) {
  PARK_ASSERT(drawing_ == Drawing::ByOpenGl);
  if (!target.setActive(true)) throw WorldError("the graphics driver has lost the window");
  if (const auto rows = type_case_.take_changed()) painter_.take_type(*ImGui::GetIO().Fonts, *rows);
  // Both: SFML leaves a state of its own, and does not expect what the panels leave.
  target.resetGLStates();
  painter_.paint(data, patch);
  target.resetGLStates();
}

}  // namespace park::ui
