// SPDX-License-Identifier: MIT
#include "present/film_layout.hpp"

#include <gtest/gtest.h>

#include <string>

namespace park::ui {
namespace {

struct Named {
  std::string name;
  Box box;
};

std::vector<Named> boxes_of(const FilmLayout& layout) {
  std::vector<Named> all = {{"title", layout.title},      {"subtitle", layout.subtitle},
                            {"date", layout.date},        {"callout", layout.callout},
                            {"caption", layout.caption},  {"corner", layout.corner},
                            {"progress", layout.progress}};
  if (!layout.maps.empty()) all.push_back({"legend", layout.legend});
  const auto add = [&](const char* name, const std::vector<Box>& boxes) {
    for (const Box& box : boxes) all.push_back({name, box});
  };
  add("name", layout.names);
  add("map", layout.maps);
  add("panel", layout.panels);
  add("card", layout.cards);
  return all;
}

bool overlap(const Box& a, const Box& b) {
  return a.x + 0.5F < b.right() && b.x + 0.5F < a.right() && a.y + 0.5F < b.bottom() &&
         b.y + 0.5F < a.bottom();
}

void check(float width, float height, const FilmContent& content, const std::string& what) {
  const FilmLayout layout = lay_out_film(width, height, content);
  const std::vector<Named> boxes = boxes_of(layout);
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const Box& box = boxes[i].box;
    EXPECT_GE(box.x, 0) << what << " " << boxes[i].name;
    EXPECT_GE(box.y, 0) << what << " " << boxes[i].name;
    EXPECT_LE(box.right(), width + 0.5F) << what << " " << boxes[i].name;
    EXPECT_LE(box.bottom(), height + 0.5F) << what << " " << boxes[i].name;
    EXPECT_GT(box.w * box.h, 0) << what << " " << boxes[i].name;
    for (std::size_t j = i + 1; j < boxes.size(); ++j)
      EXPECT_FALSE(overlap(box, boxes[j].box)) << what << ": " << boxes[i].name << ", " << boxes[j].name;
  }
  EXPECT_EQ(layout.maps.size(), content.maps);
  EXPECT_EQ(layout.cards.size(), content.cards);
  std::size_t panels = 0;
  for (const FilmContent::Chart& chart : content.charts) panels += chart.panels;
  EXPECT_EQ(layout.panels.size(), panels);
  // Parks of one film are compared: all are of one size, and large enough to be seen.
  for (const Box& map : layout.maps) {
    EXPECT_EQ(map.w, layout.maps.front().w);
    EXPECT_EQ(map.h, layout.maps.front().h);
    EXPECT_GE(map.w, width / 7) << what;
    EXPECT_GE(map.h, height / 12) << what;
  }
}

TEST(FilmLayout, NothingCoversAnythingInAnyFrame) {
  const std::vector<std::vector<FilmContent::Chart>> chart_sets = {
      {}, {{1, false}}, {{1, false}, {1, false}}, {{3, false}}, {{1, true}}, {{2, false}, {1, true}}};
  for (const auto& [width, height] : {std::pair(1280.0F, 720.0F), {1920.0F, 1080.0F}, {3840.0F, 2160.0F}}) {
    for (std::size_t maps = 0; maps <= 3; ++maps) {
      for (std::size_t set = 0; set < chart_sets.size(); ++set) {
        if (maps == 0 && set == 0) continue;
        for (std::size_t cards = 0; cards <= 4; ++cards) {
          check(width, height, {maps, chart_sets[set], cards},
                std::to_string(maps) + " maps, charts " + std::to_string(set) + ", " + std::to_string(cards) +
                    " cards at " + std::to_string(static_cast<int>(height)));
        }
      }
    }
  }
}

TEST(FilmLayout, FourKIsTwiceFullHd) {
  const FilmContent content{2, {{1, false}}, 4};
  const FilmLayout small = lay_out_film(1920, 1080, content);
  const FilmLayout large = lay_out_film(3840, 2160, content);
  EXPECT_NEAR(large.maps[1].x, 2 * small.maps[1].x, 2);
  EXPECT_NEAR(large.cards[3].w, 2 * small.cards[3].w, 2);
  EXPECT_EQ(large.unit, 2 * small.unit);
}

}  // namespace
}  // namespace park::ui
