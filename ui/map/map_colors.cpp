// SPDX-License-Identifier: MIT
#include "map/map_colors.hpp"

#include <algorithm>
#include <cmath>

namespace park::ui {
namespace {

MapColors dark_colors(const Theme& theme) {
  MapColors c;
  c.country = rgb(0x162019);
  c.field = rgb(0x1B2922);
  c.furrow = rgb(0x25362B);
  c.forest = rgb(0x14241D);
  c.tree = rgb(0x23402F);
  c.tree_light = rgb(0x2F5540);
  c.water = rgb(0x12303F);
  c.shore = rgb(0x2B5A6E);
  c.park_ground = rgb(0x1A2229);
  c.boundary = rgb(0x6C7C8C);
  c.red_line = rgb(0xC9545A);
  c.reserve = rgb(0x8A94A0);
  c.road = rgb(0x39444F);
  c.kerb = rgb(0x10161B);
  c.road_mark = rgb(0x6B7784);
  c.paved = rgb(0x262F38);
  c.earth = rgb(0x353026);
  c.graded = rgb(0x35393A);
  c.waste = rgb(0x322D28);
  c.parcel_edge = rgb(0x3E4A56);
  c.lawn = rgb(0x22352A);
  c.works = rgb(0x55606C);
  c.others = rgb(0x434D57);
  c.empty_floor = rgb(0x333D47);
  c.rising = theme.milestones[1];
  c.rising_others = rgb(0x6E675A);
  c.home = rgb(0x7B7466);
  c.school = rgb(0x86705F);
  c.utility = rgb(0x5E7784);
  c.shadow = faded(rgb(0x000000), 0.38);
  c.window_lit = rgb(0xF3DFA2);
  c.window_dark = rgb(0x1B232B);
  c.halo = rgb(0x0E1418);
  c.lorry_out = rgb(0xDDE4EA);
  c.wall_dark = 0.52;
  c.wall_light = 0.76;
  return c;
}

MapColors light_colors(const Theme& theme) {
  MapColors c;
  c.country = rgb(0xEAEDE6);
  c.field = rgb(0xDDE7CF);
  c.furrow = rgb(0xCBD9B9);
  c.forest = rgb(0xCBDDBF);
  c.tree = rgb(0x9DBB8E);
  c.tree_light = rgb(0xB4CCA5);
  c.water = rgb(0xBBD6E6);
  c.shore = rgb(0x8DB3CB);
  c.park_ground = rgb(0xF1F2F0);
  c.boundary = rgb(0x7B8794);
  c.red_line = rgb(0xB8434B);
  c.reserve = rgb(0x7B8794);
  c.road = rgb(0xFFFFFF);
  c.kerb = rgb(0xC4CACF);
  c.road_mark = rgb(0xC9CED3);
  c.paved = rgb(0xE3E6E8);
  c.earth = rgb(0xE6D9C2);
  c.graded = rgb(0xE9E4D8);
  c.waste = rgb(0xD9D0C4);
  c.parcel_edge = rgb(0xBAC2C9);
  c.lawn = rgb(0xD3E0C8);
  c.works = rgb(0xB7C0C8);
  c.others = rgb(0xCDD3D8);
  c.empty_floor = rgb(0xDCE0E3);
  c.rising = theme.milestones[1];
  c.rising_others = rgb(0xCDBFA6);
  c.home = rgb(0xE2D6C0);
  c.school = rgb(0xE4C9AE);
  c.utility = rgb(0xAFC4CE);
  c.shadow = faded(rgb(0x22303E), 0.20);
  c.window_lit = rgb(0xFFF6DA);
  c.window_dark = rgb(0x8C98A3);
  c.halo = rgb(0xFCFDFC);
  c.lorry_out = rgb(0x3A4653);
  c.wall_dark = 0.70;
  c.wall_light = 0.86;
  return c;
}

}  // namespace

Color lit(Color color, double brightness) {
  const auto channel = [&](std::uint8_t value) {
    return static_cast<std::uint8_t>(std::clamp(std::lround(value * brightness), 0L, 255L));
  };
  return {channel(color.r), channel(color.g), channel(color.b), color.a};
}

MapColors map_colors(const Theme& theme) {
  const bool is_dark = theme.kind == ThemeKind::Dark;
  MapColors c = is_dark ? dark_colors(theme) : light_colors(theme);
  // Okabe-Ito on the ground, held back so that buildings still stand out.
  constexpr double strength = 0.42;
  const auto tint = [&](Color hue) { return mixed(c.park_ground, hue, strength); };
  c.legal = {mixed(c.forest, theme.hues[2], 0.25),
             c.field,
             tint(theme.hues[4]),
             tint(theme.hues[0]),
             tint(theme.hues[1]),
             tint(theme.hues[5]),
             tint(theme.hues[3])};
  return c;
}

}  // namespace park::ui
