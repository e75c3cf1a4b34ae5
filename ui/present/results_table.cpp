// SPDX-License-Identifier: MIT
#include "present/results_table.hpp"

#include <cmath>

#include "charts/number_text.hpp"
#include "core/assert.hpp"
#include "panels/shown_futures.hpp"
#include "present/film_cards.hpp"

namespace park::ui {
namespace {

/// Widths of the columns from the left: name, values, differences.
struct Columns {
  float name = 0, value = 0, difference = 0;
};

Columns columns_of(const FilmView& view, const Box& box) {
  const auto values = static_cast<float>(view.scene.count());
  const auto differences = values - 1;
  const float parts = 1.15F + 0.85F * values + 2 * differences;
  return {1.15F * box.w / parts, 0.85F * box.w / parts, 2 * box.w / parts};
}

void draw_difference(Canvas& canvas, Box cell, const FilmView& view, std::size_t place, std::size_t column) {
  const Theme& theme = view.look.theme;
  const Texts& texts = view.look.texts;
  const IndicatorColumn& indicator = view.scene.futures().columns()[column];
  const PairedChange change =
      view.scene.futures().difference(place, static_cast<std::size_t>(view.month()), column);
  if (change.n == 0 || !std::isfinite(change.mean)) return;
  const Color color = color_of_change(change, indicator.better, theme, theme.scenario_text);
  const ImFont* small = view.type.fonts.small;
  if (change.n > 1) {
    const std::string interval = interval_text(texts, change.lo, change.hi, indicator.unit);
    canvas.text_in(small, cell.take_right(0.52F * cell.w).inset(view.px(12), 0, 0, 0), theme.text_muted,
                   interval);
  }
  canvas.text_in(view.type.fonts.strong, cell, color, difference_text(texts, change.mean, indicator.unit),
                 Align::Right);
}

void draw_row(Canvas& canvas, Box row, const FilmView& view, const Columns& columns, std::size_t column) {
  const Theme& theme = view.look.theme;
  const Texts& texts = view.look.texts;
  const IndicatorColumn& indicator = view.scene.futures().columns()[column];
  canvas.text_in(view.type.fonts.body, row.take_left(columns.name), theme.text,
                 texts.pick(indicator.zh, indicator.en));
  for (std::size_t place = 0; place < view.scene.count(); ++place) {
    const double mean = static_cast<double>(
        view.scene.futures().band(place, static_cast<std::size_t>(view.month()), column).mean);
    const bool is_reference = place == 0 && !view.is_alone();
    canvas.text_in(is_reference ? view.type.fonts.body : view.type.fonts.strong, row.take_left(columns.value),
                   is_reference ? theme.baseline : theme.text, value_text(texts, mean, indicator.unit),
                   Align::Right);
  }
  for (std::size_t place = 1; place < view.scene.count(); ++place)
    draw_difference(canvas, row.take_left(columns.difference), view, place, column);
}

void draw_headings(Canvas& canvas, Box row, const FilmView& view, const Columns& columns) {
  const ImFont* font = view.type.fonts.body;
  row.take_left(columns.name);
  for (std::size_t place = 0; place < view.scene.count(); ++place) {
    canvas.text_in(font, row.take_left(columns.value).inset(view.px(10), 0, 0, 0), view.color_of(place),
                   label_of(view.scene.scenario(place), view.look.texts), Align::Right);
  }
  for (std::size_t place = 1; place < view.scene.count(); ++place) {
    const Box cell = row.take_left(columns.difference).inset(view.px(10), 0, 0, 0);
    canvas.text_in(font, cell, view.look.theme.text_muted, view.look.texts("ui.brief.difference"),
                   Align::Middle);
  }
}

}  // namespace

void draw_results_table(Canvas& canvas, const Box& box, const FilmView& view,
                        const std::vector<std::string>& indicators) {
  Box rest = box;
  const Columns columns = columns_of(view, box);
  const auto rows = static_cast<float>(indicators.size());
  const float heading = view.px(52);
  const float height = std::min(view.px(84), (rest.h - heading) / std::max(1.0F, rows));
  rest.take_top(std::max(0.0F, (rest.h - heading - height * rows) / 2));
  draw_headings(canvas, rest.take_top(heading), view, columns);
  for (const std::string& key : indicators) {
    const auto column = view.scene.futures().column(key);
    PARK_ASSERT(column.has_value());
    const Box row = rest.take_top(height);
    canvas.fill({row.x, row.y, row.w, std::max(1.0F, view.px(1.5F))}, view.look.theme.grid);
    draw_row(canvas, row, view, columns, *column);
  }
}

}  // namespace park::ui
