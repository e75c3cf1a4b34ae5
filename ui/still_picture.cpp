// SPDX-License-Identifier: MIT
#include "still_picture.hpp"

#include <SFML/Graphics/RenderTexture.hpp>

#include "backend/picture.hpp"
#include "core/assert.hpp"

namespace park::ui {

void make_still_picture(const Request& request, std::shared_ptr<Session> session, Language language) {
  const Size size = request.size.value_or(Size{1920, 1080});
  sf::RenderTexture target;
  if (!target.create(size.width, size.height) || !target.setActive(true))
    throw WorldError("the graphics driver draws no picture of that size");
  static_cast<void>(session->wait());  // the frame asks for the answer itself
  Workplace place(session, request, size, language, Gui::Drawing::ByOpenGl);
  place.dashboard().is_still = true;
  // A frame asks for what the one before showed to be missing, and it is waited for: lives, their sites, the
  // story of what is selected.
  constexpr int frames = 4;
  for (int frame = 0; frame < frames; ++frame) {
    place.draw(target, 0);
    place.dashboard().wait_for_work();
  }
  target.display();
  save_png(opaque(target.getTexture().copyToImage()), *request.picture);
}

}  // namespace park::ui
