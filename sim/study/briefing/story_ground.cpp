// SPDX-License-Identifier: MIT
#include "study/briefing/story_ground.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "scenario/shipped_facts.hpp"
#include "study/comparison.hpp"

namespace park::study {
namespace {

std::vector<std::string> places_of(const ParkMap& map) {
  std::vector<std::string> places;
  const auto add = [&](const auto& feature) {
    places.push_back(feature.id);
    if (!feature.zone.empty()) places.push_back(feature.zone);
  };
  std::for_each(map.parcels.begin(), map.parcels.end(), add);
  std::for_each(map.features.begin(), map.features.end(), add);
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

/// Up to three digits: no run has more months.
std::optional<int> whole(std::string_view text) {
  if (text.size() > 3 || text.starts_with('-')) return std::nullopt;
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc{} || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

StoryGround story_ground(const std::vector<std::shared_ptr<const Scenario>>& scenarios) {
  PARK_ASSERT(!scenarios.empty());
  const Scenario& first = *scenarios.front();
  StoryGround ground{first.start, first.months, indicator_columns(first), unique_names(scenarios),
                     places_of(*first.map)};
  for (std::size_t s = 1; s < scenarios.size(); ++s) {
    if (scenarios[s]->map == first.map) continue;
    const std::vector<std::string> places = places_of(*scenarios[s]->map);
    std::vector<std::string> common;
    std::set_intersection(ground.places->begin(), ground.places->end(), places.begin(), places.end(),
                          std::back_inserter(common));
    ground.places = std::move(common);
  }
  return ground;
}

StoryGround unknown_ground() {
  Scenario shipped;
  shipped.facts = shipped_facts();
  return {shipped.start, max_months, indicator_columns(shipped), {}, std::nullopt};
}

std::optional<int> read_story_month(std::string_view text, const std::string& pointer, YearMonth start,
                                    int months, FaultList& faults) {
  std::optional<int> month = whole(text);
  if (text == "start") month = 0;
  if (text == "end") month = months;
  if (const auto date = parse_year_month(text)) month = months_between(start, *date) + 1;
  if (month && *month >= 0 && *month <= months) return month;
  faults.add(pointer,
             "start, end, a month from 0 to " + std::to_string(months) + ", or YYYY-MM up to " +
                 to_string(plus_months(start, months - 1)),
             "\"" + shown(text) + "\"");
  return std::nullopt;
}

}  // namespace park::study
