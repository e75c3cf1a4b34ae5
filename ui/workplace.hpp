// SPDX-License-Identifier: MIT
#pragma once

#include <SFML/Graphics/RenderTarget.hpp>
#include <SFML/Window/Event.hpp>
#include <memory>
#include <optional>
#include <vector>

#include "backend/gui.hpp"
#include "command_line.hpp"
#include "panels/dashboard.hpp"
#include "wardrobe.hpp"

namespace park::ui {

/// The session that a request asks for, with its scenarios open, or all that is wrong with their files.
[[nodiscard]] Checked<std::shared_ptr<Session>> open_session(const Request& request);

/// The scale that makes type as large on a screen of many pixels as on one of few.
[[nodiscard]] float usual_scale(Size size);

/// Session, dashboard and Dear ImGui together: what a window, a picture and a test all drive by events and
/// frames.
class Workplace {
 public:
  Workplace(std::shared_ptr<Session> session, const Request& request, Size size, Language language,
            Gui::Drawing drawing);

  [[nodiscard]] Dashboard& dashboard() { return dashboard_; }
  [[nodiscard]] const Texts& texts() const { return wardrobe_.look(gui_).texts; }

  /// Takes an event of the window. Anything may come, in any order.
  void take(const sf::Event& event);
  /// Builds a frame and draws it; if the target still holds the frame before, only where they differ. Returns
  /// the patches that were drawn.
  std::vector<Patch> draw(sf::RenderTarget& target, double seconds, bool keeps_frame = false);
  /// Builds a frame of that size, as draw() does, and draws it nowhere.
  void build(sf::Vector2u size, double seconds);

 private:
  void build_shell(sf::Vector2u size, double seconds);

  std::shared_ptr<Session> session_;
  Gui gui_;
  Wardrobe wardrobe_;
  Dashboard dashboard_;
  std::optional<Color> clear_;  ///< the colour under the frame
};

}  // namespace park::ui
