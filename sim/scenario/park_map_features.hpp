// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "scenario/fault_list.hpp"
#include "scenario/park_map.hpp"
#include "scenario/park_map_coordinates.hpp"

namespace park {

inline constexpr std::size_t max_map_name_characters = 100;

/// `kind` of a feature, in the order of FeatureKind.
inline constexpr auto feature_kind_keys = std::to_array<std::string_view>(
    {"parcel", "road", "wastewater_plant", "plating_park", "existing_factory", "farmland", "red_line",
     "reserve", "water", "steam_plant", "boundary", "dormitory", "school"});

/// `legal_state` of a parcel, in the order of LegalState.
inline constexpr auto legal_state_keys = std::to_array<std::string_view>(
    {"protected", "unapproved", "approved", "expropriated", "supplied", "used", "idle"});

/// A feature as read; its outlines are still in degrees. Of an unknown kind: FeatureKind::Count and no
/// shapes.
struct DrawnFeature {
  std::string pointer;
  FeatureKind kind = FeatureKind::Count;
  ParcelShape parcel;  ///< `id` and `zone` for every kind, the rest for parcels
  std::vector<DrawnShape> shapes;
};

/// Reads one feature. Members of a feature and properties that are not ours are allowed (RFC 7946 6.1).
[[nodiscard]] DrawnFeature read_feature(const nlohmann::json& value, const std::string& pointer,
                                        FaultList& faults);

/// Two features with one id are a fault of the later one.
void check_ids(const std::vector<DrawnFeature>& drawn, FaultList& faults);

}  // namespace park
