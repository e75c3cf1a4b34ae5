// SPDX-License-Identifier: MIT
#include "study/analysis/prim_region.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>

namespace park::study {
namespace {

/// A limit between the last value outside and the first inside.
double limit_between(double outside, double inside, bool is_whole) {
  return is_whole ? inside : outside + (inside - outside) / 2;
}

/// `f`: the one factor whose limits are narrower than the box's.
void add_if_any_left(const PrimSample& sample, const PrimMove& box, std::size_t f, PrimRegion region,
                     std::vector<PrimMove>& moves) {
  std::vector<std::size_t> points;
  std::copy_if(box.points.begin(), box.points.end(), std::back_inserter(points),
               [&](std::size_t point) { return region[f].admits(sample.at(point, f)); });
  if (points.empty() || points.size() == box.points.size()) return;
  moves.push_back({std::move(region), std::move(points)});
}

void peel_ends(const PrimSample& sample, const PrimMove& box, std::size_t f, bool is_whole, double part,
               std::vector<PrimMove>& moves) {
  std::vector<double> values;
  for (const std::size_t point : box.points) values.push_back(sample.at(point, f));
  std::sort(values.begin(), values.end());
  const std::size_t n = values.size();
  const std::size_t off =
      std::clamp<std::size_t>(static_cast<std::size_t>(part * static_cast<double>(n)), 1, n - 1);
  // Equal values go together: up to the end of the run that the cut falls into when that is all there is.
  auto keep = std::lower_bound(values.begin(), values.end(), values[off]);
  if (keep == values.begin()) keep = std::upper_bound(values.begin(), values.end(), values.front());
  if (keep != values.end()) {
    PrimRegion region = box.region;
    region[f].lo = limit_between(*(keep - 1), *keep, is_whole);
    add_if_any_left(sample, box, f, std::move(region), moves);
  }
  auto drop = std::upper_bound(values.begin(), values.end(), values[n - 1 - off]);
  if (drop == values.end()) drop = std::lower_bound(values.begin(), values.end(), values.back());
  if (drop != values.begin()) {
    PrimRegion region = box.region;
    region[f].hi = limit_between(*drop, *(drop - 1), is_whole);
    add_if_any_left(sample, box, f, std::move(region), moves);
  }
}

void peel_values(const PrimSample& sample, const PrimMove& box, std::size_t f, std::vector<PrimMove>& moves) {
  std::set<double> present;
  for (const std::size_t point : box.points) present.insert(sample.at(point, f));
  for (const double value : present) {
    PrimRegion region = box.region;
    region[f].left_out.insert(value);
    add_if_any_left(sample, box, f, std::move(region), moves);
  }
}

/// The limit after the `count` nearest values beyond the box came in; infinite when none is left outside.
/// `beyond` is sorted from the box outward by `is_nearer`.
double grown_limit(std::vector<double> beyond, std::size_t count, bool is_whole, double open,
                   const std::function<bool(double, double)>& is_nearer) {
  std::sort(beyond.begin(), beyond.end(), is_nearer);
  const double last_in = beyond[std::min(count, beyond.size()) - 1];
  const auto first_out = std::upper_bound(beyond.begin(), beyond.end(), last_in, is_nearer);
  return first_out == beyond.end() ? open : limit_between(*first_out, last_in, is_whole);
}

}  // namespace

std::vector<std::size_t> points_inside(const PrimSample& sample, const PrimRegion& region,
                                       const std::vector<std::size_t>& among,
                                       std::optional<std::size_t> but) {
  std::vector<std::size_t> inside;
  for (const std::size_t point : among) {
    bool is_inside = true;
    for (std::size_t f = 0; f < sample.factors && is_inside; ++f) {
      is_inside = f == but || region[f].admits(sample.at(point, f));
    }
    if (is_inside) inside.push_back(point);
  }
  return inside;
}

double cases_in(const PrimSample& sample, const std::vector<std::size_t>& points) {
  double cases = 0;
  for (const std::size_t point : points) cases += sample.share[point];
  return cases;
}

std::vector<PrimMove> peels(const PrimSample& sample, const std::vector<PrimFactor>& factors,
                            const PrimMove& box, double part) {
  std::vector<PrimMove> moves;
  if (box.points.size() < 2) return moves;
  for (std::size_t f = 0; f < factors.size(); ++f) {
    if (factors[f].is_unordered) {
      peel_values(sample, box, f, moves);
    } else {
      peel_ends(sample, box, f, factors[f].is_whole, part, moves);
    }
  }
  return moves;
}

std::vector<PrimMove> pastes(const PrimSample& sample, const std::vector<PrimFactor>& factors,
                             const PrimMove& box, const std::vector<std::size_t>& among, double part) {
  std::vector<PrimMove> moves;
  const auto grow = [&](PrimRegion region) {
    std::vector<std::size_t> points = points_inside(sample, region, among);
    if (points.size() > box.points.size()) moves.push_back({std::move(region), std::move(points)});
  };
  const auto count = static_cast<std::size_t>(std::ceil(part * static_cast<double>(box.points.size())));
  for (std::size_t f = 0; f < factors.size(); ++f) {
    const PrimLimits& limits = box.region[f];
    if (limits.is_open()) continue;
    std::vector<double> below;
    std::vector<double> above;
    for (const std::size_t point : points_inside(sample, box.region, among, f)) {
      const double value = sample.at(point, f);
      if (value < limits.lo) below.push_back(value);
      if (value > limits.hi) above.push_back(value);
    }
    PrimRegion region = box.region;
    if (!below.empty()) {
      region[f].lo = grown_limit(std::move(below), count, factors[f].is_whole,
                                 -std::numeric_limits<double>::infinity(), std::greater<>());
      grow(region);
    }
    region = box.region;
    if (!above.empty()) {
      region[f].hi = grown_limit(std::move(above), count, factors[f].is_whole,
                                 std::numeric_limits<double>::infinity(), std::less<>());
      grow(region);
    }
    for (const double value : limits.left_out) {
      region = box.region;
      region[f].left_out.erase(value);
      grow(region);
    }
  }
  return moves;
}

}  // namespace park::study
