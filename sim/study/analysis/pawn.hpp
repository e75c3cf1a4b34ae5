// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "study/analysis/resampling.hpp"
#include "study/analysis/sample_classes.hpp"

namespace park::study {

/// How far the outcome's distribution moves when one factor is known (Pianosi and Wagener 2018, Environmental
/// Modelling and Software 108, 197-207): Kolmogorov-Smirnov distances between the whole sample and its slices
/// along the factor, in [0, 1].
struct PawnIndex {
  Estimate median;  ///< over the slices, as it stands: a finite sample biases it upward
  double mean = 0;
  double maximum = 0;
  /// What 95 of 100 factors that do nothing would stay below, by this sample: a median not above it tells
  /// nothing.
  double dummy = 0;
};

inline constexpr std::size_t pawn_slices = 10;

/// `x`: the factors' values, row-major, a row per value of the sample.
[[nodiscard]] std::vector<PawnIndex> pawn_indices(const std::vector<double>& x, std::size_t factors,
                                                  const ClusteredSample& sample, const Resampling& resampling,
                                                  int jobs);

/// Kolmogorov-Smirnov distance of each class from the whole, each value counted `weights` times (all once if
/// empty); a class without weight has none (NaN). `y` rises.
[[nodiscard]] std::vector<double> class_distances(const std::vector<double>& y, const SampleClasses& classes,
                                                  const std::vector<double>& weights);

}  // namespace park::study
