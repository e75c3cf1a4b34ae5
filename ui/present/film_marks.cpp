// SPDX-License-Identifier: MIT
#include "present/film_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "charts/number_text.hpp"
#include "present/map_layer.hpp"

namespace park::ui {
namespace {

/// From here on buildings are too small to be told apart.
constexpr double far_m_per_px = 3;

Color color_of(const PlantSight& plant, const Theme& theme) {
  if (plant.is_held_up() && !plant.is_producing()) return theme.held_up;
  return theme.milestones[static_cast<std::size_t>(plant.milestone)];
}

constexpr std::array<const char*, 3> money_words = {"ui.brief.money.policies", "ui.brief.money.rents",
                                                    "ui.brief.money.taxes"};

/// Pixels of the strip that tells the month's money: its columns, the height of a row, the gap between.
struct MoneyStrip {
  float words = 0, line = 0, values = 0, row = 0, gap = 0;
};

MoneyStrip money_strip(const FilmView& view) {
  const ImFont* font = view.type.fonts.small;
  MoneyStrip strip{0, view.px(72), text_width(font, value_text(view.look.texts, 88.8, "million yuan")),
                   view.px(29), view.px(12)};
  for (const char* key : money_words)
    strip.words = std::max(strip.words, text_width(font, view.look.texts(key)));
  return strip;
}

struct Flow {
  double million_yuan = 0;
  Color color;
  bool is_to_park = false;
};

/// Drops on their way along a line.
void draw_flow(Canvas& canvas, const FilmView& view, const Box& line, const Flow& flow) {
  const float y = line.middle_y();
  canvas.line(line.x, y, line.right(), y, faded(flow.color, 0.35), view.px(2));
  const int drops = drops_of(flow.million_yuan);
  constexpr double ways_a_second = 0.4;
  for (int k = 0; k < drops; ++k) {
    const double way = view.moment.seconds * ways_a_second + static_cast<double>(k) / drops;
    const double share = way - std::floor(way);
    const auto at = static_cast<float>(flow.is_to_park ? share : 1 - share);
    canvas.dot(line.x + at * line.w, y, view.px(4), flow.color);
  }
}

}  // namespace

int drops_of(double million_yuan) {
  if (!(million_yuan > 0)) return 0;
  return static_cast<int>(std::clamp(std::round(2 * std::sqrt(million_yuan)), 1.0, 8.0));
}

void draw_firm_dots(Canvas& canvas, const FilmView& view, const Box& box, const ParkMapView& map) {
  const Projection* projection = map.projection();
  const bool is_far =
      projection != nullptr && projection->camera().metres_per_pixel * view.px(1) > far_m_per_px;
  if (!is_far || map_layer_of(view.chapter().layer) != MapLayer::Milestone) return;
  constexpr double new_months = 3;
  const ParkChronicle& chronicle = map.chronicle();
  for (const PlantSight& plant : chronicle.at(view.month()).plants) {
    if (!plant.has_site) continue;
    const auto ground = map.place_of({MapTarget::Kind::Plant, plant.plant});
    if (!ground) continue;
    const sf::Vector2f at = projection->at(*ground);
    const float x = box.x + at.x;
    const float y = box.y + at.y;
    const Color color = color_of(plant, view.look.theme);
    const double age = view.moment.month - chronicle.plants()[plant.plant].signed_month;
    if (age >= 0 && age < new_months && view.moment.months_a_second > 0) {
      const auto wide = static_cast<float>(age / new_months);
      canvas.list().AddCircle({x, y}, view.px(7 + 16 * wide), packed(faded(color, 1 - age / new_months)), 24,
                              view.px(2));
    }
    canvas.dot(x, y, view.px(6.5F), faded(view.look.theme.ground, 0.9));
    canvas.dot(x, y, view.px(4.5F), color);
  }
}

std::optional<Box> money_box(const FilmView& view, const Box& box) {
  const MoneyStrip strip = money_strip(view);
  const float height = static_cast<float>(money_words.size()) * strip.row + strip.gap;
  const float width = strip.words + strip.line + strip.values + 4 * strip.gap;
  // Nothing lies over the scale bar at the right, nor over the park where the picture is low.
  const bool has_room = width <= box.w - view.px(190) && box.h >= view.px(330);
  if (view.month() == 0 || !has_room) return std::nullopt;
  return Box{box.x + view.px(14), box.bottom() - view.px(14) - height, width, height};
}

void draw_money(Canvas& canvas, const FilmView& view, const Box& box, std::size_t scenario) {
  const auto place = money_box(view, box);
  if (!place) return;
  const MoneySight& money = view.scene.chronicle(scenario)->at(view.month()).money;
  const Theme& theme = view.look.theme;
  const Texts& texts = view.look.texts;
  const std::array<Flow, money_words.size()> flows = {
      Flow{static_cast<double>(money.policies) / 1e6, theme.scenario, true},
      Flow{static_cast<double>(money.rents) / 1e6, theme.hues[0], false},
      Flow{static_cast<double>(money.taxes) / 1e6, theme.good, false}};
  const ImFont* font = view.type.fonts.small;
  const MoneyStrip strip = money_strip(view);
  canvas.fill(*place, faded(theme.panel, 0.82), view.px(8));
  Box rest = place->inset(strip.gap, strip.gap / 2, strip.gap, strip.gap / 2);
  for (std::size_t k = 0; k < flows.size(); ++k) {
    Box line = rest.take_top(strip.row);
    canvas.text_in(font, line.take_left(strip.words), theme.text_muted, texts(money_words[k]));
    line.take_left(strip.gap);
    draw_flow(canvas, view, line.take_left(strip.line), flows[k]);
    canvas.text_in(font, line, theme.text, value_text(texts, flows[k].million_yuan, "million yuan"),
                   Align::Right);
  }
}

}  // namespace park::ui
