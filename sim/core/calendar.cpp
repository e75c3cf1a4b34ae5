// SPDX-License-Identifier: MIT
#include "core/calendar.hpp"

#include <array>
#include <cstddef>

#include "core/assert.hpp"

namespace park {
namespace {

/// Month * 100 + day of the lunar new year, 2020 to 2080.
constexpr std::array<int, last_festival_year - first_festival_year + 1> festival_dates = {
    125, 212, 201, 122, 210, 129, 217, 206, 126, 213, 203, 123, 211, 131, 219, 208, 128, 215, 204, 124, 212,
    201, 122, 210, 130, 217, 206, 126, 214, 202, 123, 211, 201, 219, 208, 128, 215, 204, 124, 212, 202, 121,
    209, 129, 217, 205, 126, 214, 203, 123, 211, 131, 219, 207, 127, 215, 205, 124, 212, 202, 122};

constexpr int total_months(YearMonth month) { return month.year * 12 + month.month - 1; }

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

}  // namespace

YearMonth plus_months(YearMonth from, int months) {
  const int total = total_months(from) + months;
  return {total / 12, total % 12 + 1};
}

int months_between(YearMonth from, YearMonth to) { return total_months(to) - total_months(from); }

std::string to_string(YearMonth month) { return std::to_string(month.year) + "-" + two_digits(month.month); }

std::optional<YearMonth> parse_year_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  int number = 0;
  for (const std::size_t place : {0U, 1U, 2U, 3U, 5U, 6U}) {
    if (text[place] < '0' || text[place] > '9') return std::nullopt;
    number = number * 10 + (text[place] - '0');
  }
  const YearMonth month{number / 100, number % 100};
  if (month.year < 1900 || month.year > 2999 || month.month < 1 || month.month > 12) return std::nullopt;
  return month;
}

FestivalDate lunar_new_year(int year) {
  PARK_ASSERT(year >= first_festival_year && year <= last_festival_year);
  const int date = festival_dates[static_cast<std::size_t>(year - first_festival_year)];
  return {date / 100, date % 100};
}

bool is_festival_month(YearMonth month) { return lunar_new_year(month.year).month == month.month; }

}  // namespace park
