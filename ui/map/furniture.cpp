// SPDX-License-Identifier: MIT
#include "map/furniture.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "study/words/readable.hpp"

namespace park::ui {
namespace {

TypeStyle words_style(Color color, const MapColors& colors, float size) {
  TypeStyle style;
  style.size = size;
  style.color = color;
  style.halo = faded(colors.halo, 0.85);
  return style;
}

void draw_north(sf::RenderTarget& target, const MapType& type, const Projection& projection, Pixel centre,
                const Theme& theme, const MapColors& colors, const Texts& texts, float scale) {
  const MapCamera& camera = projection.camera();
  const double azimuth = camera.azimuth_degrees * std::numbers::pi / 180;
  const double squash = std::sin(camera.pitch_degrees * std::numbers::pi / 180);
  const auto at = [&](double east, double north) {
    const double x = east * std::cos(azimuth) - north * std::sin(azimuth);
    const double y = -(east * std::sin(azimuth) + north * std::cos(azimuth)) * squash;
    return centre + scale * Pixel(static_cast<float>(x), static_cast<float>(y));
  };
  Mesh mesh;
  mesh.triangle(at(0, 15), at(-6, -9), at(0, -4), ink(theme.text));
  mesh.triangle(at(0, 15), at(6, -9), at(0, -4), ink(theme.text_faint));
  const std::vector<Pixel> outline = {at(0, 15), at(6, -9), at(0, -4), at(-6, -9)};
  mesh.path(outline, 1, ink(theme.text_muted), true);
  mesh.draw(target);
  const Pixel letter = at(0, 27);
  type.draw(target, texts("ui.map.north"), letter - Pixel(0, 8 * scale), TextAlign::Middle,
            words_style(theme.text_muted, colors, 11 * scale));
}

}  // namespace

double round_length_m(double at_most_m) {
  const double power = std::pow(10.0, std::floor(std::log10(std::max(1.0, at_most_m))));
  for (const double step : {5.0, 2.0}) {
    if (step * power <= at_most_m) return step * power;
  }
  return power;
}

void draw_scale_and_north(sf::RenderTarget& target, const MapType& type, const Projection& projection,
                          const Theme& theme, const MapColors& colors, const Texts& texts, float scale) {
  const sf::FloatRect area = projection.area();
  const double metres =
      round_length_m(110 * static_cast<double>(scale) * projection.camera().metres_per_pixel);
  const float width = projection.pixels(metres);
  const Pixel right(area.left + area.width - 16 * scale, area.top + area.height - 16 * scale);
  const Pixel left = right - Pixel(width, 0);
  Mesh mesh;
  const float tick = 5 * scale;
  for (const float wide : {3.6F, 1.6F}) {
    const sf::Color color = wide > 2 ? ink(colors.halo, 0.8) : ink(theme.text_muted);
    mesh.line(left, right, wide * scale, color);
    mesh.line(left - Pixel(0, tick), left + Pixel(0, 1), wide * scale, color);
    mesh.line(right - Pixel(0, tick), right + Pixel(0, 1), wide * scale, color);
  }
  mesh.draw(target);
  const bool is_long = metres >= 1000;
  const std::string words = texts(is_long ? "ui.map.kilometres" : "ui.map.metres",
                                  {std::to_string(std::lround(is_long ? metres / 1000 : metres))});
  type.draw(target, words, {(left.x + right.x) / 2, left.y - 20 * scale}, TextAlign::Middle,
            words_style(theme.text_muted, colors, 11 * scale));
  draw_north(target, type, projection, {right.x - 12 * scale, area.top + 46 * scale}, theme, colors, texts,
             scale);
}

std::string counted(const Texts& texts, double number) {
  const long whole = std::lround(number);
  if (std::abs(whole) >= 10000) return readable(texts, number);
  std::string digits = std::to_string(whole);
  if (std::abs(whole) >= 1000) digits.insert(digits.size() - 3, ",");
  return digits;
}

std::vector<LegendLine> legend_of(MapLayer layer, const ParkChronicle& chronicle, const ParkPicture& picture,
                                  const CategorySet& hidden, const Theme& theme, const Texts& texts) {
  const std::vector<Category> categories = categories_of(layer, theme);
  const auto amounts = amounts_of(layer, chronicle, picture);
  constexpr std::array<std::string_view, 3> unit_keys = {"ui.map.amount.plants", "ui.map.amount.floor",
                                                         "ui.map.amount.land"};
  const std::string_view unit = unit_keys[static_cast<std::size_t>(measure_of(layer))];
  std::vector<LegendLine> lines;
  for (std::size_t k = 0; k < categories.size(); ++k) {
    const std::string key = "ui.map." + std::string(key_of(layer)) + "." + std::string(categories[k].key);
    lines.push_back(
        {categories[k].color, texts(key), texts(unit, {counted(texts, amounts[k])}), hidden.test(k)});
  }
  return lines;
}

void draw_legend(sf::RenderTarget& target, const MapType& type, const std::vector<LegendLine>& lines,
                 Pixel lower_left, const Theme& theme, const MapColors& colors, float scale) {
  Mesh mesh;
  const float mark = 10 * scale;
  const float height = 16 * scale;
  Pixel at = lower_left - Pixel(0, height);
  for (const LegendLine& line : lines) {
    const Color color = line.is_hidden ? faded(line.color, 0.25) : line.color;
    mesh.panel({at.x - 1, at.y + (height - mark) / 2 - 1, mark + 2, mark + 2}, 3 * scale,
               ink(colors.halo, 0.8));
    mesh.panel({at.x, at.y + (height - mark) / 2, mark, mark}, 2 * scale, ink(color));
    TypeStyle style = words_style(line.is_hidden ? theme.text_faint : theme.text, colors, 12 * scale);
    at.x += mark + 6 * scale;
    type.draw(target, line.words, at, TextAlign::Left, style);
    at.x += type.width_of(line.words, style) + 5 * scale;
    style.color = theme.text_muted;
    type.draw(target, line.amount, at, TextAlign::Left, style);
    at.x += type.width_of(line.amount, style) + 18 * scale;
  }
  mesh.draw(target);
}

}  // namespace park::ui
