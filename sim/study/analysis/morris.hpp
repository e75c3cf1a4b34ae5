// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "study/analysis/resampling.hpp"

namespace park::study {

/// From one point of a Morris design to another that differs in one factor alone.
struct MorrisStep {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t factor = 0;
};

/// The steps of a block of `factors` + 1 points (row-major): a trajectory, each point one step from the one
/// before, or a star, each one step from the first. Nothing, and the point that spoils it, if it is neither.
struct MorrisBlock {
  std::vector<MorrisStep> steps;
  std::optional<std::size_t> spoiled_at;
};
[[nodiscard]] MorrisBlock morris_block(std::span<const double> points, std::size_t factors);

/// Of one factor, in the outcome's unit per whole range of the factor.
struct MorrisIndex {
  Estimate mu_star;  ///< mean of the elementary effects' sizes (Campolongo, Cariboni, Saltelli 2007)
  Estimate sigma;    ///< their standard deviation: interaction and curvature (Morris 1991)
  double mu = 0;     ///< their mean
  std::size_t effects = 0;
};

/// `unit`: points in the unit cube, row-major, blocks of `factors` + 1 one after the other; `y` a value a
/// point, NaN for none. Effects with a missing end do not count. Intervals by resampling of blocks.
[[nodiscard]] std::vector<MorrisIndex> morris_indices(std::span<const double> unit, std::size_t factors,
                                                      std::span<const double> y,
                                                      const Resampling& resampling);

}  // namespace park::study
