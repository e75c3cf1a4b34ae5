// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <variant>

#include "policy/catalogue.hpp"

namespace park {

/// A string literal as a template argument, so that a row can hold its expectations in place.
template <std::size_t Size>
struct Literal {
  std::array<char, Size> text{};

  // NOLINTNEXTLINE(google-explicit-constructor,modernize-avoid-c-arrays): what a string literal is
  constexpr Literal(const char (&literal)[Size]) { std::copy_n(literal, Size, text.begin()); }
  [[nodiscard]] constexpr std::string_view view() const { return {text.data(), Size - 1}; }
};

/// The one expectation of a row: `.expected = expect<"jobs", "up", "baseline", "final">`.
template <Literal Indicator, Literal Direction, Literal Context, Literal Statistic>
inline constexpr std::array<Expectation, 1> expect = {
    {{Indicator.view(), Direction.view(), Context.view(), Statistic.view()}}};

/// Each of the `member_count` doubles of Group has exactly one row: as many rows as members, no field twice.
template <class Group, std::size_t Count>
[[nodiscard]] constexpr bool covers_every_member(const std::array<ParameterRow, Count>& rows) {
  for (std::size_t i = 0; i < Count; ++i) {
    const auto* field = std::get_if<double Group::*>(&rows[i].field);
    if (field == nullptr) return false;
    for (std::size_t j = 0; j < i; ++j) {
      const auto* earlier = std::get_if<double Group::*>(&rows[j].field);
      if (*earlier == *field || rows[j].key == rows[i].key) return false;
    }
  }
  return Count == sizeof(Group) / sizeof(double);
}

/// Every range is a range, every default lies in it and every slider moves.
template <class Group, std::size_t Count>
[[nodiscard]] constexpr bool ranges_hold(const std::array<ParameterRow, Count>& rows) {
  constexpr Group defaults{};
  return std::all_of(rows.begin(), rows.end(), [&](const ParameterRow& row) {
    const double value = defaults.*std::get<double Group::*>(row.field);
    return row.min < row.max && row.min <= value && value <= row.max && row.step > 0 &&
           row.step <= row.max - row.min;
  });
}

/// Every row says what its default rests on, in agreement with its source.
template <std::size_t Count>
[[nodiscard]] constexpr bool statuses_hold(const std::array<ParameterRow, Count>& rows) {
  return std::all_of(rows.begin(), rows.end(),
                     [](const ParameterRow& row) { return agrees(row.status, row.source); });
}

}  // namespace park
