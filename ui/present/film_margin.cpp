// SPDX-License-Identifier: MIT
#include "present/film_margin.hpp"

#include <algorithm>
#include <span>

#include "charts/text_lines.hpp"
#include "map/layers.hpp"
#include "panels/shown_futures.hpp"
#include "present/film_cards.hpp"
#include "present/map_layer.hpp"

namespace park::ui {
namespace {

/// The last month that has passed, of which the numbers are; at the opening the first.
std::string date_words(const FilmView& view) {
  const Scenario& scenario = view.scene.scenario(0);
  const TimeAxis axis{scenario.start, static_cast<int>(view.scene.futures().months()), 0};
  return month_text(view.look.texts, axis, std::max(1, view.month()));
}

std::string corner_words(const FilmView& view) {
  const Texts& texts = view.look.texts;
  const Futures& futures = view.scene.futures();
  std::string names;
  for (std::size_t place = 0; place < view.scene.count(); ++place) {
    if (!names.empty()) names += texts("ui.brief.versus");
    names += label_of(view.scene.scenario(place), texts);
  }
  return texts("ui.brief.corner", {names, std::to_string(futures.seed()),
                                   std::to_string(futures.paired_runs()), PARKSIM_VERSION});
}

std::string map_note(const FilmView& view) {
  return view.look.texts("ui.brief.map_note", {std::to_string(view.scene.chronicle(0)->seed())});
}

/// Colours of the map's layer below the maps, and that they show a single run. Where there is no room for
/// that it stands in the lower left corner of the frame.
void draw_film_legend(Canvas& canvas, const FilmView& view) {
  const Texts& texts = view.look.texts;
  const MapLayer layer = map_layer_of(view.chapter().layer);
  const ImFont* font = view.type.fonts.small;
  const std::vector<Category> categories = categories_of(layer, view.look.theme);
  const float mark = view.px(18);
  const float after_mark = view.px(9);
  std::vector<std::string> words;
  float filled = 0;
  for (const Category& category : categories) {
    words.push_back(texts("ui.map." + std::string(key_of(layer)) + "." + std::string(category.key)));
    filled += mark + after_mark + text_width(font, words.back());
  }
  Box line = view.layout.legend.inset(0, view.px(6), 0, 0);
  const auto gaps = static_cast<float>(categories.size() - 1);
  const float gap = std::clamp((line.w - filled) / std::max(1.0F, gaps), view.px(8), view.px(30));
  const float width = filled + gap * gaps;
  const std::string note = map_note(view);
  const float note_width = text_width(font, note);
  const bool has_room = width + view.px(24) + note_width <= line.w;
  if (has_room) {
    canvas.text_in(font, line, view.look.theme.text_faint, note, Align::Right);
  } else {
    canvas.text_in(font, view.layout.corner, view.look.theme.text_faint, note);
  }
  // In the middle, unless the note is in the way.
  const float most = line.right() - width - (has_room ? note_width + view.px(24) : 0);
  line.x = std::max(line.x, std::min(line.middle_x() - width / 2, most));
  for (std::size_t k = 0; k < categories.size(); ++k) {
    canvas.fill({line.x, line.middle_y() - mark / 2, mark, mark}, categories[k].color, view.px(4));
    line.x += mark + after_mark;
    const float top = line.middle_y() - font->FontSize / 2;
    line.x += canvas.text(font, line.x, top, view.look.theme.text_muted, words[k]) + gap;
  }
}

std::string joined(std::span<const std::string> lines, const Texts& texts) {
  std::string words;
  for (const std::string& line : lines) words += (words.empty() ? "" : texts("ui.brief.adjust.and")) + line;
  return words;
}

/// That the last scenario is no longer the one that the film began with: as many changes as fit, and how many
/// more there are.
void draw_changes(Canvas& canvas, const FilmView& view, const Box& box) {
  const Texts& texts = view.look.texts;
  const Theme& theme = view.look.theme;
  const Scenario& scenario = view.scene.scenario(view.scene.count() - 1);
  const std::vector<std::string> lines = change_lines(view.changes, scenario, texts);
  const float edge = view.px(16);
  std::string words;
  const ImFont* font = nullptr;
  for (std::size_t told = lines.size(); told > 0; --told) {
    words = texts("ui.brief.adjust.note",
                  {label_of(scenario, texts), joined(std::span(lines).first(told), texts)});
    if (told < lines.size()) words += texts("ui.brief.adjust.more", {std::to_string(lines.size() - told)});
    font = text_width(view.type.fonts.body, words) <= box.w - 2 * edge ? view.type.fonts.body
                                                                       : view.type.fonts.small;
    if (text_width(font, words) <= box.w - 2 * edge) break;
  }
  words = shortened(font, words, box.w - 2 * edge);
  const Box pill{box.x, box.y, text_width(font, words) + 2 * edge, box.h};
  canvas.fill(pill, faded(theme.scenario, 0.18), view.px(8));
  canvas.outline(pill, theme.scenario_text, view.px(8), view.px(1.5F));
  canvas.text_in(font, pill, theme.text, words, Align::Middle);
}

}  // namespace

void draw_film_head(Canvas& canvas, const FilmView& view, float taken) {
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
  Box second = layout.subtitle;
  second.w = layout.callout.right() - second.x - (taken > 0 ? taken + view.px(20) : 0);
  if (!view.changes.empty()) {
    draw_changes(canvas, view, second);
  } else {
    const std::string below = view.words(is_opening ? view.storyboard.subtitle : view.storyboard.title);
    canvas.text_in(view.type.fonts.body, second, theme.text_muted, below);
  }
  canvas.text_in(view.type.headline, layout.date, theme.scenario_text, date_words(view), Align::Right);
}

void draw_map_words(Canvas& canvas, const FilmView& view) {
  const FilmLayout& layout = view.layout;
  const std::vector<std::size_t> parks = view.parks();
  for (std::size_t k = 0; k < layout.names.size() && k < parks.size(); ++k) {
    canvas.text_in(view.type.fonts.title, layout.names[k], view.color_of(parks[k]),
                   label_of(view.scene.scenario(parks[k]), view.look.texts), Align::Middle);
  }
  if (!layout.maps.empty()) draw_film_legend(canvas, view);
}

float draw_film_callout(Canvas& canvas, const FilmView& view, const std::vector<TimedCallout>& callouts) {
  const double now = view.moment.chapter_seconds;
  const auto told = std::ranges::find_if(
      callouts, [&](const TimedCallout& one) { return now >= one.begin && now < one.end; });
  if (told == callouts.end()) return 0;
  const double edge = std::min(now - told->begin, told->end - now);
  const double opacity = std::clamp(edge / 0.3, 0.0, 1.0);
  const Theme& theme = view.look.theme;
  const float room = view.layout.callout.w - view.px(40);
  const std::string told_words = callout_words(told->callout, view.scene.futures(), view.look.texts);
  const bool fits = text_width(view.type.fonts.body, told_words) <= room;
  const ImFont* font = fits ? view.type.fonts.body : view.type.fonts.small;
  const std::string words = shortened(font, told_words, room);
  const float width = text_width(font, words) + view.px(40);
  const Box box{view.layout.callout.right() - width, view.layout.callout.y, width, view.layout.callout.h};
  const Better better = view.scene.futures().columns()[told->callout.column].better;
  const Color color =
      color_of_change(told->callout.change, better, theme,
                      view.scene.count() > 2 ? view.color_of(told->callout.scenario) : theme.scenario_text);
  canvas.fill(box, faded(color, 0.16 * opacity), view.px(8));
  canvas.outline(box, faded(color, opacity), view.px(8), view.px(1.5F));
  canvas.text_in(font, box, faded(theme.text, opacity), words, Align::Middle);
  return width;
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

void draw_film_corner(Canvas& canvas, const FilmView& view) {
  canvas.text_in(view.type.fonts.small, view.layout.corner, view.look.theme.text_faint, corner_words(view),
                 Align::Right);
}

void draw_film_progress(Canvas& canvas, const FilmView& view) {
  const Theme& theme = view.look.theme;
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
