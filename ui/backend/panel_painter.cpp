// SPDX-License-Identifier: MIT
#include "backend/panel_painter.hpp"

#include <GL/gl.h>

#include <cstddef>
#include <cstdint>

#include "core/assert.hpp"

namespace park::ui {
namespace {

/// OpenGL's state for triangles with colours and a texture, put back at its end as far as SFML does not do
/// that itself.
class Triangles {
 public:
  explicit Triangles(ImVec2 size) {
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_TEXTURE_2D);
    glEnableClientState(GL_VERTEX_ARRAY);
    glEnableClientState(GL_TEXTURE_COORD_ARRAY);
    glEnableClientState(GL_COLOR_ARRAY);
    glViewport(0, 0, static_cast<GLsizei>(size.x), static_cast<GLsizei>(size.y));
    glMatrixMode(GL_TEXTURE);
    glLoadIdentity();
    glMatrixMode(GL_PROJECTION);
    glLoadIdentity();
    glOrtho(0, static_cast<GLdouble>(size.x), static_cast<GLdouble>(size.y), 0, -1, 1);
    glMatrixMode(GL_MODELVIEW);
    glLoadIdentity();
  }
  ~Triangles() {
    glDisable(GL_SCISSOR_TEST);
    glBindTexture(GL_TEXTURE_2D, 0);
  }
  Triangles(const Triangles&) = delete;
  Triangles& operator=(const Triangles&) = delete;
};

void take_corners(const ImDrawList& list, unsigned first) {
  const ImDrawVert* corners = list.VtxBuffer.Data + first;
  glVertexPointer(2, GL_FLOAT, sizeof(ImDrawVert), &corners->pos);
  glTexCoordPointer(2, GL_FLOAT, sizeof(ImDrawVert), &corners->uv);
  glColorPointer(4, GL_UNSIGNED_BYTE, sizeof(ImDrawVert), &corners->col);
}

}  // namespace

PanelPainter::~PanelPainter() {
  if (texture_ != 0) glDeleteTextures(1, &texture_);
}

void PanelPainter::take_type(ImFontAtlas& atlas, const TypeCase::Rows& rows) {
  if (texture_ == 0) glGenTextures(1, &texture_);
  glBindTexture(GL_TEXTURE_2D, texture_);
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  const bool is_new = height_ != atlas.TexHeight;
  if (is_new) {
    // Lines are drawn from between the pixels of the atlas.
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_ALPHA, atlas.TexWidth, atlas.TexHeight, 0, GL_ALPHA, GL_UNSIGNED_BYTE,
                 atlas.TexPixelsAlpha8);
    if (glGetError() != GL_NO_ERROR) throw WorldError("the graphics driver takes no texture of type");
    height_ = atlas.TexHeight;
  } else {
    const std::ptrdiff_t before = static_cast<std::ptrdiff_t>(rows.from) * atlas.TexWidth;
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, rows.from, atlas.TexWidth, rows.to - rows.from, GL_ALPHA,
                    GL_UNSIGNED_BYTE, atlas.TexPixelsAlpha8 + before);
  }
  glBindTexture(GL_TEXTURE_2D, 0);
}

/// Pictures within a frame name their texture, type does not.
unsigned PanelPainter::texture_of(const ImDrawCmd& command) const {
  const auto named = static_cast<unsigned>(reinterpret_cast<std::uintptr_t>(command.TextureId));  // NOLINT
  return named == 0 ? texture_ : named;
}

void PanelPainter::paint(const ImDrawData& frame, const Patch& patch) const {
  const Triangles triangles(frame.DisplaySize);
  const auto height = static_cast<int>(frame.DisplaySize.y);
  unsigned bound = 0;
  for (int i = 0; i < frame.CmdListsCount; ++i) {
    const ImDrawList& list = *frame.CmdLists[i];
    unsigned first = ~0U;
    for (const ImDrawCmd& command : list.CmdBuffer) {
      PARK_ASSERT(command.UserCallback == nullptr);
      const ImVec4& clip = command.ClipRect;
      const Patch seen = common(touched(clip.x, clip.y, clip.z, clip.w), patch);
      if (seen.is_empty() || command.ElemCount == 0) continue;
      const unsigned texture = texture_of(command);
      if (bound != texture) glBindTexture(GL_TEXTURE_2D, bound = texture);
      if (first != command.VtxOffset) take_corners(list, first = command.VtxOffset);
      glScissor(seen.left, height - seen.bottom, seen.right - seen.left, seen.bottom - seen.top);
      glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                     list.IdxBuffer.Data + command.IdxOffset);
    }
  }
}

}  // namespace park::ui
