// SPDX-License-Identifier: MIT
#include "panels/shell_layout.hpp"

#include <cmath>

namespace park::ui {
namespace {

// In pixels at 100 %.
constexpr float gutter_size = 8;
constexpr float top_bar_height = 46;
constexpr float time_bar_height = 50;
constexpr float least_levers_width = 224, most_levers_width = 320;
constexpr float card_height = 102, low_card_height = 82, least_card_width = 176;
constexpr float least_slot_width = 250, least_slot_height = 150;
constexpr float least_main_width = 340, least_main_height = 200;
constexpr float low_window = 520;  // below it cards do without the line of the interval
constexpr std::size_t most_cards = 8;

/// How many of this size, with gutters between, fit.
std::size_t fitting(float room, float size, float gutter, std::size_t most) {
  if (room < size) return 0;
  return std::min(most, static_cast<std::size_t>((room + gutter) / (size + gutter)));
}

/// Pieces of whole pixels that differ by one at most, gutters between.
std::vector<Box> row_of(const Box& box, std::size_t count, float gutter) {
  std::vector<Box> pieces;
  const auto n = static_cast<float>(count);
  const float room = box.w - gutter * (n - 1);
  for (std::size_t i = 0; i < count; ++i) {
    const auto place = static_cast<float>(i);
    const float from = std::round(room * place / n);
    const float to = std::round(room * (place + 1) / n);
    pieces.push_back({box.x + from + gutter * place, box.y, to - from, box.h});
  }
  return pieces;
}

std::vector<Box> column_of(const Box& box, std::size_t count, float gutter) {
  std::vector<Box> pieces;
  for (const Box& piece : row_of({box.y, box.x, box.h, box.w}, count, gutter))
    pieces.push_back({piece.y, piece.x, piece.h, piece.w});
  return pieces;
}

void place_slots(ShellLayout& layout, Box room, float scale) {
  const float gutter = layout.gutter;
  const float least_w = std::round(least_slot_width * scale);
  const float least_h = std::round(least_slot_height * scale);
  const float main_w = std::round(least_main_width * scale);
  const float main_h = std::round(least_main_height * scale);
  std::vector<Box> bottom;
  if (room.h >= main_h + gutter + least_h) {
    const float height = std::round(std::max(least_h, std::min(room.h * 0.32F, room.h - gutter - main_h)));
    const Box row = room.take_bottom(height);
    room.take_bottom(gutter);
    bottom = row_of(
        row, std::max<std::size_t>(1, fitting(row.w, std::round(320 * scale), gutter, most_bottom_slots)),
        gutter);
  }
  std::vector<Box> right;
  if (room.w >= main_w + gutter + least_w) {
    const float width = std::round(std::max(least_w, std::min(room.w * 0.35F, room.w - gutter - main_w)));
    const Box column = room.take_right(width);
    room.take_right(gutter);
    right = column_of(column, std::max<std::size_t>(1, fitting(column.h, least_h, gutter, most_right_slots)),
                      gutter);
  }
  layout.slots = {{0, room}};
  for (std::size_t i = 0; i < right.size(); ++i) layout.slots.push_back({1 + i, right[i]});
  for (std::size_t i = 0; i < bottom.size(); ++i)
    layout.slots.push_back({1 + most_right_slots + i, bottom[i]});
}

}  // namespace

ShellLayout shell_layout(float width, float height, float scale, bool shows_levers) {
  ShellLayout layout;
  layout.gutter = std::round(gutter_size * scale);
  Box room{0, 0, width, height};
  layout.top_bar = room.take_top(std::round(top_bar_height * scale));
  layout.time_bar = room.take_bottom(std::round(time_bar_height * scale));
  room = room.inset(0, layout.gutter, 0, layout.gutter);
  if (shows_levers) {
    layout.levers = room.take_left(
        std::round(std::clamp(width * 0.2F, least_levers_width * scale, most_levers_width * scale)));
  }
  room = room.inset(layout.gutter, 0, layout.gutter, 0);
  const bool is_low = height < low_window * scale;
  const Box cards = room.take_top(std::round((is_low ? low_card_height : card_height) * scale));
  room.take_top(layout.gutter);
  const std::size_t count = fitting(cards.w, std::round(least_card_width * scale), layout.gutter, most_cards);
  layout.cards = row_of(cards, std::max<std::size_t>(1, count), layout.gutter);
  place_slots(layout, room, scale);
  return layout;
}

ShellLayout enlarged_layout(ShellLayout layout) {
  Box& main = layout.slots.front().box;
  float right = main.right();
  float bottom = main.bottom();
  for (const Slot& slot : layout.slots) {
    right = std::max(right, slot.box.right());
    bottom = std::max(bottom, slot.box.bottom());
  }
  main.w = right - main.x;
  main.h = bottom - main.y;
  layout.slots.resize(1);
  return layout;
}

}  // namespace park::ui
