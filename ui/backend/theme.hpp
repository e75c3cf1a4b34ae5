// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

namespace park::ui {

/// Eight bits a channel; alpha 255 is opaque.
struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;

  bool operator==(const Color&) const = default;
};

/// `0xRRGGBB`, opaque.
[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16U), static_cast<std::uint8_t>(hex >> 8U),
          static_cast<std::uint8_t>(hex)};
}
/// The same colour with another opacity, 0 to 1.
[[nodiscard]] constexpr Color faded(Color color, double opacity) {
  color.a = static_cast<std::uint8_t>(static_cast<double>(color.a) * opacity + 0.5);
  return color;
}
/// From `from` (0) to `to` (1), opaque as they are.
[[nodiscard]] Color mixed(Color from, Color to, double share);
/// What Dear ImGui's draw lists take.
[[nodiscard]] constexpr std::uint32_t packed(Color color) {
  return static_cast<std::uint32_t>(color.r) | (static_cast<std::uint32_t>(color.g) << 8U) |
         (static_cast<std::uint32_t>(color.b) << 16U) | (static_cast<std::uint32_t>(color.a) << 24U);
}

/// WCAG contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(Color one, Color other);

enum class ThemeKind : std::uint8_t { Dark, Light };

inline constexpr std::size_t hue_count = 8;

/// Every colour of the dashboard, by what it says. The palette is Okabe and Ito's, safe for colour-blind
/// eyes; the same thing has the same colour on the map, in charts and on cards.
struct Theme {
  ThemeKind kind = ThemeKind::Dark;

  Color ground;       ///< between the panels
  Color panel;        ///< what a frame is cleared with, so that panels cost no filling
  Color edge;         ///< outlines of panels and controls
  Color field;        ///< a control at rest
  Color field_hover;  ///< under the mouse
  Color text, text_muted, text_faint;
  Color grid, axis;

  Color accent;         ///< fill of a pressed or chosen control
  Color accent_hover;   ///< the same under the mouse
  Color on_accent;      ///< text on it
  Color baseline;       ///< the neutral line
  Color scenario;       ///< the one strong colour
  Color scenario_text;  ///< the same where small type has to be read
  Color trouble;        ///< worse, and significantly so; what holds the park up
  Color good;           ///< reached, enough
  Color cursor;         ///< the current month in charts

  /// Milestones: signed, started, producing, at capacity.
  std::array<Color, 4> milestones;
  Color held_up;
  /// Okabe-Ito without black, for categories in this order: orange, sky, green, pink, yellow, blue,
  /// vermillion, grey.
  std::array<Color, hue_count> hues;
};

[[nodiscard]] const Theme& theme_of(ThemeKind kind);

/// Colour of the scenario in that place: the baseline, the scenario, then others of a comparison.
[[nodiscard]] Color scenario_color(const Theme& theme, std::size_t place);

}  // namespace park::ui
