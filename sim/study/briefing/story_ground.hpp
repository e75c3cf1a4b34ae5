// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indicators/indicators.hpp"
#include "scenario/fault_list.hpp"

namespace park::study {

/// What a storyboard may speak of: the months, indicators, scenarios and places of its scenarios.
struct StoryGround {
  YearMonth start{2026, 1};
  int months = max_months;
  std::vector<IndicatorColumn> columns;
  std::vector<std::string> scenarios;              ///< names, made unique; empty where none is known yet
  std::optional<std::vector<std::string>> places;  ///< zones and ids that every map has, sorted
};

/// The ground of scenarios with one calendar.
[[nodiscard]] StoryGround story_ground(const std::vector<std::shared_ptr<const Scenario>>& scenarios);

/// The ground of a storyboard that names no scenarios: the shipped indicators, the longest run there may be,
/// any scenario and any place.
[[nodiscard]] StoryGround unknown_ground();

/// Reads `2031-06` (the end of that month), `66`, `start` (the opening) or `end`; anything else and what lies
/// beyond the run is a fault.
[[nodiscard]] std::optional<int> read_story_month(std::string_view text, const std::string& pointer,
                                                  YearMonth start, int months, FaultList& faults);

}  // namespace park::study
