// SPDX-License-Identifier: MIT
#include "present/film_layout.hpp"

#include <algorithm>
#include <cmath>

namespace park::ui {
namespace {

// At 1080 lines.
constexpr float margin = 56;
constexpr float map_gap = 16;
constexpr float panel_gap = 20;
constexpr float name_height = 44;

/// Width over height of a park seen obliquely.
constexpr float park_shape = 1.9F;

Box whole_pixels(const Box& box) {
  return {std::round(box.x), std::round(box.y), std::floor(box.w), std::floor(box.h)};
}

enum class Along : bool { Columns, Rows };

/// Cuts a box into columns, or rows, of one size.
std::vector<Box> parts_of(const Box& box, std::size_t count, float gap, Along along) {
  std::vector<Box> parts;
  const auto n = static_cast<float>(count);
  const bool is_columns = along == Along::Columns;
  const float width = is_columns ? (box.w - gap * (n - 1)) / n : box.w;
  const float height = is_columns ? box.h : (box.h - gap * (n - 1)) / n;
  for (std::size_t i = 0; i < count; ++i) {
    const auto k = static_cast<float>(i);
    parts.push_back(whole_pixels({is_columns ? box.x + k * (width + gap) : box.x,
                                  is_columns ? box.y : box.y + k * (height + gap), width, height}));
  }
  return parts;
}

bool has_table(const FilmContent& content) {
  return std::ranges::any_of(content.charts, &FilmContent::Chart::is_table);
}

/// The share of the width that charts beside maps take.
float chart_share(const FilmContent& content) {
  if (has_table(content)) return content.maps < 3 ? 0.58F : 0.5F;
  return content.maps == 1 ? 0.42F : content.maps == 2 ? 0.34F : 0.28F;
}

/// The way in which the parks come out larger.
Along best_way(const Box& box, std::size_t maps) {
  const auto n = static_cast<float>(maps);
  const float beside = std::min(box.w / n / park_shape, box.h);
  const float below = std::min(box.w / park_shape, box.h / n - name_height);
  return beside >= below ? Along::Columns : Along::Rows;
}

void place_maps(FilmLayout& layout, Box box, std::size_t maps) {
  const float u = layout.unit;
  layout.legend = box.take_bottom(38 * u);
  for (Box part : parts_of(box, maps, map_gap * u, best_way(box, maps))) {
    layout.names.push_back(part.take_top(name_height * u));
    layout.maps.push_back(whole_pixels(part));
  }
}

/// Parts of a length for charts, a table counting for more.
std::vector<Box> shared_out(Box box, const std::vector<FilmContent::Chart>& charts, float gap, Along along,
                            float table_parts) {
  float parts = 0;
  for (const FilmContent::Chart& chart : charts)
    parts += chart.is_table ? table_parts : along == Along::Rows ? static_cast<float>(chart.panels) : 1;
  const float length = (along == Along::Rows ? box.h : box.w) - gap * static_cast<float>(charts.size() - 1);
  std::vector<Box> shares;
  for (const FilmContent::Chart& chart : charts) {
    const float own = chart.is_table         ? table_parts
                      : along == Along::Rows ? static_cast<float>(chart.panels)
                                             : 1;
    const float cut = length * own / parts;
    shares.push_back(along == Along::Rows ? box.take_top(cut) : box.take_left(cut));
    if (along == Along::Rows) {
      box.take_top(gap);
    } else {
      box.take_left(gap);
    }
  }
  return shares;
}

/// Beside maps all panels stand in a column; alone each chart has a column, and a single chart's panels stand
/// side by side.
void place_panels(FilmLayout& layout, const Box& box, const FilmContent& content) {
  const float gap = panel_gap * layout.unit;
  const Along along = content.maps > 0 ? Along::Rows : Along::Columns;
  const std::vector<Box> shares =
      shared_out(box, content.charts, gap, along, along == Along::Rows ? 1.7F : 1.2F);
  const bool is_single = content.maps == 0 && content.charts.size() == 1;
  for (std::size_t c = 0; c < shares.size(); ++c) {
    const auto panels =
        parts_of(shares[c], content.charts[c].panels, gap, is_single ? Along::Columns : Along::Rows);
    layout.panels.insert(layout.panels.end(), panels.begin(), panels.end());
  }
}

}  // namespace

FilmLayout lay_out_film(float width, float height, const FilmContent& content) {
  FilmLayout layout;
  const float u = height / 1080;
  layout.unit = u;
  Box frame{0, 0, width, height};
  layout.progress = whole_pixels(frame.take_bottom(6 * u));
  Box page = frame.inset(margin * u, 28 * u, margin * u, 8 * u);
  Box first = page.take_top(66 * u);
  layout.date = first.take_right(400 * u);
  layout.title = first.inset(0, 0, 20 * u, 0);
  page.take_top(2 * u);
  Box second = page.take_top(40 * u);
  layout.callout = second.take_right(second.w * 0.56F);
  layout.subtitle = second.inset(0, 0, 20 * u, 0);
  page.take_top(12 * u);
  layout.corner = page.take_bottom(28 * u);
  page.take_bottom(4 * u);
  layout.caption = page.take_bottom(104 * u);
  page.take_bottom(8 * u);
  if (content.cards > 0) {
    layout.cards = parts_of(page.take_bottom(152 * u), content.cards, panel_gap * u, Along::Columns);
    page.take_bottom(14 * u);
  }
  if (content.maps > 0) {
    if (!content.charts.empty()) {
      place_panels(layout, page.take_right(page.w * chart_share(content)), content);
      page.take_right(panel_gap * u);
    }
    place_maps(layout, page, content.maps);
  } else {
    place_panels(layout, page, content);
  }
  return layout;
}

}  // namespace park::ui
