// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/keys.hpp"

namespace park {

enum class TargetColumn : std::uint8_t { Name, Stage, Region, Employees, Investment, Leader, Count };
inline constexpr auto target_column_count = static_cast<std::size_t>(TargetColumn::Count);

/// English headings, in the order of TargetColumn.
[[nodiscard]] std::vector<std::string_view> target_headings();

/// What a heading means. An investment column may be in other units: `factor` turns it into million yuan.
struct Heading {
  TargetColumn column = TargetColumn::Name;
  double factor = 1;
};
[[nodiscard]] std::optional<Heading> heading_from_words(std::string_view words);

/// Stage and region by key, by label in either language, or by a name in common use.
[[nodiscard]] std::optional<Stage> stage_from_words(std::string_view words);
[[nodiscard]] std::optional<Region> region_from_words(std::string_view words);

/// 0, 1, true, false, yes, no, 是, 否.
[[nodiscard]] std::optional<bool> truth_from_words(std::string_view words);

}  // namespace park
