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
      pool.agents_in_class[class_of_firm(firm)] += 1;
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

  /// A month of these hazards of the two classes; who reviews, by firm.
  std::vector<std::uint32_t> live_month(double hazard_of_first, double hazard_of_last) {
    ByClass hazard{};
    hazard[first_class] = hazard_of_first;
    hazard[last_class] = hazard_of_last;
    if (!calendar.is_planned(hazard)) calendar.plan(pool, integral, hazard);
    for (std::size_t c = 0; c < firm_class_count; ++c) integral[c] += hazard[c];
    std::vector<std::uint32_t> starting;
    calendar.ring(firms, starting);
    std::sort(starting.begin(), starting.end());
    return starting;
  }

  /// Whose time has come, by looking at every firm.
  [[nodiscard]] std::vector<std::uint32_t> due() const {
    std::vector<std::uint32_t> starting;
    for (std::uint32_t firm = 0; firm < firms.size(); ++firm) {
      const bool waits = firms[firm].fate == Fate::AtOrigin;
      if (waits && firms[firm].threshold <= integral[class_of_firm(firm)]) starting.push_back(firm);
    }
    return starting;
  }

  ByClass integral{};
};

/// The same firms review as by looking at every one, month by month, while hazards change now and then and
/// clocks are set anew, some of them to a month of the present plan.
TEST(ReviewCalendar, RingsForTheFirmsWhoseTimeHasCome) {
  Clocks clocks(2000);
  RandomStream stream{1, Draw::ReviewClock, 8};
  double hazard = 0.003;
  std::size_t reviews = 0;
  for (int month = 0; month < 600; ++month) {
    if (stream.uniform() < 0.3) hazard = 0.02 * stream.uniform();
    if (month > 560) hazard = 0.4;  // beyond the last slice
    // Those whose time has come are searching when they are asked for.
    Clocks plain = clocks;
    const std::vector<std::uint32_t> starting = clocks.live_month(hazard, 2 * hazard);
    plain.integral = clocks.integral;
    ASSERT_EQ(starting, plain.due()) << "month " << month;
    reviews += starting.size();
    for (const std::uint32_t firm : starting) {
      ASSERT_EQ(clocks.firms[firm].fate, Fate::Searching);
      if (stream.uniform() < 0.5) continue;
      clocks.firms[firm].fate = Fate::AtOrigin;
      clocks.set(firm,
                 clocks.integral[Clocks::class_of_firm(firm)] + 0.3 * stream.uniform() * stream.uniform());
    }
    for (int k = 0; k < 5; ++k) {
      const auto firm = static_cast<std::uint32_t>(2000 * stream.uniform());
      const double now = clocks.integral[Clocks::class_of_firm(firm)];
      if (clocks.firms[firm].threshold > now)
        clocks.set(firm, now + 0.5 * (clocks.firms[firm].threshold - now));
    }
  }
  EXPECT_GT(reviews, 3000U);
  for (const FirmState& firm : clocks.firms) EXPECT_EQ(firm.fate, Fate::Searching);
}

TEST(ReviewCalendar, AMonthIsPlannedForItsHazardsAlone) {
  Clocks clocks(10);
  ByClass hazard{};
  EXPECT_FALSE(clocks.calendar.is_planned(hazard));
  clocks.calendar.plan(clocks.pool, clocks.integral, hazard);
  std::vector<std::uint32_t> starting;
  for (std::size_t month = 0; month < ReviewCalendar::planned_months; ++month) {
    EXPECT_TRUE(clocks.calendar.is_planned(hazard));
    clocks.calendar.ring(clocks.firms, starting);
  }
  EXPECT_FALSE(clocks.calendar.is_planned(hazard));
  clocks.calendar.plan(clocks.pool, clocks.integral, hazard);
  hazard[last_class] = 0.1;
  EXPECT_FALSE(clocks.calendar.is_planned(hazard));
}

TEST(ReviewCalendar, OnlyFirmsAtTheirOriginReviewAndEachOnce) {
  Clocks clocks({3, 0.5, 0.25, 3, 3, 0.5});
  clocks.set(1, 0.4);
  clocks.set(1, 0.4);
  clocks.set(2, 0.5);
  clocks.set(4, 0.5);
  clocks.firms[2].fate = Fate::Gone;
  clocks.firms[5].fate = Fate::InPark;
  EXPECT_EQ(clocks.live_month(9, 0), (std::vector<std::uint32_t>{1, 4}));
}

TEST(ReviewCalendar, UsesItsEntriesAgain) {
  Clocks clocks(100);
  const std::size_t bytes = clocks.calendar.bytes();
  for (int month = 0; month < 1000; ++month) {
    for (const std::uint32_t firm : clocks.live_month(0.05, 0.05)) {
      clocks.firms[firm].fate = Fate::AtOrigin;
      clocks.set(firm, clocks.integral[Clocks::class_of_firm(firm)] + 0.1 + firm / 100.0);
    }
  }
  EXPECT_EQ(clocks.calendar.bytes(), bytes);
}

}  // namespace
}  // namespace park
