// SPDX-License-Identifier: MIT
#include <imgui.h>

#include "panels/icons.hpp"
#include "panels/pages.hpp"

namespace park::ui {

Box page_head(Dashboard& dashboard, const Box& box, const Look& look, const std::string& title,
              const std::string& note) {
  Box rest = box.inset(look.px(16), look.px(10), look.px(12), look.px(10));
  Box line = rest.take_top(look.px(30));
  const float size = look.px(24);
  const Box close = line.take_right(size);
  ImGui::SetCursorScreenPos({close.x, close.y});
  if (icon_button(look, "to pictures", Icon::Close, size, look.texts("ui.compare.to_pictures")))
    dashboard.planner.page = Page::Pictures;
  Canvas canvas(look);
  const float width = text_width(look.fonts.title, title);
  canvas.text_in(look.fonts.title, line.take_left(width + look.px(14)), look.theme.text, title);
  canvas.text_in(look.fonts.small, line, look.theme.text_faint, note);
  rest.take_top(look.px(6));
  return rest;
}

}  // namespace park::ui
