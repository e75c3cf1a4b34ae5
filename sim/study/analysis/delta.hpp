// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "study/analysis/resampling.hpp"
#include "study/analysis/sample_classes.hpp"

namespace park::study {

/// Borgonovo's moment-independent index from any sample (Plischke, Borgonovo, Smith 2013, European Journal of
/// Operational Research 226, 536-550): half the mean area between the outcome's density and its density given
/// the factor's class, in [0, 1].
struct DeltaIndex {
  Estimate delta;  ///< less the bias that resampling shows: 2 x raw - mean of the resampled
  double raw = 0;
  double dummy = 0;  ///< what the raw value of 95 of 100 factors that do nothing would stay below
};

/// Classes for `n` values, by the same source: more for larger samples, at most 48.
[[nodiscard]] std::size_t delta_classes(std::size_t n);

/// `x`: the factors' values, row-major, a row per value of the sample.
[[nodiscard]] std::vector<DeltaIndex> delta_indices(const std::vector<double>& x, std::size_t factors,
                                                    const ClusteredSample& sample,
                                                    const Resampling& resampling, int jobs);

}  // namespace park::study
