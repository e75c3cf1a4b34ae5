// SPDX-License-Identifier: MIT
#include "backend/event_glue.hpp"

#include <imgui.h>

#include <SFML/Window/Clipboard.hpp>
#include <SFML/Window/Keyboard.hpp>
#include <algorithm>
#include <utility>

namespace park::ui {
namespace {

using Key = sf::Keyboard::Key;
constexpr std::array<std::pair<ImGuiKey_, Key>, 22> keys = {{{ImGuiKey_Tab, Key::Tab},
                                                             {ImGuiKey_LeftArrow, Key::Left},
                                                             {ImGuiKey_RightArrow, Key::Right},
                                                             {ImGuiKey_UpArrow, Key::Up},
                                                             {ImGuiKey_DownArrow, Key::Down},
                                                             {ImGuiKey_PageUp, Key::PageUp},
                                                             {ImGuiKey_PageDown, Key::PageDown},
                                                             {ImGuiKey_Home, Key::Home},
                                                             {ImGuiKey_End, Key::End},
                                                             {ImGuiKey_Insert, Key::Insert},
                                                             {ImGuiKey_Delete, Key::Delete},
                                                             {ImGuiKey_Backspace, Key::Backspace},
                                                             {ImGuiKey_Space, Key::Space},
                                                             {ImGuiKey_Enter, Key::Enter},
                                                             {ImGuiKey_Escape, Key::Escape},
                                                             {ImGuiKey_A, Key::A},
                                                             {ImGuiKey_C, Key::C},
                                                             {ImGuiKey_V, Key::V},
                                                             {ImGuiKey_X, Key::X},
                                                             {ImGuiKey_Y, Key::Y},
                                                             {ImGuiKey_Z, Key::Z},
                                                             {ImGuiKey_KeyPadEnter, Key::Enter}}};

std::string clipboard_text() {
  const auto text = sf::Clipboard::getString().toUtf8();
  return {text.begin(), text.end()};
}

void set_modifiers(const sf::Event::KeyEvent& key) {
  ImGuiIO& io = ImGui::GetIO();
  io.KeyCtrl = key.control;
  io.KeyShift = key.shift;
  io.KeyAlt = key.alt;
  io.KeySuper = key.system;
}

}  // namespace

EventGlue::EventGlue(bool has_display) {
  ImGuiIO& io = ImGui::GetIO();
  for (const auto& [theirs, ours] : keys) io.KeyMap[theirs] = ours;
  if (!has_display) return;  // Dear ImGui's own clipboard is one of the program
  io.ClipboardUserData = &clipboard_;
  io.GetClipboardTextFn = [](void* kept) {
    auto& text = *static_cast<std::string*>(kept);
    text = clipboard_text();
    return text.c_str();
  };
  io.SetClipboardTextFn = [](void*, const char* words) {
    const std::string text(words);
    sf::Clipboard::setString(sf::String::fromUtf8(text.begin(), text.end()));
  };
}

// NOLINTBEGIN(cppcoreguidelines-pro-type-union-access): SFML hands its events out as one.
void EventGlue::take(const sf::Event& event) {
  ImGuiIO& io = ImGui::GetIO();
  switch (event.type) {
    case sf::Event::MouseMoved:
      x_ = static_cast<float>(event.mouseMove.x);
      y_ = static_cast<float>(event.mouseMove.y);
      break;
    case sf::Event::MouseButtonPressed:
    case sf::Event::MouseButtonReleased:
      take_button(event.mouseButton, event.type == sf::Event::MouseButtonPressed);
      break;
    case sf::Event::MouseWheelScrolled:
      (event.mouseWheelScroll.wheel == sf::Mouse::VerticalWheel ? io.MouseWheel : io.MouseWheelH) +=
          event.mouseWheelScroll.delta;
      break;
    case sf::Event::KeyPressed:
    case sf::Event::KeyReleased:
      take_key(event.key, event.type == sf::Event::KeyPressed);
      break;
    case sf::Event::TextEntered:
      if (event.text.unicode >= 32 && event.text.unicode != 127) io.AddInputCharacter(event.text.unicode);
      break;
    case sf::Event::LostFocus:
      lose_focus();
      break;
    case sf::Event::GainedFocus:
      io.AddFocusEvent(true);
      break;
    case sf::Event::MouseLeft:
      x_ = y_ = -FLT_MAX;
      break;
    default:
      break;
  }
}
// NOLINTEND(cppcoreguidelines-pro-type-union-access)

void EventGlue::take_button(const sf::Event::MouseButtonEvent& button, bool is_down) {
  // SFML and Dear ImGui order left, right, middle alike; further buttons mean nothing here.
  const auto place = static_cast<std::size_t>(button.button);
  if (place >= held_.size()) return;
  held_[place] = is_down;
  if (is_down) clicked_[place] = true;
  x_ = static_cast<float>(button.x);
  y_ = static_cast<float>(button.y);
}

void EventGlue::take_key(const sf::Event::KeyEvent& key, bool is_down) {
  modifiers_ = key;
  if (key.code < 0 || key.code >= sf::Keyboard::KeyCount) return;
  const auto place = static_cast<std::size_t>(key.code);
  keys_held_[place] = is_down;
  if (!is_down) return;
  keys_struck_[place] = true;
  last_struck_ = key;
  is_any_struck_ = true;
}

void EventGlue::lose_focus() {
  ImGui::GetIO().AddFocusEvent(false);
  modifiers_ = {};
  held_.fill(false);
  keys_held_.fill(false);
}

void EventGlue::hand_over_keys() {
  ImGuiIO& io = ImGui::GetIO();
  for (std::size_t place = 0; place < keys_held_.size(); ++place)
    io.KeysDown[place] = keys_held_[place] || keys_struck_[place];
  set_modifiers(is_any_struck_ ? last_struck_ : modifiers_);
  keys_struck_.fill(false);
  is_any_struck_ = false;
}

void EventGlue::begin_frame(float width, float height, float seconds) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DeltaTime = std::max(1e-6F, seconds);
  io.MousePos = {x_, y_};
  for (std::size_t button = 0; button < held_.size(); ++button)
    io.MouseDown[button] = held_[button] || clicked_[button];
  clicked_.fill(false);
  hand_over_keys();
}

}  // namespace park::ui
