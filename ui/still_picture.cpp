// SPDX-License-Identifier: MIT
#include "still_picture.hpp"

#include <SFML/Graphics/RenderTexture.hpp>

#include "backend/gui.hpp"
#include "backend/picture.hpp"
#include "core/assert.hpp"

namespace park::ui {

void make_still_picture(const Request& request, const Texts& texts) {
  const Size size = request.size.value_or(Size{1920, 1080});
  sf::RenderTexture target;
  if (!target.create(size.width, size.height))
    throw WorldError("the graphics driver draws no picture of that size");
  target.setActive(true);
  const Theme& theme = theme_of(request.theme.value_or(ThemeKind::Dark));
  Gui gui(Gui::Drawing::ByOpenGl);
  gui.dress(theme, static_cast<float>(request.scale.value_or(1)), texts("ui.name"));
  gui.begin_frame(target.getSize(), 1.0F / 60);
  target.clear({theme.panel.r, theme.panel.g, theme.panel.b});
  gui.end_frame(target);
  target.display();
  save_png(target.getTexture().copyToImage(), *request.picture);
}

}  // namespace park::ui
