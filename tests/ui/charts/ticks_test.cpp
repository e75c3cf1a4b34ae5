// SPDX-License-Identifier: MIT
#include "charts/ticks.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace park::ui {
namespace {

TEST(RangeOf, LeavesOutWhatIsNoNumber) {
  const std::array<double, 4> values = {3, std::nan(""), -2, INFINITY};
  EXPECT_EQ(range_of(values, false), (Range{-2, 3}));
  EXPECT_EQ(range_of(std::array<double, 2>{4, 9}, true), (Range{0, 9}));
  EXPECT_EQ(range_of(std::array<double, 1>{std::nan("")}, true), (Range{0, 1}));
}

TEST(NiceTicks, TakesWholeStepsThatCoverTheRange) {
  const Ticks ticks = nice_ticks({0, 23500}, 5);
  EXPECT_EQ(ticks.values, (std::vector<double>{0, 10000, 20000, 30000}));
  EXPECT_EQ(ticks.range, (Range{0, 30000}));
}

TEST(NiceTicks, CrossesZero) {
  const Ticks ticks = nice_ticks({-240, 380}, 6);
  EXPECT_EQ(ticks.values, (std::vector<double>{-400, -200, 0, 200, 400}));
}

TEST(NiceTicks, WidensARangeOfNoWidth) {
  EXPECT_EQ(nice_ticks({0, 0}, 4).range.lo, 0);
  EXPECT_GT(nice_ticks({0, 0}, 4).range.hi, 0);
  const Ticks ticks = nice_ticks({7, 7}, 4);
  EXPECT_LT(ticks.range.lo, 7);
  EXPECT_GT(ticks.range.hi, 7);
}

/// Whatever the range, there are between two and `most` ticks, they cover it, and they do not repeat.
TEST(NiceTicks, NeverHasMoreThanThereIsRoomFor) {
  for (int most = 3; most <= 9; ++most) {
    for (double lo = -1e6; lo < 1e6; lo += 98765.4321) {
      for (const double width : {0.01, 0.3, 7.0, 1234.0, 9.9e6}) {
        const Ticks ticks = nice_ticks({lo, lo + width}, most);
        ASSERT_GE(ticks.values.size(), 2U);
        ASSERT_LE(ticks.values.size(), static_cast<std::size_t>(most)) << lo << " " << width;
        ASSERT_LE(ticks.range.lo, lo + 1e-4 * width);
        ASSERT_GE(ticks.range.hi, lo + width - 1e-4 * width);
        ASSERT_GT(ticks.values[1], ticks.values[0]);
      }
    }
  }
}

TEST(HeldRange, StaysWhileSomethingIsDragged) {
  const Range held{0, 100};
  EXPECT_EQ(held_range(held, {0, 10}, true), held);
  EXPECT_EQ(held_range(held, {-5, 120}, true), (Range{-5, 120}));
}

TEST(HeldRange, FollowsOnceNothingIsDragged) {
  const Range held{0, 100};
  EXPECT_EQ(held_range(held, {0, 70}, false), held);
  EXPECT_EQ(held_range(held, {0, 50}, false), (Range{0, 50}));
  EXPECT_EQ(held_range(held, {0, 120}, false), (Range{0, 120}));
  EXPECT_EQ(held_range({0, 0}, {3, 4}, true), (Range{3, 4}));
}

TEST(YearTicks, StandWhereTheYearBegins) {
  const auto every = year_ticks({2026, 1}, 36, 6);
  ASSERT_EQ(every.size(), 4U);
  EXPECT_EQ(every[1].month, 12);
  EXPECT_EQ(every[1].year, 2027);
  const auto later = year_ticks({2026, 4}, 24, 6);
  ASSERT_EQ(later.size(), 2U);
  EXPECT_EQ(later[0].month, 9);
  EXPECT_EQ(later[0].year, 2027);
}

TEST(YearTicks, AreThinnedOutToRoundYears) {
  const auto ticks = year_ticks({2026, 1}, 600, 6);
  ASSERT_LE(ticks.size(), 6U);
  EXPECT_EQ(ticks.front().year, 2030);
  EXPECT_EQ(ticks[1].year, 2040);
}

}  // namespace
}  // namespace park::ui
