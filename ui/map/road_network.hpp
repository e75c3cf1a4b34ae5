// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "map/plane.hpp"

namespace park::ui {

/// A carriageway as drawn. The map gives lines only: the width follows from the room that parcels leave.
struct Road {
  RingM line;  ///< joined to the roads it ends at
  double width_m = 10;
};

/// The map's roads, and ways along them. Built once a map.
class RoadNetwork {
 public:
  explicit RoadNetwork(const ParkMap& map);

  [[nodiscard]] const std::vector<Road>& roads() const { return roads_; }
  [[nodiscard]] bool empty() const { return nodes_.empty(); }
  /// Nearest junction or point of a road; 0 if there is no road.
  [[nodiscard]] std::uint32_t nearest(PointM point) const;
  [[nodiscard]] PointM at(std::uint32_t node) const { return nodes_[node]; }
  /// Shortest way from node to node, both included; empty if there is none.
  [[nodiscard]] RingM way(std::uint32_t from, std::uint32_t to) const;
  /// Where roads leave the map: their loose ends farthest out, at most four.
  [[nodiscard]] const std::vector<std::uint32_t>& exits() const { return exits_; }

 private:
  void join_ends();
  void measure_widths(const ParkMap& map);
  void build_graph();
  void find_exits();
  void run_on();
  std::uint32_t node_at(PointM point);

  std::vector<Road> roads_;
  std::vector<PointM> nodes_;
  std::vector<std::vector<std::uint32_t>> neighbours_;
  std::vector<std::uint32_t> exits_;
};

}  // namespace park::ui
