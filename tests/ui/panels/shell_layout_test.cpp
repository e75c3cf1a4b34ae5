// SPDX-License-Identifier: MIT
#include "panels/shell_layout.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <set>

namespace park::ui {
namespace {

struct Screen {
  float width, height, scale;
};

/// Every size from the smallest to the largest window in odd steps, at five scales.
std::vector<Screen> screens() {
  std::vector<Screen> all;
  for (float width = 1280; width <= 3840; width += 213) {
    for (float height = 720; height <= 2160; height += 119) {
      for (const float scale : {1.0F, 1.25F, 1.5F, 1.75F, 2.0F}) all.push_back({width, height, scale});
    }
  }
  for (const Screen screen : {Screen{3840, 2160, 2}, Screen{3840, 2160, 1}, Screen{1920, 1080, 1}})
    all.push_back(screen);
  return all;
}

std::vector<Box> boxes_of(const ShellLayout& layout) {
  std::vector<Box> boxes = {layout.top_bar, layout.time_bar};
  if (!layout.levers.is_empty()) boxes.push_back(layout.levers);
  boxes.insert(boxes.end(), layout.cards.begin(), layout.cards.end());
  for (const Slot& slot : layout.slots) boxes.push_back(slot.box);
  return boxes;
}

void expect_whole(const ShellLayout& layout, const Screen& screen) {
  const auto boxes = boxes_of(layout);
  for (std::size_t a = 0; a < boxes.size(); ++a) {
    const Box& box = boxes[a];
    ASSERT_FALSE(box.is_empty());
    ASSERT_GE(box.x, 0);
    ASSERT_GE(box.y, 0);
    ASSERT_LE(box.right(), screen.width);
    ASSERT_LE(box.bottom(), screen.height);
    for (const float edge : {box.x, box.y, box.w, box.h}) ASSERT_EQ(edge, std::round(edge));
    for (std::size_t b = 0; b < a; ++b) {
      const Box& other = boxes[b];
      ASSERT_FALSE(box.x < other.right() && other.x < box.right() && box.y < other.bottom() &&
                   other.y < box.bottom())
          << a << " over " << b << " at " << screen.width << "x" << screen.height << " x " << screen.scale;
    }
  }
}

TEST(ShellLayout, NothingOverlapsOrIsCutAtAnySize) {
  for (const Screen& screen : screens()) {
    for (const bool shows_levers : {true, false}) {
      const ShellLayout layout = shell_layout(screen.width, screen.height, screen.scale, shows_levers);
      expect_whole(layout, screen);
      expect_whole(enlarged_layout(layout), screen);
    }
  }
}

TEST(ShellLayout, EveryPartIsLargeEnoughToRead) {
  for (const Screen& screen : screens()) {
    const ShellLayout layout = shell_layout(screen.width, screen.height, screen.scale, true);
    const float scale = screen.scale;
    ASSERT_GE(layout.levers.w, 220 * scale);
    ASSERT_GE(layout.slots.front().box.w, 330 * scale);
    ASSERT_GE(layout.slots.front().box.h, 130 * scale)
        << screen.width << "x" << screen.height << " x " << scale;
    for (const Slot& slot : layout.slots) {
      ASSERT_GE(slot.box.w, 240 * scale);
      ASSERT_GE(slot.box.h, 130 * scale);
    }
    for (const Box& card : layout.cards) ASSERT_GE(card.w, 170 * scale);
  }
}

TEST(ShellLayout, TheWindowIsFilled) {
  for (const Screen& screen : screens()) {
    const ShellLayout layout = shell_layout(screen.width, screen.height, screen.scale, true);
    // What is not covered is gutters: few per cent.
    float covered = 0;
    for (const Box& box : boxes_of(layout)) covered += box.w * box.h;
    ASSERT_GT(covered, 0.88F * screen.width * screen.height) << screen.width << " " << screen.height;
  }
}

TEST(ShellLayout, OnADesktopAllTheMockedUpPicturesAreThere) {
  const ShellLayout layout = shell_layout(1920, 1080, 1, true);
  EXPECT_GE(layout.cards.size(), 6U);
  EXPECT_GE(layout.slots.size(), 7U);
  std::set<std::size_t> numbers;
  for (const Slot& slot : layout.slots) numbers.insert(slot.number);
  EXPECT_EQ(numbers.size(), layout.slots.size());
  EXPECT_TRUE(numbers.contains(0) && numbers.contains(3) && numbers.contains(1 + most_right_slots + 2));
}

TEST(ShellLayout, TwiceTheScaleOnTwiceTheScreenIsTheSamePicture) {
  const ShellLayout one = shell_layout(1920, 1080, 1, true);
  const ShellLayout two = shell_layout(3840, 2160, 2, true);
  ASSERT_EQ(one.slots.size(), two.slots.size());
  for (std::size_t i = 0; i < one.slots.size(); ++i) {
    EXPECT_EQ(one.slots[i].number, two.slots[i].number);
    EXPECT_NEAR(two.slots[i].box.w, 2 * one.slots[i].box.w, 3);
    EXPECT_NEAR(two.slots[i].box.h, 2 * one.slots[i].box.h, 3);
  }
}

}  // namespace
}  // namespace park::ui
