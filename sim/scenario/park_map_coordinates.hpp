// SPDX-License-Identifier: MIT
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "scenario/fault_list.hpp"

namespace park {

/// A position of RFC 7946 in degrees (WGS84).
struct LonLat {
  double lon = 0;
  double lat = 0;
};

/// One polygon (closed rings, the outer one first) or one line, as drawn in the file.
struct DrawnShape {
  std::string pointer;
  std::vector<std::vector<LonLat>> rings;
};

enum class ShapeKind { Line, Polygon, OnePolygon };

/// Reads the `geometry` of a feature: LineString or MultiLineString, Polygon or MultiPolygon, or one Polygon.
/// Every position is checked, every ring is closed and has at least four points. Empty if anything was at
/// fault.
[[nodiscard]] std::vector<DrawnShape> read_shapes(const nlohmann::json& geometry, const std::string& pointer,
                                                  ShapeKind wanted, FaultList& faults);

}  // namespace park
