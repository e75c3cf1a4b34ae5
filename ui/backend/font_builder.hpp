// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <deque>
#include <string_view>

namespace park::ui {

/// Builds the glyphs of a program into an atlas, which it empties first: sizes one by one, then all at once.
/// Throws WorldError if the font is not installed.
class FontBuilder {
 public:
  explicit FontBuilder(ImFontAtlas& atlas);

  /// A size with the Latin alphabet and the characters of `text`; `with_common` adds the usual Chinese ones.
  ImFont* add(float pixels, bool is_bold, std::string_view text, bool with_common = false);
  void build();

 private:
  ImFontAtlas& atlas_;
  std::deque<ImVector<ImWchar>> ranges_;  ///< the atlas looks at them until it is built
};

}  // namespace park::ui
