// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <vector>

#include "map/plane.hpp"
#include "map/road_network.hpp"

namespace park::ui {

/// A polygon of the map ready to be filled.
struct GroundArea {
  FeatureKind kind = FeatureKind::Farmland;
  std::uint32_t index = 0;  ///< into the map's features, or parcels where kind is Parcel
  RingM ring;               ///< outer ring, open, counter-clockwise
  std::vector<RingM> holes;
  std::vector<PointM> triangles;
  PointM furrows{1, 0};  ///< direction of rows
  PointM middle;
  double radius_m = 0;  ///< of a circle round the middle that holds it
};

/// A tree of a wood, of a road or of a shore. Trees of a wood are in such an order that the first ones are
/// spread as evenly as all.
struct Tree {
  PointM at;
  double radius_m = 3.4;
};

/// What of a map never changes: areas cut into triangles, roads. Built once a map and shared by all its
/// chronicles.
class MapGround {
 public:
  explicit MapGround(std::shared_ptr<const ParkMap> map);

  [[nodiscard]] const ParkMap& map() const { return *map_; }
  [[nodiscard]] const std::shared_ptr<const ParkMap>& shared_map() const { return map_; }
  [[nodiscard]] const std::vector<GroundArea>& features() const { return features_; }
  [[nodiscard]] const std::vector<GroundArea>& parcels() const { return parcels_; }
  [[nodiscard]] const RoadNetwork& roads() const { return roads_; }
  [[nodiscard]] const std::vector<Tree>& wood_trees() const { return wood_trees_; }
  [[nodiscard]] const std::vector<Tree>& lined_trees() const { return lined_trees_; }
  /// Points that a picture of the park should hold: its boundary, or all parcels, and woods that reach into
  /// it.
  [[nodiscard]] const std::vector<PointM>& extent() const { return extent_; }
  /// Zones with the middle of their parcels, the largest first.
  struct Zone {
    std::string name;
    PointM middle;
    double area_mu = 0;
  };
  [[nodiscard]] const std::vector<Zone>& zones() const { return zones_; }

 private:
  void find_extent();
  void find_zones();
  void plant_trees();

  std::shared_ptr<const ParkMap> map_;
  std::vector<GroundArea> features_;
  std::vector<GroundArea> parcels_;
  RoadNetwork roads_;
  std::vector<Tree> wood_trees_;
  std::vector<Tree> lined_trees_;
  std::vector<PointM> extent_;
  std::vector<Zone> zones_;
};

inline constexpr double wood_spacing_m = 21;

/// True if two maps show the same ground, whatever files they come from.
[[nodiscard]] bool is_same_ground(const ParkMap& a, const ParkMap& b);

/// Parts of parallel lines `spacing_m` apart inside an area, in pairs of ends; holes are left out.
[[nodiscard]] std::vector<PointM> hatched(const GroundArea& area, PointM direction, double spacing_m);

}  // namespace park::ui
