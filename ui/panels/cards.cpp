// SPDX-License-Identifier: MIT
#include "panels/cards.hpp"

#include <imgui.h>

#include <cmath>

#include "charts/number_text.hpp"

namespace park::ui {
namespace {

struct Verdict {
  std::string words;
  std::string short_words;  ///< where the others do not fit
  std::string interval;
  Color color;
  Color stripe;
};

/// Without what stands in brackets where it does not fit with it.
std::string short_name(const std::string& name, const ImFont* font, float width) {
  const std::size_t bracket = name.find(" (");
  if (bracket == std::string::npos || text_width(font, name) <= width) return name;
  return name.substr(0, bracket);
}

/// The line under the number: never a mere arrow, always how much, in which unit and how surely.
Verdict verdict_of(const ShownFutures& shown, const IndicatorColumn& column, std::size_t place) {
  const Look& look = shown.look();
  const Theme& theme = look.theme;
  if (shown.is_of_baseline())
    return {look.texts("ui.cards.is_baseline"), "", "", theme.text_faint, shown.color(0)};
  const PairedChange& change =
      shown.futures().difference(shown.scenario(), static_cast<std::size_t>(shown.month()), place);
  if (change.n == 0) return {look.texts("ui.cards.no_value"), "", "", theme.text_faint, theme.scenario};
  const std::string difference = difference_text(look.texts, change.mean, column.unit);
  std::string interval;
  if (std::isfinite(change.lo))
    interval =
        look.texts("ui.cards.interval", {interval_text(look.texts, change.lo, change.hi, column.unit)});
  const bool worse = change.is_certain() && change.is_worse(column.better);
  return {look.texts("ui.cards.difference", {difference}), difference, interval,
          worse                 ? theme.trouble
          : change.is_certain() ? theme.scenario_text
                                : theme.text_muted,
          worse ? theme.trouble : theme.scenario};
}

void hover(const ShownFutures& shown, const IndicatorColumn& column, std::size_t place) {
  const Look& look = shown.look();
  std::vector<HoverRow> rows;
  for (std::size_t s = 0; s < shown.count(); ++s) {
    const Band& band = shown.futures().band(s, static_cast<std::size_t>(shown.month()), place);
    rows.push_back({shown.label(s), value_text(look.texts, band.mean, column.unit), shown.color(s)});
    if (band.n == 0) continue;
    rows.push_back({look.texts("ui.charts.band95"),
                    look.texts("ui.charts.from_to", {value_text(look.texts, band.p025, column.unit),
                                                     value_text(look.texts, band.p975, column.unit)}),
                    std::nullopt});
  }
  rows.push_back({look.texts("ui.cards.runs"), std::to_string(shown.futures().paired_runs()), std::nullopt});
  draw_hover(look, month_text(look.texts, shown.axis(), shown.month()), rows);
}

void draw_card(Dashboard& dashboard, const Box& box, const ShownFutures& shown, std::string_view key) {
  const Look& look = shown.look();
  const std::size_t place = shown.column(key);
  const IndicatorColumn& column = shown.futures().columns()[place];
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::PushID(static_cast<int>(place));
  if (ImGui::InvisibleButton("card", {box.w, box.h})) {
    dashboard.slots.indicator = std::string(key);
    dashboard.slots.show(
        0, dashboard.slots.shown[0] == PictureKind::Indicator ? PictureKind::Map : PictureKind::Indicator);
  }
  const bool is_hovered = ImGui::IsItemHovered();
  ImGui::PopID();
  Canvas canvas(look);
  const Verdict verdict = verdict_of(shown, column, place);
  canvas.fill({box.x + look.px(5), box.y + look.px(10), look.px(3), box.h - look.px(20)}, verdict.stripe,
              look.px(2));
  Box text = box.inset(look.px(16), look.px(9), look.px(8), look.px(8));
  canvas.text_in(look.fonts.small, text.take_top(look.fonts.small->FontSize + look.px(2)),
                 look.theme.text_muted, short_name(shown.name(key), look.fonts.small, text.w));
  const ValueParts value = value_parts(look.texts, shown.mean(shown.scenario(), key), column.unit);
  Box line = text.take_top(look.fonts.figure->FontSize + look.px(5));
  const float width =
      canvas.text(look.fonts.figure, line.x, line.y + look.px(2), look.theme.text, value.number);
  line.take_left(width + look.px(5));
  canvas.text_in(look.fonts.body, line.inset(0, look.px(6), 0, 0), look.theme.text_muted, value.unit);
  const float small = look.fonts.small->FontSize + look.px(3);
  const bool fits = text_width(look.fonts.small, verdict.words) <= text.w || verdict.short_words.empty();
  canvas.text_in(look.fonts.small, text.take_top(small), verdict.color,
                 fits ? verdict.words : verdict.short_words);
  if (text.h >= small)
    canvas.text_in(look.fonts.small, text.take_top(small), look.theme.text_faint, verdict.interval);
  if (is_hovered) {
    canvas.outline(box, look.theme.axis, look.px(6));
    hover(shown, column, place);
  }
}

}  // namespace

void draw_cards(Dashboard& dashboard, const std::vector<Box>& boxes, const ShownFutures& shown) {
  for (std::size_t i = 0; i < boxes.size() && i < card_indicators.size(); ++i)
    draw_card(dashboard, boxes[i], shown, card_indicators[i]);
}

}  // namespace park::ui
