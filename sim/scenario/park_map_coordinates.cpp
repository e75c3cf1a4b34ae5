// SPDX-License-Identifier: MIT
#include "scenario/park_map_coordinates.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "scenario/field_reader.hpp"

namespace park {
namespace {

using nlohmann::json;
using Positions = std::vector<LonLat>;

/// A cadastral ring has tens of points; more than this is a drawing gone wrong.
constexpr std::size_t max_points = 20'000;

bool is_filled_array(const json& value) { return value.is_array() && !value.empty(); }

/// Longitude (`axis` 0) or latitude (1) of a position, in degrees. A map has thousands: where a number stands
/// is written out only if it is faulty.
std::optional<double> read_degrees(const json& position, std::size_t axis, double limit,
                                   const std::string& list, std::size_t index, FaultList& faults) {
  const json& value = position[axis];
  if (value.is_number()) {
    const double degrees = value.get<double>();
    if (std::abs(degrees) <= limit) return degrees;
  }
  return read_number(value, pointer_to(pointer_to(list, index), axis), faults, -limit, limit);
}

/// The position `value`, which stands in `list` at `index`.
std::optional<LonLat> read_position(const json& value, const std::string& list, std::size_t index,
                                    FaultList& faults) {
  if (value.is_discarded()) return std::nullopt;  // reported when it was parsed
  if (!value.is_array() || value.size() < 2) {
    faults.add(pointer_to(list, index), "a position [longitude, latitude]", described(value));
    return std::nullopt;
  }
  const auto lon = read_degrees(value, 0, 180, list, index, faults);
  const auto lat = read_degrees(value, 1, 90, list, index, faults);
  if (!lon || !lat) return std::nullopt;
  return LonLat{*lon, *lat};
}

std::optional<Positions> read_positions(const json& value, const std::string& pointer, std::size_t fewest,
                                        FaultList& faults) {
  const std::size_t count = value.is_array() ? value.size() : 0;
  if (count < fewest || count > max_points) {
    faults.add(pointer, "an array of " + std::to_string(fewest) + " to 20000 positions",
               value.is_array() ? std::to_string(count) : described(value));
    return std::nullopt;
  }
  Positions positions;
  positions.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (const auto position = read_position(value[i], pointer, i, faults)) positions.push_back(*position);
  }
  if (positions.size() != count) return std::nullopt;
  return positions;
}

std::optional<Positions> read_ring(const json& value, const std::string& pointer, FaultList& faults) {
  auto ring = read_positions(value, pointer, 4, faults);
  if (!ring) return std::nullopt;
  const LonLat first = ring->front();
  const LonLat last = ring->back();
  if (first.lon == last.lon && first.lat == last.lat) return ring;
  faults.add(pointer_to(pointer, ring->size() - 1),
             "the first position again, [" + number_text(first.lon) + ", " + number_text(first.lat) + "]",
             "[" + number_text(last.lon) + ", " + number_text(last.lat) + "]");
  return std::nullopt;
}

std::optional<DrawnShape> read_line(const json& value, const std::string& pointer, FaultList& faults) {
  auto line = read_positions(value, pointer, 2, faults);
  if (!line) return std::nullopt;
  return DrawnShape{pointer, {std::move(*line)}};
}

std::optional<DrawnShape> read_polygon(const json& value, const std::string& pointer, FaultList& faults) {
  if (!is_filled_array(value)) {
    faults.add(pointer, "an array of rings", described(value));
    return std::nullopt;
  }
  DrawnShape shape{pointer, {}};
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (auto ring = read_ring(value[i], pointer_to(pointer, i), faults))
      shape.rings.push_back(std::move(*ring));
  }
  if (shape.rings.size() != value.size()) return std::nullopt;
  return shape;
}

}  // namespace

std::vector<DrawnShape> read_shapes(const json& geometry, const std::string& pointer, ShapeKind wanted,
                                    FaultList& faults) {
  FieldReader reader(geometry, pointer, faults);
  if (!reader.is_object()) return {};
  std::vector<std::string_view> types = {"LineString", "MultiLineString"};
  if (wanted == ShapeKind::Polygon) types = {"Polygon", "MultiPolygon"};
  if (wanted == ShapeKind::OnePolygon) types = {"Polygon"};
  const bool has_type = reader.require("type") != nullptr;
  const auto type = has_type ? reader.one_of("type", types) : std::nullopt;
  const json* coordinates = reader.require("coordinates");
  if (!type || coordinates == nullptr) return {};

  const auto read_one = wanted == ShapeKind::Line ? read_line : read_polygon;
  const std::string place = reader.pointer_of("coordinates");
  std::vector<DrawnShape> shapes;
  if (*type == 0) {
    if (auto shape = read_one(*coordinates, place, faults)) shapes.push_back(std::move(*shape));
    return shapes;
  }
  if (!is_filled_array(*coordinates)) {
    faults.add(place, "an array of shapes", described(*coordinates));
    return {};
  }
  for (std::size_t i = 0; i < coordinates->size(); ++i) {
    if (auto shape = read_one((*coordinates)[i], pointer_to(place, i), faults))
      shapes.push_back(std::move(*shape));
  }
  if (shapes.size() != coordinates->size()) return {};
  return shapes;
}

}  // namespace park
