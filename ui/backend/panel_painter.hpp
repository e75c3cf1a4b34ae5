// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <optional>

#include "backend/patch.hpp"
#include "backend/type_case.hpp"

namespace park::ui {

/// Draws frames of Dear ImGui by OpenGL 1.1, which every driver has.
class PanelPainter {
 public:
  PanelPainter() = default;
  /// Its context must be active, here and in everything below.
  ~PanelPainter();
  PanelPainter(const PanelPainter&) = delete;
  PanelPainter& operator=(const PanelPainter&) = delete;

  /// Takes over the rows of the atlas that are new.
  void take_type(ImFontAtlas& atlas, const TypeCase::Rows& rows);
  /// Draws what of a frame lies within `patch`.
  void paint(const ImDrawData& frame, const Patch& patch) const;

 private:
  [[nodiscard]] unsigned texture_of(const ImDrawCmd& command) const;

  unsigned texture_ = 0;
  int height_ = 0;  ///< of the texture
};

}  // namespace park::ui
