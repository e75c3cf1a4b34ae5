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
  /// Sets up keys and clipboard of the current context.
  EventGlue();
  EventGlue(const EventGlue&) = delete;
  EventGlue& operator=(const EventGlue&) = delete;

  void take(const sf::Event& event);
  /// Hands what came since the last frame to Dear ImGui; call before NewFrame.
  void begin_frame(float width, float height, float seconds);

 private:
  void take_button(const sf::Event::MouseButtonEvent& button, bool is_down);
  void take_key(const sf::Event::KeyEvent& key, bool is_down);
  void lose_focus();

  std::string clipboard_;
  std::array<bool, 3> held_{};
  std::array<bool, 3> clicked_{};  ///< pressed since the last frame, even if already released
  float x_ = -FLT_MAX, y_ = -FLT_MAX;
};

}  // namespace park::ui
