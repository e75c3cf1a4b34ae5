// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "backend/gui.hpp"
#include "backend/look.hpp"
#include "panels/dashboard.hpp"

namespace park::ui {

/// Words in both languages and type in the scale of the view, so that language, theme and scale change
/// between two frames.
class Wardrobe {
 public:
  /// Dresses the program for these settings; does nothing where nothing changed. Between frames only.
  void dress(Gui& gui, const ViewSettings& view);
  [[nodiscard]] Look look(const Gui& gui) const;

 private:
  [[nodiscard]] const Texts& texts() const { return language_ == Language::Chinese ? chinese_ : english_; }

  Texts chinese_ = Texts::load(Language::Chinese);
  Texts english_ = Texts::load(Language::English);
  Language language_ = Language::Chinese;
  std::optional<ThemeKind> theme_;
  float scale_ = 0;  ///< none yet
};

}  // namespace park::ui
