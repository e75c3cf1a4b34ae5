// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "backend/patch.hpp"

namespace park::ui {

/// Finds out where a frame of Dear ImGui looks different from the one before: most of a dashboard stands
/// still from frame to frame.
class FrameChanges {
 public:
  /// The patches that differ from the frame that was given last, by comparing every corner of every triangle;
  /// some may overlap. Everything if it is the first one, or if windows changed places.
  [[nodiscard]] std::vector<Patch> take(const ImDrawData& frame);

 private:
  /// A window's triangles as they were.
  struct Kept {
    std::string name;
    std::vector<ImDrawVert> corners;
    std::vector<ImDrawIdx> order;
    std::vector<ImDrawCmd> commands;
  };

  [[nodiscard]] static Patch difference(const Kept& before, const ImDrawList& now);
  static void keep(Kept& kept, const ImDrawList& now);

  std::vector<Kept> kept_;
  Patch screen_;
};

}  // namespace park::ui
