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
class PrimSample {
 public:
  /// `x` row-major.
  PrimSample(std::span<const double> x, std::size_t factors, std::span<const double> share);

  [[nodiscard]] std::size_t factors() const { return factors_; }
  [[nodiscard]] std::size_t points() const { return share_.size(); }
  [[nodiscard]] double share(std::size_t point) const { return share_[point]; }
  [[nodiscard]] double at(std::size_t point, std::size_t factor) const { return along(factor)[point]; }
  /// All points' values of a factor.
  [[nodiscard]] std::span<const double> along(std::size_t factor) const {
    return std::span(columns_).subspan(factor * points(), points());
  }

 private:
  std::vector<double> columns_;  ///< by factor, for a search looks along one at a time
  std::size_t factors_ = 0;
  std::span<const double> share_;
};

/// Points of `among` inside the region; `but` lifts that factor's limits.
[[nodiscard]] std::vector<std::size_t> points_inside(const PrimSample& sample, const PrimRegion& region,
                                                     const std::vector<std::size_t>& among,
                                                     std::optional<std::size_t> but = std::nullopt);

/// Sum of the shares.
[[nodiscard]] double cases_in(const PrimSample& sample, const std::vector<std::size_t>& points);

/// A box under search with the points inside.
struct PrimMove {
  PrimRegion region;
  std::vector<std::size_t> points;
};

/// What a box would hold if one factor's limits were others.
struct PrimTrial {
  std::size_t factor = 0;
  PrimLimits limits;
  std::size_t points = 0;
  double cases = 0;
};

/// Every peel that takes off about `part` of the points, at least one and never all, equal values together.
/// Factors are looked along on `jobs` threads; trials stand in their order.
[[nodiscard]] std::vector<PrimTrial> peels(const PrimSample& sample, const std::vector<PrimFactor>& factors,
                                           const PrimMove& box, double part, int jobs);

/// Every limit moved outward so that about `part` of the box's points of `among` come in.
[[nodiscard]] std::vector<PrimTrial> pastes(const PrimSample& sample, const std::vector<PrimFactor>& factors,
                                            const PrimMove& box, const std::vector<std::size_t>& among,
                                            double part, int jobs);

/// The box after a trial, with those of `among` that are then inside.
[[nodiscard]] PrimMove moved(const PrimSample& sample, const PrimMove& box, const PrimTrial& trial,
                             const std::vector<std::size_t>& among);

}  // namespace park::study
