// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "scenario/fault_list.hpp"
#include "scenario/park_map.hpp"
#include "scenario/park_map_coordinates.hpp"

namespace park {

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
