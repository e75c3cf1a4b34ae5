// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "scenario/base_district.hpp"
#include "scenario/chain.hpp"
#include "scenario/places.hpp"

namespace park {

/// A number of a facts file or of `base_district`: one row, from which loader, saver and schema are made.
template <class Owner>
struct NumberField {
  std::string_view key;  ///< the member's name
  double Owner::*member;
  double min;
  double max;
  bool is_whole;
  std::string_view unit;
  std::string_view zh;
  std::string_view en;
};

[[nodiscard]] std::span<const NumberField<BaseDistrict>> base_district_fields();
[[nodiscard]] std::span<const NumberField<ActivityTraits>> activity_fields();
[[nodiscard]] std::span<const NumberField<OriginTraits>> origin_fields();
[[nodiscard]] std::span<const NumberField<DestinationTraits>> destination_fields();

inline constexpr double max_stated_number = 1e15;  ///< either way, of what a study's file states
inline constexpr double share_tolerance = 1e-6;    ///< of shares that should sum to 1
inline constexpr double max_firms_per_stage = 10000;
inline constexpr double max_people = 2e6;  ///< in one stage, or away in one region
inline constexpr double max_known_factor = 10;
inline constexpr double max_km = 20000;  ///< half the way round the earth
inline constexpr double max_outside_demand = 1000;

}  // namespace park
