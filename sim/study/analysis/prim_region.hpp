// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "study/analysis/prim.hpp"

namespace park::study {

/// Limits of a box along one factor.
struct PrimLimits {
  double lo = -std::numeric_limits<double>::infinity();
  double hi = std::numeric_limits<double>::infinity();
  std::set<double> left_out;  ///< of an unordered factor

  [[nodiscard]] bool admits(double value) const {
    return value >= lo && value <= hi && !left_out.contains(value);
  }
  [[nodiscard]] bool is_open() const {
    return lo == -std::numeric_limits<double>::infinity() && hi == std::numeric_limits<double>::infinity() &&
           left_out.empty();
  }
};

/// A region of the factors' space under search.
using PrimRegion = std::vector<PrimLimits>;

/// The sample that is searched.
struct PrimSample {
  std::span<const double> x;  ///< row-major
  std::size_t factors = 0;
  std::span<const double> share;

  [[nodiscard]] double at(std::size_t point, std::size_t factor) const { return x[point * factors + factor]; }
};

/// Points of `among` inside the region; `but` lifts that factor's limits.
[[nodiscard]] std::vector<std::size_t> points_inside(const PrimSample& sample, const PrimRegion& region,
                                                     const std::vector<std::size_t>& among,
                                                     std::optional<std::size_t> but = std::nullopt);

/// Sum of the shares.
[[nodiscard]] double cases_in(const PrimSample& sample, const std::vector<std::size_t>& points);

/// A region shrunk or grown in one place, with the points then inside.
struct PrimMove {
  PrimRegion region;
  std::vector<std::size_t> points;
};

/// Every peel that takes off about `part` of the points, at least one and never all, equal values together.
[[nodiscard]] std::vector<PrimMove> peels(const PrimSample& sample, const std::vector<PrimFactor>& factors,
                                          const PrimMove& box, double part);

/// Every limit moved outward so that about `part` of the box's points of `among` come in.
[[nodiscard]] std::vector<PrimMove> pastes(const PrimSample& sample, const std::vector<PrimFactor>& factors,
                                           const PrimMove& box, const std::vector<std::size_t>& among,
                                           double part);

}  // namespace park::study
