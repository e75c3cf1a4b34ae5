// SPDX-License-Identifier: MIT
#include "backend/theme.hpp"

#include <algorithm>
#include <cmath>

namespace park::ui {
namespace {

// Okabe and Ito, "Color Universal Design", 2008.
constexpr Color orange = rgb(0xE69F00);
constexpr Color sky = rgb(0x56B4E9);
constexpr Color green = rgb(0x009E73);
constexpr Color yellow = rgb(0xF0E442);
constexpr Color blue = rgb(0x0072B2);
constexpr Color vermillion = rgb(0xD55E00);
constexpr Color pink = rgb(0xCC79A7);

constexpr Theme dark = {
    .kind = ThemeKind::Dark,
    .ground = rgb(0x10151B),
    .panel = rgb(0x181F27),
    .edge = rgb(0x27313C),
    .field = rgb(0x222B35),
    .field_hover = rgb(0x2C3844),
    .text = rgb(0xE8EDF2),
    .text_muted = rgb(0xA4B0BC),
    .text_faint = rgb(0x7B8896),
    .grid = rgb(0x27313C),
    .axis = rgb(0x4A5663),
    .accent = rgb(0x0A6AA8),
    .accent_hover = rgb(0x0F7DC4),
    .on_accent = rgb(0xFFFFFF),
    .baseline = rgb(0xAAB2BA),
    .scenario = sky,
    .scenario_text = sky,
    .trouble = rgb(0xF0A818),
    .good = rgb(0x1FB98C),
    .cursor = rgb(0xD5DCE3),
    .milestones = {rgb(0x7D8793), orange, sky, green},
    .held_up = pink,
    .hues = {orange, sky, green, pink, yellow, rgb(0x3C8FD0), vermillion, rgb(0x8C96A0)},
};

constexpr Theme light = {
    .kind = ThemeKind::Light,
    .ground = rgb(0xE4E8EC),
    .panel = rgb(0xFCFDFE),
    .edge = rgb(0xCBD2D9),
    .field = rgb(0xE9EDF1),
    .field_hover = rgb(0xDAE1E8),
    .text = rgb(0x17212B),
    .text_muted = rgb(0x4C5967),
    .text_faint = rgb(0x6B7785),
    .grid = rgb(0xE2E7EC),
    .axis = rgb(0x98A3AE),
    .accent = blue,
    .accent_hover = rgb(0x0086D1),
    .on_accent = rgb(0xFFFFFF),
    .baseline = rgb(0x7A838C),
    .scenario = blue,
    .scenario_text = rgb(0x00639C),
    .trouble = rgb(0x9A5B00),
    .good = rgb(0x00795A),
    .cursor = rgb(0x3A4653),
    .milestones = {rgb(0x8C96A1), rgb(0xD99000), rgb(0x3FA3DE), rgb(0x008F68)},
    .held_up = rgb(0xB95F92),
    .hues = {rgb(0xD99000), rgb(0x3FA3DE), rgb(0x008F68), rgb(0xB95F92), rgb(0xC9BB12), blue, rgb(0xC65400),
             rgb(0x7A838C)},
};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
  return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

std::uint8_t channel_between(std::uint8_t from, std::uint8_t to, double share) {
  return static_cast<std::uint8_t>(std::lround(from + (to - from) * std::clamp(share, 0.0, 1.0)));
}

}  // namespace

Color mixed(Color from, Color to, double share) {
  return {channel_between(from.r, to.r, share), channel_between(from.g, to.g, share),
          channel_between(from.b, to.b, share), channel_between(from.a, to.a, share)};
}

double contrast(Color one, Color other) {
  const auto [darker, lighter] = std::minmax(luminance(one), luminance(other));
  return (lighter + 0.05) / (darker + 0.05);
}

const Theme& theme_of(ThemeKind kind) { return kind == ThemeKind::Dark ? dark : light; }

Color scenario_color(const Theme& theme, std::size_t place) {
  const std::array<Color, 4> colors = {theme.baseline, theme.scenario, theme.hues[0], theme.hues[3]};
  return colors[std::min(place, colors.size() - 1)];
}

}  // namespace park::ui
