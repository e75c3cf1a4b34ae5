// SPDX-License-Identifier: MIT
#include "study/search/front.hpp"

#include <algorithm>
#include <limits>
#include <numeric>

namespace park::study {
namespace {

/// Of each member: how far its neighbours in every objective lie apart, as shares of the front's span.
std::vector<double> crowding(const std::vector<Costs>& points, const std::vector<std::size_t>& front) {
  std::vector<double> distances(front.size(), 0);
  if (front.empty()) return distances;
  std::vector<std::size_t> order(front.size());
  for (std::size_t o = 0; o < points[front.front()].size(); ++o) {
    const auto cost = [&](std::size_t member) { return points[front[member]][o]; };
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return cost(a) < cost(b); });
    const double span = cost(order.back()) - cost(order.front());
    if (span <= 0) continue;
    distances[order.front()] = distances[order.back()] = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i + 1 < order.size(); ++i)
      distances[order[i]] += (cost(order[i + 1]) - cost(order[i - 1])) / span;
  }
  return distances;
}

/// Area between a corner and points in rising order of their first cost.
double area_of(const std::vector<Costs>& points, const Costs& corner) {
  double area = 0;
  double height = corner[1];
  for (const Costs& point : points) {
    if (point[0] >= corner[0] || point[1] >= height) continue;
    area += (corner[0] - point[0]) * (height - point[1]);
    height = point[1];
  }
  return area;
}

}  // namespace

bool dominates(const Costs& a, const Costs& b) {
  bool is_better = false;
  for (std::size_t o = 0; o < a.size(); ++o) {
    if (!(a[o] <= b[o])) return false;
    is_better = is_better || a[o] < b[o];
  }
  return is_better;
}

std::vector<std::size_t> non_dominated(const std::vector<Costs>& points) {
  std::vector<std::size_t> front;
  for (std::size_t i = 0; i < points.size(); ++i) {
    bool is_in = true;
    for (std::size_t j = 0; j < points.size() && is_in; ++j)
      is_in = !dominates(points[j], points[i]) && (j >= i || points[j] != points[i]);
    if (is_in) front.push_back(i);
  }
  return front;
}

std::vector<std::size_t> spread_out(const std::vector<Costs>& points, std::vector<std::size_t> front,
                                    std::size_t most) {
  while (front.size() > most) {
    const std::vector<double> distances = crowding(points, front);
    std::size_t densest = 0;
    for (std::size_t i = 1; i < front.size(); ++i) {
      if (distances[i] <= distances[densest]) densest = i;
    }
    front.erase(front.begin() + static_cast<std::ptrdiff_t>(densest));
  }
  return front;
}

std::vector<double> dominated_areas(const std::vector<Costs>& points) {
  if (points.empty()) return {};
  Costs corner = {-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const std::size_t member : non_dominated(points)) {
    for (std::size_t o = 0; o < 2; ++o) corner[o] = std::max(corner[o], points[member][o]);
  }
  std::vector<Costs> stairs;
  std::vector<double> areas;
  for (const Costs& point : points) {
    const bool adds_nothing = std::any_of(stairs.begin(), stairs.end(), [&](const Costs& stair) {
      return stair == point || dominates(stair, point);
    });
    if (!adds_nothing) {
      std::erase_if(stairs, [&](const Costs& stair) { return dominates(point, stair); });
      stairs.insert(std::upper_bound(stairs.begin(), stairs.end(), point), point);
    }
    areas.push_back(area_of(stairs, corner));
  }
  const double all = areas.back();
  for (double& area : areas) area = all > 0 ? area / all : 1;
  return areas;
}

}  // namespace park::study
