// SPDX-License-Identifier: MIT
#include "world/review_calendar.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/assert.hpp"
#include "core/random.hpp"

namespace park {
namespace {

constexpr std::size_t first_class = 0;
constexpr std::size_t last_class = firm_class_count - 1;

/// Two classes of clocks, far beyond the last slice too.
struct Clocks {
  std::vector<double> threshold;
  ReviewCalendar calendar;

  explicit Clocks(std::uint32_t firms) {
    RandomStream stream{1, Draw::ReviewClock, 7};
    calendar.open(firms);
    for (std::uint32_t firm = 0; firm < firms; ++firm) {
      threshold.push_back(8 * stream.uniform() * stream.uniform());
      calendar.add(class_of_firm(firm), {threshold[firm], firm});
    }
  }

  static std::size_t class_of_firm(std::uint32_t firm) { return firm % 3 == 0 ? last_class : first_class; }

  std::vector<std::uint32_t> take(std::size_t firm_class, double integral) {
    std::vector<std::uint32_t> due;
    calendar.take_due(firm_class, integral, threshold, due);
    return due;
  }

  /// By looking at every firm: those above `from`, up to `to`.
  [[nodiscard]] std::vector<std::uint32_t> expected(std::size_t firm_class, double from, double to) const {
    std::vector<std::uint32_t> due;
    for (std::uint32_t firm = 0; firm < threshold.size(); ++firm) {
      const bool is_in = threshold[firm] > from && threshold[firm] <= to;
      if (is_in && class_of_firm(firm) == firm_class) due.push_back(firm);
    }
    std::stable_sort(due.begin(), due.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return threshold[a] < threshold[b]; });
    return due;
  }
};

TEST(ReviewCalendar, GivesTheFirmsOfAClassWhoseTimeHasComeSoonestFirst) {
  Clocks clocks(2000);
  double before = -1;
  for (double integral = 0; integral < 9; integral += integral < 1 ? 0.003 : 0.4) {
    for (const std::size_t firm_class : {first_class, last_class}) {
      EXPECT_EQ(clocks.take(firm_class, integral), clocks.expected(firm_class, before, integral));
    }
    before = integral;
  }
  for (std::uint32_t firm = 0; firm < 2000; ++firm) EXPECT_FALSE(clocks.calendar.has(firm));
}

TEST(ReviewCalendar, TiesGoToTheLowerIdInWhateverOrderTheyCame) {
  ReviewCalendar calendar;
  calendar.open(4);
  const std::vector<double> threshold = {0.5, 0.25, 0.5, 0.5};
  for (const std::uint32_t firm : {2U, 0U, 3U, 1U}) calendar.add(0, {threshold[firm], firm});
  std::vector<std::uint32_t> due;
  calendar.take_due(0, 0.5, threshold, due);
  EXPECT_EQ(due, (std::vector<std::uint32_t>{1, 0, 2, 3}));
}

TEST(ReviewCalendar, AFirmWhoseClockIsSetAnewIsFoundAtItsNewTimeAlone) {
  Clocks clocks(300);
  for (std::uint32_t firm = 0; firm < 300; firm += 2) {
    const std::size_t firm_class = Clocks::class_of_firm(firm);
    clocks.calendar.remove(firm_class, {clocks.threshold[firm], firm});
    clocks.threshold[firm] = 8 - clocks.threshold[firm];
    clocks.calendar.add(firm_class, {clocks.threshold[firm], firm});
  }
  EXPECT_EQ(clocks.take(first_class, 3), clocks.expected(first_class, -1, 3));
  EXPECT_EQ(clocks.take(first_class, 9), clocks.expected(first_class, 3, 9));
}

TEST(ReviewCalendar, NoFirmWaitsTwice) {
  Clocks clocks(3);
  EXPECT_THROW(clocks.calendar.add(0, {1, 2}), Bug);
  clocks.calendar.remove(Clocks::class_of_firm(2), {clocks.threshold[2], 2});
  EXPECT_FALSE(clocks.calendar.has(2));
  EXPECT_THROW(clocks.calendar.remove(0, {1, 2}), Bug);
}

}  // namespace
}  // namespace park
