// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "backend/gui.hpp"
#include "backend/look.hpp"
#include "panels/dashboard.hpp"

namespace park::ui {

/// Words in both languages and type in the scale of the view, so that language, theme and scale change
/// between two frames.
class Wardrobe {
 public:
  Wardrobe();

  /// Dresses the program for these settings, and with glyphs for the labels of the open scenarios; does
  /// nothing where nothing changed. Between frames only.
  void dress(Gui& gui, const ViewSettings& view, const Session& session);
  [[nodiscard]] Look look(const Gui& gui) const;

 private:
  [[nodiscard]] const Texts& texts() const { return language_ == Language::Chinese ? chinese_ : english_; }

  Texts chinese_ = Texts::load(Language::Chinese);
  Texts english_ = Texts::load(Language::English);
  std::string catalogue_text_;  ///< all that the shipped words and catalogues show
  std::string signature_;       ///< of the scenarios whose labels the type now has glyphs for
  Language language_ = Language::Chinese;
  std::optional<ThemeKind> theme_;
  float scale_ = 0;  ///< none yet
};

}  // namespace park::ui
