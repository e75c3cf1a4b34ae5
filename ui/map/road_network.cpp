// SPDX-License-Identifier: MIT
#include "map/road_network.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <queue>

namespace park::ui {
namespace {

constexpr double reach_m = 70;  ///< a road that ends this near to another one meets it
constexpr double node_spacing_m = 60;
constexpr double same_node_m = 3;
constexpr double verge_m = 3;  ///< between carriageway and parcels
constexpr double narrowest_m = 7;
constexpr double widest_m = 34;

struct Meeting {
  double gap = std::numeric_limits<double>::max();
  PointM point;
};

Meeting nearest_on(const RingM& line, PointM p) {
  Meeting best;
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const PointM ab = line[i + 1] - line[i];
    const double squared = dot(ab, ab);
    const double t = squared > 0 ? std::clamp(dot(p - line[i], ab) / squared, 0.0, 1.0) : 0;
    const PointM q = line[i] + t * ab;
    if (distance(p, q) < best.gap) best = {distance(p, q), q};
  }
  return best;
}

/// Share of the way along a to b at which segment c to d crosses; nothing if they do not cross.
std::optional<double> crossing(PointM a, PointM b, PointM c, PointM d) {
  const bool is_apart = std::max(a.east, b.east) < std::min(c.east, d.east) ||
                        std::max(c.east, d.east) < std::min(a.east, b.east) ||
                        std::max(a.north, b.north) < std::min(c.north, d.north) ||
                        std::max(c.north, d.north) < std::min(a.north, b.north);
  if (is_apart) return std::nullopt;
  const double across = cross(b - a, d - c);
  if (std::abs(across) < 1e-9) return std::nullopt;
  const double t = cross(c - a, d - c) / across;
  const double s = cross(c - a, b - a) / across;
  if (t < 0 || t > 1 || s < 0 || s > 1) return std::nullopt;
  return t;
}

bool leaves_room(FeatureKind kind) {
  constexpr std::array<FeatureKind, 7> built = {FeatureKind::WastewaterPlant, FeatureKind::PlatingPark,
                                                FeatureKind::SteamPlant,      FeatureKind::Dormitory,
                                                FeatureKind::School,          FeatureKind::Farmland,
                                                FeatureKind::ExistingFactory};
  return std::ranges::find(built, kind) != built.end();
}

/// Rings that a road must keep clear of.
struct Obstacle {
  RingM ring;
  Bounds bounds;
};
std::vector<Obstacle> obstacles(const ParkMap& map) {
  std::vector<Obstacle> found;
  const auto add = [&](const RingM& closed) {
    RingM ring = open_ring(closed);
    const Bounds bounds = bounds_of(ring);
    found.push_back({std::move(ring), bounds});
  };
  for (const ParcelShape& parcel : map.parcels) add(parcel.rings.front());
  for (const MapFeature& feature : map.features) {
    if (!leaves_room(feature.kind)) continue;
    for (const RingM& ring : feature.shapes) add(ring);
  }
  return found;
}

}  // namespace

RoadNetwork::RoadNetwork(const ParkMap& map) {
  for (const MapFeature& feature : map.features) {
    if (feature.kind != FeatureKind::Road) continue;
    for (const RingM& line : feature.shapes) {
      if (line.size() > 1) roads_.push_back({line, narrowest_m});
    }
  }
  join_ends();
  measure_widths(map);
  build_graph();
  find_exits();
  run_on();
}

void RoadNetwork::join_ends() {
  const std::vector<Road> drawn = roads_;
  for (std::size_t r = 0; r < roads_.size(); ++r) {
    for (const bool at_start : {true, false}) {
      RingM& line = roads_[r].line;
      const PointM end = at_start ? line.front() : line.back();
      Meeting best;
      for (std::size_t other = 0; other < drawn.size(); ++other) {
        if (other == r) continue;
        const Meeting meeting = nearest_on(drawn[other].line, end);
        if (meeting.gap < best.gap) best = meeting;
      }
      if (best.gap < 0.5 || best.gap > reach_m) continue;
      line.insert(at_start ? line.begin() : line.end(), best.point);
    }
  }
}

void RoadNetwork::measure_widths(const ParkMap& map) {
  const std::vector<Obstacle> around = obstacles(map);
  for (Road& road : roads_) {
    std::vector<double> room;
    for (std::size_t i = 0; i + 1 < road.line.size(); ++i) {
      const PointM p = between(road.line[i], road.line[i + 1], 0.5);
      double nearest = widest_m / 2 + verge_m;
      for (const auto& [ring, bounds] : around) {
        if (!bounds.holds(p, nearest)) continue;
        for (std::size_t k = 0; k < ring.size(); ++k) {
          nearest = std::min(nearest, distance_to(p, ring[k], ring[(k + 1) % ring.size()]));
        }
      }
      room.push_back(nearest);
    }
    std::ranges::sort(room);
    road.width_m = std::clamp(2 * (room[room.size() / 4] - verge_m), narrowest_m, widest_m);
  }
}

