// SPDX-License-Identifier: MIT
#include "backend/panel_painter.hpp"

#include <GL/gl.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

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

/// Triangles that follow each other, all of one colour or not.
struct Run {
  unsigned first = 0;
  unsigned count = 0;
  bool is_plain = false;
};

/// Looking into a texture costs a driver that draws by software most of a pixel's time, and changing over
/// costs as much as so many pixels.
constexpr float pixels_a_change = 2500;

float area_of(const ImVec2& a, const ImVec2& b, const ImVec2& c) {
  return std::abs((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2;
}

/// A command's triangles, those that are large and look into the white pixel alone set apart.
void find_runs(const ImDrawList& list, const ImDrawCmd& command, ImVec2 white, std::vector<Run>& runs) {
  runs.clear();
  const ImDrawIdx* order = list.IdxBuffer.Data + command.IdxOffset;
  const ImDrawVert* corners = list.VtxBuffer.Data + command.VtxOffset;
  const auto is_white = [&](unsigned i) {
    const ImVec2& uv = corners[order[i]].uv;
    return uv.x == white.x && uv.y == white.y;
  };
  unsigned taken = 0;  // up to here there are runs
  unsigned plain = 0;  // from here on all are plain
  float area = 0;
  const auto set_apart = [&](unsigned end) {
    if (area >= pixels_a_change) {
      if (plain > taken) runs.push_back({taken, plain - taken, false});
      runs.push_back({plain, end - plain, true});
      taken = end;
    }
    area = 0;
  };
  for (unsigned i = 0; i < command.ElemCount; i += 3) {
    if (is_white(i) && is_white(i + 1) && is_white(i + 2)) {
      area += area_of(corners[order[i]].pos, corners[order[i + 1]].pos, corners[order[i + 2]].pos);
      continue;
    }
    set_apart(i);
    plain = i + 3;
  }
  set_apart(command.ElemCount);
  if (taken < command.ElemCount) runs.push_back({taken, command.ElemCount - taken, false});
}

void draw_run(const ImDrawList& list, const ImDrawCmd& command, const Run& run) {
  if (run.is_plain) glDisable(GL_TEXTURE_2D);
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(run.count), GL_UNSIGNED_SHORT,
                 list.IdxBuffer.Data + command.IdxOffset + run.first);
  if (run.is_plain) glEnable(GL_TEXTURE_2D);
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
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  std::vector<Run> runs;
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
      find_runs(list, command, white, runs);
      for (const Run& run : runs) draw_run(list, command, run);
    }
  }
}

}  // namespace park::ui
