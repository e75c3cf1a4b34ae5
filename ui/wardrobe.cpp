// SPDX-License-Identifier: MIT
#include "wardrobe.hpp"

namespace park::ui {

void Wardrobe::dress(Gui& gui, const ViewSettings& view) {
  language_ = view.language;
  if (theme_ != view.theme || scale_ != view.scale) gui.set_style(theme_of(view.theme), view.scale);
  theme_ = view.theme;
  if (scale_ != view.scale) gui.set_type(view.scale);
  scale_ = view.scale;
}

Look Wardrobe::look(const Gui& gui) const { return {texts(), theme_of(*theme_), gui.fonts(), scale_}; }

}  // namespace park::ui
