// SPDX-License-Identifier: MIT
#include "present/film_margin.hpp"

#include "map/layers.hpp"
#include "panels/shown_futures.hpp"
#include "present/map_layer.hpp"
#include "present/text_lines.hpp"

namespace park::ui {
namespace {

/// Words of the month that is shown; the opening is the day before the first month.
std::string date_words(const FilmView& view) {
  const Scenario& scenario = view.scene.scenario(0);
  const TimeAxis axis{scenario.start, static_cast<int>(view.scene.futures().months()), 0};
  // What happens between two month ends happens in the later month.
  const int month = static_cast<int>(std::ceil(view.moment.month - 1e-9));
  return month_text(view.look.texts, axis, std::max(1, month));
}

std::string corner_words(const FilmView& view) {
  const Texts& texts = view.look.texts;
  const Futures& futures = view.scene.futures();
  std::string names;
  for (std::size_t place = 0; place < view.scene.count(); ++place) {
    if (!names.empty()) names += texts("ui.brief.versus");
    names += view.scene.scenario(place).name;
  }
  return texts("ui.brief.corner", {names, std::to_string(futures.seed()),
                                   std::to_string(futures.paired_runs()), PARKSIM_VERSION});
}

}  // namespace

void draw_film_head(Canvas& canvas, const FilmView& view) {
  const Theme& theme = view.look.theme;
  const FilmLayout& layout = view.layout;
  const bool is_opening = view.moment.chapter == 0;
  Box title = layout.title;
  if (!is_opening) {
    const std::string number = std::to_string(view.moment.chapter);
    canvas.text_in(view.type.headline, title, theme.scenario_text, number);
    title = title.inset(text_width(view.type.headline, number) + view.px(24), 0, 0, 0);
  }
  const std::string words = view.words(is_opening ? view.storyboard.title : view.chapter().title);
  const bool fits = text_width(view.type.headline, words) <= title.w;
  canvas.text_in(fits ? view.type.headline : view.type.fonts.title, title, theme.text, words);
  const std::string below = view.words(is_opening ? view.storyboard.subtitle : view.storyboard.title);
  canvas.text_in(view.type.fonts.body, layout.subtitle, theme.text_muted, below);
  canvas.text_in(view.type.headline, layout.date, theme.scenario_text, date_words(view), Align::Right);
}

void draw_map_words(Canvas& canvas, const FilmView& view) {
  const FilmLayout& layout = view.layout;
  const Texts& texts = view.look.texts;
  const std::vector<std::size_t> parks = view.parks();
  for (std::size_t k = 0; k < layout.names.size() && k < parks.size(); ++k) {
    canvas.text_in(view.type.fonts.title, layout.names[k], view.color_of(parks[k]),
                   label_of(view.scene.scenario(parks[k]), texts), Align::Middle);
  }
  if (layout.maps.empty()) return;
  const MapLayer layer = map_layer_of(view.chapter().layer);
  const ImFont* font = view.type.fonts.small;
  const std::vector<Category> categories = categories_of(layer, view.look.theme);
  const float mark = view.px(18);
  const float gap = view.px(30);
  std::vector<std::string> words;
  float width = -gap;
  for (const Category& category : categories) {
    words.push_back(texts("ui.map." + std::string(key_of(layer)) + "." + std::string(category.key)));
    width += mark + view.px(10) + text_width(font, words.back()) + gap;
  }
  Box line = layout.legend.inset(0, view.px(6), 0, 0);
  const std::string note = texts("ui.brief.map_note", {std::to_string(view.scene.chronicle(0)->seed())});
  const float note_width = text_width(font, note);
  const bool has_room = width + gap + note_width <= line.w;
  canvas.text_in(font, line, view.look.theme.text_faint, has_room ? note : std::string(), Align::Right);
  // In the middle, unless the note is in the way.
  const float most = has_room ? line.right() - note_width - gap - width : line.right() - width;
  line.x = std::max(line.x, std::min(line.middle_x() - width / 2, most));
  for (std::size_t k = 0; k < categories.size(); ++k) {
    canvas.fill({line.x, line.middle_y() - mark / 2, mark, mark}, categories[k].color, view.px(4));
    line.x += mark + view.px(10);
    line.x += canvas.text(font, line.x, line.middle_y() - font->FontSize / 2, view.look.theme.text_muted,
                          words[k]) +
              gap;
  }
}

void draw_film_caption(Canvas& canvas, const FilmView& view, const std::string& words) {
  const Box& box = view.layout.caption;
  const ImFont* font = view.type.caption;
  std::vector<std::string> lines = lines_of(font, words, box.w, 2);
  const bool is_cut = !lines.empty() && lines.back().ends_with("…") && !words.ends_with("…");
  if (is_cut) {
    font = view.type.fonts.body;
    lines = lines_of(font, words, box.w, 3);
  }
  const float height = font->FontSize * 1.32F;
  float y = box.middle_y() - height * static_cast<float>(lines.size()) / 2 + (height - font->FontSize) / 2;
  for (const std::string& line : lines) {
    canvas.text(font, box.middle_x(), y, view.look.theme.text, line, Align::Middle);
    y += height;
  }
}

void draw_film_foot(Canvas& canvas, const FilmView& view) {
  const Theme& theme = view.look.theme;
  canvas.text_in(view.type.fonts.small, view.layout.corner, theme.text_faint, corner_words(view),
                 Align::Right);
  const Box& bar = view.layout.progress;
  const auto frames = static_cast<float>(view.clock.frames());
  const float now =
      static_cast<float>(view.moment.seconds) * static_cast<float>(view.clock.frames_a_second());
  for (std::size_t chapter = 0; chapter < view.clock.chapters(); ++chapter) {
    const auto begin = static_cast<float>(view.clock.first_frame(chapter));
    const float end = chapter + 1 < view.clock.chapters()
                          ? static_cast<float>(view.clock.first_frame(chapter + 1))
                          : frames;
    const float left = bar.x + bar.w * begin / frames + (chapter > 0 ? view.px(3) : 0);
    const float right = bar.x + bar.w * end / frames;
    canvas.fill({left, bar.y, right - left, bar.h}, theme.field);
    const float reached = bar.x + bar.w * std::clamp(now + 1, begin, end) / frames;
    canvas.fill({left, bar.y, reached - left, bar.h}, theme.accent);
  }
}

}  // namespace park::ui
