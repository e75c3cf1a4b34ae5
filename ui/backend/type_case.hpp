// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <vector>

#include "backend/typeface.hpp"

namespace park::ui {

/// Fills Dear ImGui's atlas with type. A glyph is drawn when a frame first shows it: until then the fonts
/// know its width alone, so that a size costs next to nothing and every character of the typeface can be
/// shown.
class TypeCase {
 public:
  /// The atlas must outlive it.
  explicit TypeCase(ImFontAtlas& atlas) : atlas_(atlas) {}
  TypeCase(const TypeCase&) = delete;
  TypeCase& operator=(const TypeCase&) = delete;

  /// Drops all sizes and glyphs; those of the sizes added next are built by build().
  void clear();
  ImFont* add(float pixels, bool is_bold);
  void build();

  /// Draws the glyphs that a frame shows and that were not there yet. If there are any the frame has holes
  /// and must be built again.
  [[nodiscard]] bool fill_in(const ImDrawData& frame);
  /// Rows of the atlas that changed since this was asked last; nothing if none did.
  struct Rows {
    int from = 0;
    int to = 0;  ///< one past the last
  };
  [[nodiscard]] std::optional<Rows> take_changed();

 private:
  struct Size {
    float pixels = 0;
    bool is_bold = false;
    float base = 0;  ///< from the top of the line to the base line
  };
  friend bool build_case(ImFontAtlas* atlas);

  void lay_out_atlas();
  void list_glyphs(std::size_t number);
  /// Whether there was room for it.
  [[nodiscard]] bool draw(std::size_t number, std::uint16_t character);
  /// Upper left corner of a free rectangle; nothing if there is none.
  [[nodiscard]] std::optional<ImVec2> place(int width, int height);
  void grow();

  ImFontAtlas& atlas_;
  Typeface typeface_;
  std::vector<Size> sizes_;
  int height_ = 0;  ///< of the atlas
  // Shelves from the top down, the last of which is being filled.
  int shelf_top_ = 0, shelf_height_ = 0, shelf_x_ = 0;
  std::optional<Rows> changed_;
};

}  // namespace park::ui
