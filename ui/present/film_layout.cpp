// SPDX-License-Identifier: MIT
#include "present/film_layout.hpp"

#include <cmath>

namespace park::ui {
namespace {

// At 1080 lines.
constexpr float margin = 56;
constexpr float map_gap = 16;
constexpr float panel_gap = 20;

Box whole_pixels(const Box& box) {
  const float x = std::round(box.x);
  const float y = std::round(box.y);
  return {x, y, std::floor(box.w), std::floor(box.h)};
}

/// Cuts a box into columns, or rows, of one size.
std::vector<Box> parts_of(const Box& box, std::size_t count, float gap, bool is_columns) {
  std::vector<Box> parts;
  const auto n = static_cast<float>(count);
  const float width = is_columns ? (box.w - gap * (n - 1)) / n : box.w;
  const float height = is_columns ? box.h : (box.h - gap * (n - 1)) / n;
  for (std::size_t i = 0; i < count; ++i) {
    const auto k = static_cast<float>(i);
    parts.push_back(whole_pixels({is_columns ? box.x + k * (width + gap) : box.x,
                                  is_columns ? box.y : box.y + k * (height + gap), width, height}));
  }
  return parts;
}

/// The share of the width that charts beside maps take.
float chart_share(std::size_t maps) { return maps == 1 ? 0.42F : maps == 2 ? 0.34F : 0.28F; }

}  // namespace

FilmLayout lay_out_film(float width, float height, const FilmContent& content) {
  FilmLayout layout;
  const float u = height / 1080;
  layout.unit = u;
  Box frame{0, 0, width, height};
  layout.progress = whole_pixels(frame.take_bottom(6 * u));
  Box page = frame.inset(margin * u, 30 * u, margin * u, 8 * u);
  Box first = page.take_top(66 * u);
  layout.date = first.take_right(400 * u);
  layout.title = first.inset(0, 0, 20 * u, 0);
  page.take_top(2 * u);
  Box second = page.take_top(40 * u);
  layout.callout = second.take_right(second.w * 0.56F);
  layout.subtitle = second.inset(0, 0, 20 * u, 0);
  page.take_top(14 * u);
  layout.corner = page.take_bottom(28 * u);
  page.take_bottom(6 * u);
  layout.caption = page.take_bottom(104 * u);
  page.take_bottom(10 * u);
  if (content.cards > 0) {
    layout.cards = parts_of(page.take_bottom(138 * u), content.cards, panel_gap * u, true);
    page.take_bottom(14 * u);
  }
  if (content.maps > 0) {
    if (content.charts > 0) {
      layout.charts =
          parts_of(page.take_right(page.w * chart_share(content.maps)), content.charts, panel_gap * u, false);
      page.take_right(panel_gap * u);
    }
    layout.names = parts_of(page.take_top(42 * u), content.maps, map_gap * u, true);
    layout.legend = page.take_bottom(38 * u);
    layout.maps = parts_of(page, content.maps, map_gap * u, true);
  } else {
    layout.charts = parts_of(page, content.charts, panel_gap * u, true);
  }
  return layout;
}

}  // namespace park::ui
