// SPDX-License-Identifier: MIT
#include "backend/clear_patch.hpp"

#include <GL/gl.h>

#include "core/assert.hpp"

namespace park::ui {

void clear_patch(sf::RenderTarget& target, const Patch& patch, Color color) {
  if (!target.setActive(true)) throw WorldError("the graphics driver has lost the window");
  // OpenGL counts rows from below. Off again at once: SFML copies its pages of glyphs by a way that the
  // scissors cut too.
  glEnable(GL_SCISSOR_TEST);
  glScissor(patch.left, static_cast<int>(target.getSize().y) - patch.bottom, patch.right - patch.left,
            patch.bottom - patch.top);
  target.clear({color.r, color.g, color.b});
  glDisable(GL_SCISSOR_TEST);
}

}  // namespace park::ui
