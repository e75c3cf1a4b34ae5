// SPDX-License-Identifier: MIT
#include "dashboard_window.hpp"

#include <imgui.h>

#include <SFML/Graphics/RenderWindow.hpp>

#include "backend/frame_clock.hpp"
#include "backend/gui.hpp"
#include "backend/look.hpp"

namespace park::ui {
namespace {

sf::Color sfml(Color color) { return {color.r, color.g, color.b, color.a}; }

}  // namespace

void run_dashboard_window(const Request& request, const Texts& texts) {
  const Size size = request.size.value_or(smallest_size);
  sf::RenderWindow window(sf::VideoMode(size.width, size.height), "parksim");
  window.setPosition({0, 0});  // without a window manager SFML puts it off the screen
  const Theme& theme = theme_of(request.theme.value_or(ThemeKind::Dark));
  Gui gui(Gui::Drawing::ByOpenGl);
  gui.dress(theme, static_cast<float>(request.scale.value_or(1)), texts("ui.name"));
  FrameClock clock;
  window.setFramerateLimit(60);
  while (window.isOpen()) {
    for (sf::Event event; window.pollEvent(event);) {
      if (event.type == sf::Event::Closed) window.close();
      if (event.type == sf::Event::Resized) {
        window.setView(sf::View(sf::FloatRect(0, 0, static_cast<float>(event.size.width),
                                              static_cast<float>(event.size.height))));
      }
      gui.take(event);
    }
    if (!window.isOpen()) break;
    clock.begin();
    gui.begin_frame(window.getSize(), 1.0F / 60);
    ImDrawList& back = *ImGui::GetBackgroundDrawList();
    back.AddText(gui.fonts().title, gui.fonts().title->FontSize, {18, 14}, packed(theme.text),
                 texts("ui.name").c_str());
    window.clear(sfml(theme.panel));
    gui.end_frame(window);
    clock.end();
    window.display();
  }
}

}  // namespace park::ui
