// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
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

/// One value of the sample, by rising value: the whole sample's distribution function just before and at it.
struct PawnStep {
  std::uint32_t value = 0;   ///< which
  std::uint32_t equals = 0;  ///< steps of the same value from here on, this one included
  double weight = 0;
  double before = 0, at = 0;
};

/// The values that count, each `weights` times (all once if empty). `y` rises.
[[nodiscard]] std::vector<PawnStep> pawn_steps(const std::vector<double>& y,
                                               const std::vector<double>& weights);

/// Kolmogorov-Smirnov distance of each class from the whole; a class without weight has none (NaN).
[[nodiscard]] std::vector<double> class_distances(const std::vector<PawnStep>& steps,
                                                  const SampleClasses& classes);

}  // namespace park::study