std::uint32_t RoadNetwork::node_at(PointM point) {
  for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
    if (distance(nodes_[n], point) < same_node_m) return n;
  }
  nodes_.push_back(point);
  neighbours_.emplace_back();
  return static_cast<std::uint32_t>(nodes_.size() - 1);
}

void RoadNetwork::build_graph() {
  for (const Road& road : roads_) {
    for (std::size_t i = 0; i + 1 < road.line.size(); ++i) {
      const PointM a = road.line[i];
      const PointM b = road.line[i + 1];
      std::vector<double> stops = {0, 1};
      const int steps = static_cast<int>(distance(a, b) / node_spacing_m);
      for (int k = 1; k < steps; ++k) stops.push_back(static_cast<double>(k) / steps);
      for (const Road& other : roads_) {
        if (&other == &road) continue;
        // A road that ends on this one meets it, even if it stops a hair short.
        for (const PointM end : {other.line.front(), other.line.back()}) {
          if (is_near(end, a, b, same_node_m)) stops.push_back(dot(end - a, b - a) / dot(b - a, b - a));
        }
        for (std::size_t k = 0; k + 1 < other.line.size(); ++k) {
          if (const auto t = crossing(a, b, other.line[k], other.line[k + 1])) stops.push_back(*t);
        }
      }
      std::ranges::sort(stops);
      std::uint32_t before = node_at(a);
      for (const double stop : stops) {
        const std::uint32_t node = node_at(between(a, b, std::clamp(stop, 0.0, 1.0)));
        if (node == before) continue;
        neighbours_[before].push_back(node);
        neighbours_[node].push_back(before);
        before = node;
      }
    }
  }
  for (std::vector<std::uint32_t>& list : neighbours_) {
    std::ranges::sort(list);
    list.erase(std::unique(list.begin(), list.end()), list.end());
  }
}

void RoadNetwork::find_exits() {
  PointM sum;
  for (const PointM& node : nodes_) sum = sum + node;
  if (nodes_.empty()) return;
  const PointM middle = (1.0 / static_cast<double>(nodes_.size())) * sum;
  std::vector<std::uint32_t> ends;
  for (std::uint32_t n = 0; n < nodes_.size(); ++n) {
    if (neighbours_[n].size() == 1) ends.push_back(n);
  }
  if (ends.empty()) {
    ends.push_back(static_cast<std::uint32_t>(
        std::ranges::max_element(nodes_, {}, [&](PointM p) { return distance(p, middle); }) -
        nodes_.begin()));
  }
  std::ranges::stable_sort(ends, std::greater<>{},
                           [&](std::uint32_t n) { return distance(nodes_[n], middle); });
  for (const std::uint32_t end : ends) {
    const bool is_apart = std::ranges::all_of(
        exits_, [&](std::uint32_t exit) { return distance(nodes_[exit], nodes_[end]) > 800; });
    if (is_apart && exits_.size() < 4) exits_.push_back(end);
  }
}

/// Roads that leave the map are drawn on to beyond any picture's edge.
void RoadNetwork::run_on() {
  constexpr double beyond_m = 6000;
  for (const std::uint32_t exit : exits_) {
    for (Road& road : roads_) {
      RingM& line = road.line;
      if (distance(line.front(), nodes_[exit]) < same_node_m) std::ranges::reverse(line);
      if (distance(line.back(), nodes_[exit]) >= same_node_m) continue;
      const PointM onward = unit(line.back() - line[line.size() - 2]);
      const PointM beyond = line.back() + beyond_m * onward;
      line.push_back(beyond);
    }
  }
}

std::uint32_t RoadNetwork::nearest(PointM point) const {
  if (nodes_.empty()) return 0;
  return static_cast<std::uint32_t>(
      std::ranges::min_element(nodes_, {}, [&](PointM p) { return distance(p, point); }) - nodes_.begin());
}

RingM RoadNetwork::way(std::uint32_t from, std::uint32_t to) const {
  if (nodes_.empty()) return {};
  constexpr double far = std::numeric_limits<double>::max();
  std::vector<double> gone(nodes_.size(), far);
  std::vector<std::uint32_t> before(nodes_.size(), from);
  using Step = std::pair<double, std::uint32_t>;
  std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
  gone[from] = 0;
  open.emplace(0, from);
  while (!open.empty()) {
    const auto [walked, node] = open.top();
    open.pop();
    if (node == to) break;
    if (walked > gone[node]) continue;
    for (const std::uint32_t next : neighbours_[node]) {
      const double onward = walked + distance(nodes_[node], nodes_[next]);
      if (onward >= gone[next]) continue;
      gone[next] = onward;
      before[next] = node;
      open.emplace(onward, next);
    }
  }
  if (gone[to] == far) return {};
  RingM way = {nodes_[to]};
  for (std::uint32_t node = to; node != from; node = before[node]) way.push_back(nodes_[before[node]]);
  std::ranges::reverse(way);
  return way;
}

}  // namespace park::ui
