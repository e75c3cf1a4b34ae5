// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>

#include "charts/canvas.hpp"

namespace park::ui {

/// What a slider reaches from and to.
struct SliderRange {
  double min = 0;
  double max = 1;
};

/// Values a slider marks beside the one it has; NaN for none.
struct SliderMarks {
  double baseline = 0;
  double saved = 0;
};

/// A slider in a box: filled up to the knob, a bar at the baseline, a triangle at what is saved. Returns
/// where the mouse has moved it, not yet snapped; nothing while it is left alone.
[[nodiscard]] std::optional<double> slider(const Look& look, const char* id, const Box& box,
                                           SliderRange range, double value, const SliderMarks& marks);

/// A switch as a pill; true if it was clicked.
[[nodiscard]] bool toggle(const Look& look, const char* id, const Box& box, bool is_on);

/// Choices side by side in one box, or as a list to fold out where they do not fit. Returns the one clicked.
[[nodiscard]] std::optional<std::size_t> choose(const Look& look, const char* id, const Box& box,
                                                std::span<const std::string> choices, std::size_t chosen);

/// A small button with words; true if it was clicked.
enum class ButtonStyle : std::uint8_t { Plain, Quiet, Strong };
[[nodiscard]] bool words_button(const Look& look, const char* id, const Box& box, const std::string& words,
                                ButtonStyle style = ButtonStyle::Plain, bool is_enabled = true);
/// The width such a button needs.
[[nodiscard]] float words_button_width(const Look& look, const std::string& words);

/// Tabs side by side over the width of the box; returns the one clicked.
[[nodiscard]] std::optional<std::size_t> tab_row(const Look& look, const char* id, const Box& box,
                                                 std::span<const std::string> names, std::size_t chosen);

/// A whole number with an arrow on each side, its text in the middle. Returns the change asked for: -1 or 1.
[[nodiscard]] int stepper(const Look& look, const char* id, const Box& box, const std::string& text);

/// A field for words over the box, in the font that is pushed; `takes_keyboard` gives it the keyboard.
void words_field(const char* id, const Box& box, const std::string& hint, std::string& words,
                 bool takes_keyboard, float padding);

/// Shown while the mouse has rested on what was drawn last; call between this item and the next.
[[nodiscard]] bool has_rested_on_item();

}  // namespace park::ui
