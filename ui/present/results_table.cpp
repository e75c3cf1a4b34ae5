// SPDX-License-Identifier: MIT
#include "present/results_table.hpp"

#include <algorithm>
#include <cmath>

#include "charts/number_text.hpp"
#include "charts/text_lines.hpp"
#include "core/assert.hpp"
#include "panels/shown_futures.hpp"
#include "present/film_cards.hpp"
#include "present/indicator_name.hpp"

namespace park::ui {
namespace {

/// Widths of the columns from the left: name with unit, values, differences (or the range of a scenario that
/// is alone).
struct Columns {
  float name = 0, value = 0, difference = 0;
  std::size_t differences = 0;
  bool has_intervals_below = false;  ///< the differences, where they do not fit beside them
};

std::string interval_of(const FilmView& view, std::size_t place, std::size_t column) {
  const Futures& futures = view.scene.futures();
  const PairedChange& change = futures.difference(place, static_cast<std::size_t>(view.month()), column);
  if (change.n < 2) return {};
  return interval_text(view.look.texts, change.lo, change.hi, futures.columns()[column].unit);
}

/// Share of a difference's cell in which its interval stands beside it.
constexpr float beside = 0.6F;

Columns columns_of(const FilmView& view, const Box& box, const std::vector<std::size_t>& shown) {
  const std::size_t values = view.scene.count();
  const std::size_t differences = std::max<std::size_t>(1, values - 1);
  const auto cut = [&](float wide) {
    const float parts = 1.7F + 0.8F * static_cast<float>(values) + wide * static_cast<float>(differences);
    const float part = box.w / parts;
    return Columns{1.7F * part, 0.8F * part, wide * part, differences, false};
  };
  Columns columns = cut(1.5F);
  const float room = beside * columns.difference - view.px(12);
  for (const std::size_t column : shown) {
    for (std::size_t place = 1; place < values; ++place) {
      const float width = text_width(view.type.fonts.small, interval_of(view, place, column));
      if (width <= room) continue;
      columns = cut(1.15F);
      columns.has_intervals_below = true;
      return columns;
    }
  }
  return columns;
}

/// In the first of the fonts in which they fit.
void draw_fitting(Canvas& canvas, const Box& box, std::initializer_list<const ImFont*> fonts, Color color,
                  const std::string& words, Align align) {
  const ImFont* chosen = *(fonts.end() - 1);
  for (const ImFont* font : fonts) {
    if (text_width(font, words) > box.w) continue;
    chosen = font;
    break;
  }
  canvas.text_in(chosen, box, color, words, align);
}

/// On two lines at most, in the vertical middle of the box.
void draw_lines(Canvas& canvas, const Box& box, const ImFont* font, Color color, const std::string& words,
                Align align) {
  const std::vector<std::string> lines = lines_of(font, words, box.w, 2);
  const float height = font->FontSize * 1.15F;
  float y = box.middle_y() - height * static_cast<float>(lines.size()) / 2;
  for (const std::string& line : lines) {
    canvas.text(font, align == Align::Right ? box.right() : box.x, y, color, line, align);
    y += height;
  }
}

/// Name and unit on one line, or one below the other.
void draw_name(Canvas& canvas, const Box& cell, const FilmView& view, const IndicatorColumn& indicator) {
  const Fonts& fonts = view.type.fonts;
  const Theme& theme = view.look.theme;
  const std::string name = indicator_name(indicator, view.look.texts);
  const std::string unit = unit_text(view.look.texts, indicator.unit);
  const float width = text_width(fonts.body, name);
  const float gap = view.px(12);
  if (width + gap + text_width(fonts.small, unit) <= cell.w) {
    canvas.text_in(fonts.body, cell, theme.text, name);
    const Box behind = cell.inset(width + gap, view.px(3), 0, 0);
    canvas.text_in(fonts.small, behind, theme.text_faint, unit);
    return;
  }
  const Box room = cell.inset(0, 0, view.px(8), 0);
  const std::string both = unit.empty() ? name : view.look.texts("ui.brief.page.with_unit", {name, unit});
  draw_lines(canvas, room, fonts.small, theme.text, both, Align::Left);
}

void draw_difference(Canvas& canvas, Box cell, const FilmView& view, const Columns& columns,
                     std::size_t place, std::size_t column) {
  const Theme& theme = view.look.theme;
  const Texts& texts = view.look.texts;
  const Futures& futures = view.scene.futures();
  const IndicatorColumn& indicator = futures.columns()[column];
  const PairedChange& change = futures.difference(place, static_cast<std::size_t>(view.month()), column);
  if (change.n == 0 || !std::isfinite(change.mean)) return;
  const Color color = color_of_change(change, indicator.better, theme, theme.scenario_text);
  const ImFont* small = view.type.fonts.small;
  const std::string interval = interval_of(view, place, column);
  if (columns.has_intervals_below) {
    Box lower = cell.inset(0, view.px(4), 0, view.px(4));
    const Box upper = lower.take_top(lower.h * 0.55F);
    draw_fitting(canvas, upper, {view.type.fonts.strong, small}, color,
                 difference_number(texts, change.mean, indicator.unit), Align::Right);
    canvas.text_in(small, lower, theme.text_muted, interval, Align::Right);
    return;
  }
  canvas.text_in(small, cell.take_right(beside * cell.w).inset(view.px(12), view.px(3), 0, 0),
                 theme.text_muted, interval);
  draw_fitting(canvas, cell, {view.type.fonts.strong, small}, color,
               difference_number(texts, change.mean, indicator.unit), Align::Right);
}

void draw_range(Canvas& canvas, const Box& cell, const FilmView& view, std::size_t column) {
  const Texts& texts = view.look.texts;
  const Futures& futures = view.scene.futures();
  const Band& band = futures.band(0, static_cast<std::size_t>(view.month()), column);
  const std::string& unit = futures.columns()[column].unit;
  if (band.n < 2) return;
  const std::string words = texts("ui.charts.from_to", {value_parts(texts, band.p025, unit).number,
                                                        value_parts(texts, band.p975, unit).number});
  canvas.text_in(view.type.fonts.body, cell, view.look.theme.text_muted, words, Align::Right);
}

void draw_row(Canvas& canvas, Box row, const FilmView& view, const Columns& columns, std::size_t column) {
  const Theme& theme = view.look.theme;
  const Texts& texts = view.look.texts;
  const Fonts& fonts = view.type.fonts;
  const IndicatorColumn& indicator = view.scene.futures().columns()[column];
  draw_name(canvas, row.take_left(columns.name), view, indicator);
  for (std::size_t place = 0; place < view.scene.count(); ++place) {
    const Band& band = view.scene.futures().band(place, static_cast<std::size_t>(view.month()), column);
    const bool is_reference = place == 0 && !view.is_alone();
    draw_fitting(canvas, row.take_left(columns.value),
                 {is_reference ? fonts.body : fonts.strong, fonts.small},
                 is_reference ? theme.baseline : theme.text,
                 value_parts(texts, band.mean, indicator.unit).number, Align::Right);
  }
  if (view.is_alone()) draw_range(canvas, row.take_left(columns.difference), view, column);
  for (std::size_t place = 1; place < view.scene.count(); ++place)
    draw_difference(canvas, row.take_left(columns.difference), view, columns, place, column);
}

/// On one line in body type or two in small.
void draw_heading(Canvas& canvas, const Box& cell, const FilmView& view, Color color,
                  const std::string& words) {
  const Fonts& fonts = view.type.fonts;
  if (text_width(fonts.body, words) <= cell.w) {
    canvas.text_in(fonts.body, cell, color, words, Align::Right);
  } else {
    draw_lines(canvas, cell, fonts.small, color, words, Align::Right);
  }
}

void draw_headings(Canvas& canvas, Box row, const FilmView& view, const Columns& columns) {
  const Texts& texts = view.look.texts;
  row.take_left(columns.name);
  for (std::size_t place = 0; place < view.scene.count(); ++place) {
    const Box cell = row.take_left(columns.value).inset(view.px(14), 0, 0, 0);
    draw_heading(canvas, cell, view, view.color_of(place), label_of(view.scene.scenario(place), texts));
  }
  for (std::size_t k = 0; k < columns.differences; ++k) {
    const Box cell = row.take_left(columns.difference).inset(view.px(14), 0, 0, 0);
    const Color color = view.scene.count() > 2 ? view.color_of(k + 1) : view.look.theme.text_muted;
    draw_heading(canvas, cell, view, color,
                 texts(view.is_alone() ? "ui.brief.range_heading" : "ui.brief.difference"));
  }
}

}  // namespace

void draw_results_table(Canvas& canvas, const Box& box, const FilmView& view,
                        const std::vector<std::string>& indicators) {
  std::vector<std::size_t> shown;
  for (const std::string& key : indicators) {
    const auto column = view.scene.futures().column(key);
    PARK_ASSERT(column.has_value());
    shown.push_back(*column);
  }
  Box rest = box;
  const Columns columns = columns_of(view, box, shown);
  const auto rows = static_cast<float>(shown.size());
  const float heading = view.px(60);
  const float height = std::min(view.px(100), (rest.h - heading) / std::max(1.0F, rows));
  rest.take_top(std::max(0.0F, (rest.h - heading - height * rows) / 2));
  draw_headings(canvas, rest.take_top(heading), view, columns);
  for (const std::size_t column : shown) {
    const Box row = rest.take_top(height);
    canvas.fill({row.x, row.y, row.w, std::max(1.0F, view.px(1.5F))}, view.look.theme.grid);
    draw_row(canvas, row, view, columns, column);
  }
}

}  // namespace park::ui
