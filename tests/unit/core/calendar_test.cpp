// SPDX-License-Identifier: MIT
#include "core/calendar.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "core/assert.hpp"

namespace park {
namespace {

TEST(PlusMonths, CrossesYearsBothWays) {
  EXPECT_EQ(plus_months({2026, 1}, 0), (YearMonth{2026, 1}));
  EXPECT_EQ(plus_months({2026, 1}, 11), (YearMonth{2026, 12}));
  EXPECT_EQ(plus_months({2026, 1}, 12), (YearMonth{2027, 1}));
  EXPECT_EQ(plus_months({2026, 12}, 1), (YearMonth{2027, 1}));
  EXPECT_EQ(plus_months({2026, 1}, 119), (YearMonth{2035, 12}));
  EXPECT_EQ(plus_months({2026, 1}, 600), (YearMonth{2076, 1}));
  EXPECT_EQ(plus_months({2026, 1}, -1), (YearMonth{2025, 12}));
  EXPECT_EQ(plus_months({2026, 3}, -15), (YearMonth{2024, 12}));
}

TEST(MonthsBetween, UndoesPlusMonths) {
  const YearMonth start{2026, 1};
  for (int months = -50; months <= 650; ++months) {
    EXPECT_EQ(months_between(start, plus_months(start, months)), months);
  }
}

TEST(YearMonth, IsOrderedInTime) {
  EXPECT_LT((YearMonth{2026, 12}), (YearMonth{2027, 1}));
  EXPECT_GT((YearMonth{2026, 2}), (YearMonth{2026, 1}));
}

TEST(YearMonth, IsWrittenAndReadTheSame) {
  EXPECT_EQ(to_string(YearMonth{2031, 6}), "2031-06");
  EXPECT_EQ(to_string(YearMonth{2031, 12}), "2031-12");
  EXPECT_EQ(parse_year_month("2031-06"), (YearMonth{2031, 6}));
  for (int months = 0; months < 600; ++months) {
    const YearMonth month = plus_months({2026, 1}, months);
    EXPECT_EQ(parse_year_month(to_string(month)), month);
  }
}

TEST(ParseYearMonth, RejectsEverythingElse) {
  for (const std::string_view text :
       {"", "2031", "2031-6", "2031-00", "2031-13", "2031/06", "31-06", "2031-06-01", " 2031-06", "2031-06 ",
        "203x-06", "2031-0x", "-031-06", "+031-06", "1899-12", "3000-01", "2031-+6", "abcd-ef"}) {
    EXPECT_EQ(parse_year_month(text), std::nullopt) << '"' << text << '"';
  }
  EXPECT_EQ(parse_year_month("1900-01"), (YearMonth{1900, 1}));
  EXPECT_EQ(parse_year_month("2999-12"), (YearMonth{2999, 12}));
}

struct KnownFestival {
  int year;
  int month;
  int day;
};

/// Published dates; 2027 and 2030 are the hard ones, with a new moon minutes from Beijing's midnight.
constexpr std::array<KnownFestival, 20> known_festivals = {{
    {2020, 1, 25}, {2021, 2, 12}, {2022, 2, 1},  {2023, 1, 22}, {2024, 2, 10}, {2025, 1, 29}, {2026, 2, 17},
    {2027, 2, 6},  {2028, 1, 26}, {2029, 2, 13}, {2030, 2, 3},  {2031, 1, 23}, {2032, 2, 11}, {2033, 1, 31},
    {2034, 2, 19}, {2035, 2, 8},  {2036, 1, 28}, {2050, 1, 23}, {2060, 2, 2},  {2080, 1, 22},
}};

TEST(LunarNewYear, FallsOnTheKnownDays) {
  for (const KnownFestival& known : known_festivals) {
    const FestivalDate date = lunar_new_year(known.year);
    EXPECT_EQ(date.month, known.month) << known.year;
    EXPECT_EQ(date.day, known.day) << known.year;
  }
}

TEST(LunarNewYear, LiesBetween21JanuaryAnd20FebruaryInEveryYear) {
  for (int year = first_festival_year; year <= last_festival_year; ++year) {
    const FestivalDate date = lunar_new_year(year);
    const int day_of_year = (date.month - 1) * 31 + date.day;
    EXPECT_TRUE(date.month == 1 || date.month == 2) << year;
    EXPECT_GE(day_of_year, 21) << year;
    EXPECT_LE(day_of_year, 31 + 20) << year;
  }
}

/// Twelve lunar months are 354 or 355 days, thirteen 383 to 385.
TEST(LunarNewYear, AdvancesByWholeLunarYears) {
  for (int year = first_festival_year; year < last_festival_year; ++year) {
    const FestivalDate now = lunar_new_year(year);
    const FestivalDate next = lunar_new_year(year + 1);
    const int days_in_year = year % 4 == 0 ? 366 : 365;
    const int days = days_in_year + (next.month - 1) * 31 + next.day - (now.month - 1) * 31 - now.day;
    EXPECT_TRUE((days >= 354 && days <= 355) || (days >= 383 && days <= 385)) << year << ": " << days;
  }
}

TEST(LunarNewYear, IsUnknownOutsideTheTable) {
  EXPECT_THROW((void)lunar_new_year(first_festival_year - 1), Bug);
  EXPECT_THROW((void)lunar_new_year(last_festival_year + 1), Bug);
}

TEST(IsFestivalMonth, HoldsOnceAYear) {
  EXPECT_TRUE(is_festival_month({2026, 2}));
  EXPECT_FALSE(is_festival_month({2026, 1}));
  EXPECT_TRUE(is_festival_month({2028, 1}));
  EXPECT_FALSE(is_festival_month({2028, 2}));
  for (int year = first_festival_year; year <= last_festival_year; ++year) {
    int festivals = 0;
    for (int month = 1; month <= 12; ++month) festivals += is_festival_month({year, month}) ? 1 : 0;
    EXPECT_EQ(festivals, 1) << year;
  }
}

}  // namespace
}  // namespace park
