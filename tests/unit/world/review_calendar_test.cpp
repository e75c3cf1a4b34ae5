// SPDX-License-Identifier: MIT
#include "world/review_calendar.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/random.hpp"

namespace park {
namespace {

constexpr std::size_t first_class = 0;
constexpr std::size_t last_class = firm_class_count - 1;

/// Two classes of clocks, far beyond the last slice too.
struct Clocks {
  Pool pool;
  std::vector<FirmState> firms;
  ReviewCalendar calendar;

  explicit Clocks(const std::vector<double>& clocks) {
    for (std::uint32_t firm = 0; firm < clocks.size(); ++firm) {
      PoolFirm& of_pool = pool.firms.emplace_back();
      of_pool.activity = static_cast<Activity>(class_of_firm(firm) / region_count);
      of_pool.region = static_cast<Region>(class_of_firm(firm) % region_count);
      of_pool.review_clock = static_cast<float>(clocks[firm]);
      firms.push_back({static_cast<double>(of_pool.review_clock)});
    }
    list_first_reviews(pool);
    calendar.open(pool);
  }
  explicit Clocks(std::uint32_t count) : Clocks(draw(count)) {}

  static std::vector<double> draw(std::uint32_t count) {
    RandomStream stream{1, Draw::ReviewClock, 7};
    std::vector<double> clocks(count);
    for (double& clock : clocks) clock = 8 * stream.uniform() * stream.uniform();
    return clocks;
  }

  static std::size_t class_of_firm(std::uint32_t firm) { return firm % 3 == 0 ? last_class : first_class; }

  void set(std::uint32_t firm, double threshold) {
    firms[firm].threshold = threshold;
    calendar.add(class_of_firm(firm), firm, threshold);
  }

  std::vector<std::uint32_t> ring(std::size_t firm_class, double integral) {
    std::vector<std::uint32_t> starting;
    calendar.ring(firm_class, integral, pool, firms, starting);
    return starting;
  }

  /// By looking at every firm: those above `from`, up to `to`.
  [[nodiscard]] std::vector<std::uint32_t> expected(std::size_t firm_class, double from, double to) const {
    std::vector<std::uint32_t> starting;
    for (std::uint32_t firm = 0; firm < firms.size(); ++firm) {
      const bool is_in = firms[firm].threshold > from && firms[firm].threshold <= to;
      if (is_in && class_of_firm(firm) == firm_class) starting.push_back(firm);
    }
    std::stable_sort(starting.begin(), starting.end(), [&](std::uint32_t a, std::uint32_t b) {
      return firms[a].threshold < firms[b].threshold;
    });
    return starting;
  }
};

TEST(ReviewCalendar, RingsForTheFirmsOfAClassWhoseTimeHasComeTheSoonestFirst) {
  Clocks clocks(2000);
  double before = -1;
  for (int step = 0; step <= 400; ++step) {
    const double integral = step < 380 ? 0.003 * step : 1.14 + 0.4 * (step - 380);  // up to 9
    for (const std::size_t firm_class : {first_class, last_class}) {
      EXPECT_EQ(clocks.ring(firm_class, integral), clocks.expected(firm_class, before, integral));
    }
    before = integral;
  }
  for (const FirmState& firm : clocks.firms) EXPECT_EQ(firm.fate, Fate::Searching);
}

TEST(ReviewCalendar, TiesGoToTheLowerIdInWhateverOrderTheyCame) {
  Clocks clocks({3, 0.5, 0.25, 3, 3, 0.5});
  clocks.set(4, 0.5);
  EXPECT_EQ(clocks.ring(first_class, 0.5), (std::vector<std::uint32_t>{2, 1, 4, 5}));
}

TEST(ReviewCalendar, AFirmWhoseClockIsSetAnewIsFoundAtItsNewTimeAlone) {
  Clocks clocks(300);
  for (std::uint32_t firm = 0; firm < 300; firm += 2) clocks.set(firm, 8 - clocks.firms[firm].threshold);
  const auto later = clocks.expected(first_class, 3, 9);
  EXPECT_EQ(clocks.ring(first_class, 3), clocks.expected(first_class, -1, 3));
  EXPECT_EQ(clocks.ring(first_class, 9), later);
}

TEST(ReviewCalendar, OnlyFirmsAtTheirOriginReviewAndEachOnce) {
  Clocks clocks(6);
  clocks.set(1, 0.5);
  clocks.set(1, 0.5);
  clocks.set(2, 0.5);
  clocks.set(4, 0.5);
  clocks.firms[2].fate = Fate::Gone;
  clocks.firms[5].fate = Fate::InPark;
  EXPECT_EQ(clocks.ring(first_class, 9), (std::vector<std::uint32_t>{1, 4}));
}

TEST(ReviewCalendar, UsesItsEntriesAgain) {
  Clocks clocks(100);
  const std::size_t bytes = clocks.calendar.bytes();
  double integral = 0;
  for (int month = 0; month < 1000; ++month, integral += 0.05) {
    for (const std::uint32_t firm : clocks.ring(first_class, integral)) {
      clocks.firms[firm].fate = Fate::AtOrigin;
      clocks.set(firm, integral + 0.1 + firm / 100.0);
    }
  }
  EXPECT_EQ(clocks.calendar.bytes(), bytes);
}

}  // namespace
}  // namespace park
