// SPDX-License-Identifier: MIT
#include "present/player_bar.hpp"

#include <algorithm>

namespace park::ui {
namespace {

/// Two bars or a triangle: the typeface lacks the signs.
void draw_state(Canvas& canvas, float x, float y, float size, bool is_playing, Color color) {
  if (is_playing) {
    canvas.list().AddTriangleFilled({x, y}, {x, y + size}, {x + size * 0.87F, y + size / 2}, packed(color));
    return;
  }
  canvas.fill({x, y, size * 0.3F, size}, color);
  canvas.fill({x + size * 0.55F, y, size * 0.3F, size}, color);
}

}  // namespace

void draw_player_bar(Canvas& canvas, const FilmView& view, bool is_playing, double opacity) {
  const Theme& theme = view.look.theme;
  const Box& edge = view.layout.progress;
  const float height = view.px(64);
  const Box strip{edge.x, edge.bottom() - height, edge.w, height};
  canvas.fill(strip, faded(theme.panel, 0.96 * opacity));
  const float size = view.px(24);
  const float middle = strip.y + view.px(26);
  draw_state(canvas, strip.x + view.px(24), middle - size / 2, size, is_playing, faded(theme.text, opacity));
  const ImFont* font = view.type.fonts.small;
  const float top = middle - font->FontSize / 2;
  // Beside the button where there is one.
  const Look at_1080_lines{view.look.texts, theme, view.type.fonts, view.layout.unit};
  const float left = is_playing ? strip.x + view.px(64)
                                : lever_button(view.type, at_1080_lines, edge.bottom()).right() + view.px(20);
  canvas.text(font, left, top, faded(theme.text, opacity), view.words(view.chapter().title));
  canvas.text(font, strip.right() - view.px(24), top, faded(theme.text_muted, opacity),
              view.look.texts("ui.brief.keys"), Align::Right);
  const Box bar{strip.x, strip.bottom() - view.px(14), strip.w, view.px(14)};
  const auto frames = static_cast<float>(view.clock.frames());
  const float now = static_cast<float>(view.moment.seconds * view.clock.frames_a_second()) / frames;
  canvas.fill(bar, faded(theme.field, opacity));
  canvas.fill({bar.x, bar.y, bar.w * std::clamp(now, 0.0F, 1.0F), bar.h}, faded(theme.accent_hover, opacity));
  for (std::size_t chapter = 1; chapter < view.clock.chapters(); ++chapter) {
    const float x = bar.x + bar.w * static_cast<float>(view.clock.first_frame(chapter)) / frames;
    canvas.fill({x - view.px(1.5F), bar.y, view.px(3), bar.h}, faded(theme.panel, opacity));
  }
}

Box lever_button(const FilmType& type, const Look& look, float height) {
  const float width = text_width(type.fonts.small, look.texts("ui.brief.adjust.button")) + look.px(28);
  const float tall = look.px(32);
  return {look.px(56), height - look.px(38) - tall / 2, width, tall};
}

void draw_lever_button(Canvas& canvas, const FilmView& view) {
  const Theme& theme = view.look.theme;
  const Look look{view.look.texts, theme, view.type.fonts, view.layout.unit};
  const Box box = lever_button(view.type, look, view.layout.progress.bottom());
  canvas.fill(box, theme.field, view.px(8));
  canvas.outline(box, theme.scenario_text, view.px(8), view.px(1.5F));
  canvas.text_in(view.type.fonts.small, box, theme.text, look.texts("ui.brief.adjust.button"), Align::Middle);
}

}  // namespace park::ui
