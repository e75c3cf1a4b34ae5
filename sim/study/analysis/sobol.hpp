// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "study/analysis/resampling.hpp"

namespace park::study {

/// Shares of an outcome's variance that one factor explains alone, and with all its interactions. Estimates
/// of numbers that are never negative may be negative: that is the sample's noise, as their interval shows.
struct SobolIndex {
  Estimate first;
  Estimate total;
};

/// The evaluations of Saltelli's design, complete base rows only.
struct SobolSample {
  std::size_t base = 0;  ///< base rows
  std::size_t factors = 0;
  std::vector<double> inputs;   ///< A, B, AB_1, ..., AB_d, each `base` x `factors`, row-major
  std::vector<double> outputs;  ///< of the same
};

/// S1 by the estimator of Sobol', Tarantola and others (2007), ST by Jansen's (1999), as Saltelli and others
/// (2010) recommend, with bootstrap intervals, by OpenTURNS. Throws WorldError if the plug-in cannot be
/// opened. An outcome that does not vary has no indices: all NaN.
[[nodiscard]] std::vector<SobolIndex> sobol_indices(const SobolSample& sample, const Resampling& resampling);

/// Base rows that would bring an interval of half-width `from` at `base` rows down to `to`: intervals shrink
/// with the square root.
[[nodiscard]] std::size_t base_rows_for(std::size_t base, double from, double to);

}  // namespace park::study
