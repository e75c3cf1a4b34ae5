// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace park {

/// A calendar month. `month` is 1 to 12.
struct YearMonth {
  int year = 2026;
  int month = 1;

  friend constexpr auto operator<=>(const YearMonth&, const YearMonth&) = default;
};

/// The month that lies `months` after (or before, if negative) `from`.
[[nodiscard]] YearMonth plus_months(YearMonth from, int months);

/// Whole months from `from` to `to`; negative if `to` is earlier.
[[nodiscard]] int months_between(YearMonth from, YearMonth to);

/// `2031-06`.
[[nodiscard]] std::string to_string(YearMonth month);

/// Reads `YYYY-MM` with a year of 1900 to 2999; nothing on any other text.
[[nodiscard]] std::optional<YearMonth> parse_year_month(std::string_view text);

inline constexpr int first_festival_year = 2020;
inline constexpr int last_festival_year = 2080;

/// Gregorian date of the lunar new year. Source: the Chinese calendar as computed by Purple Mountain
/// Observatory (GB/T 33661-2017); table for 2020 to 2080, outside it PARK_ASSERT.
struct FestivalDate {
  int month = 1;
  int day = 1;
};
[[nodiscard]] FestivalDate lunar_new_year(int year);

/// True in the month that holds the lunar new year.
[[nodiscard]] bool is_festival_month(YearMonth month);

}  // namespace park
