// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Window/Event.hpp>
#include <array>
#include <cfloat>
#include <string>

namespace park::ui {

/// Carries SFML's events over to the current Dear ImGui context. Lives as long as that context.
class EventGlue {
 public:
  /// Sets up keys of the current context, and the display's clipboard. Without a display, which SFML's
  /// clipboard would abort for, what is copied stays in the program.
  explicit EventGlue(bool has_display);
  EventGlue(const EventGlue&) = delete;
  EventGlue& operator=(const EventGlue&) = delete;

  void take(const sf::Event& event);
  /// Hands what came since the last frame to Dear ImGui; call before NewFrame.
  void begin_frame(float width, float height, float seconds);

 private:
  void take_button(const sf::Event::MouseButtonEvent& button, bool is_down);
  void take_key(const sf::Event::KeyEvent& key, bool is_down);
  void lose_focus();
  void hand_over_keys();

  std::string clipboard_;
  std::array<bool, 3> held_{};
  std::array<bool, 3> clicked_{};  ///< pressed since the last frame, even if already released
  /// Keys likewise: a frame may take longer than a finger on a key.
  std::array<bool, sf::Keyboard::KeyCount> keys_held_{};
  std::array<bool, sf::Keyboard::KeyCount> keys_struck_{};
  sf::Event::KeyEvent modifiers_{};    ///< as they are now
  sf::Event::KeyEvent last_struck_{};  ///< with the modifiers it was struck with
  bool is_any_struck_ = false;
  float x_ = -FLT_MAX, y_ = -FLT_MAX;
};

}  // namespace park::ui
