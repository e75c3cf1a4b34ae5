// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace park::study {

/// What PRIM knows of a factor.
struct PrimFactor {
  bool is_whole = false;      ///< limits are values of the sample, else lie half-way between two
  bool is_unordered = false;  ///< single values are left out instead of the ends
};

/// One side condition of a box.
struct PrimRestriction {
  std::size_t factor = 0;
  double lo = 0;               ///< inclusive, as hi; minus infinity: no limit on that side
  double hi = 0;               ///< plus infinity: no limit
  std::vector<double> values;  ///< of an unordered factor: those inside
  /// Chance of as many cases of interest if this restriction did nothing (Bryant and Lempert 2010,
  /// Technological Forecasting and Social Change 77, 34-49): a quasi-p-value, since the box was searched for.
  double quasi_p = 1;
};

struct PrimBox {
  std::vector<PrimRestriction> restrictions;  ///< by factor
  double coverage = 0;                        ///< share of all cases of interest that lie inside
  double density = 0;                         ///< share of the points inside that are of interest
  double mass = 0;                            ///< share of all points that lie inside
};

struct PrimOptions {
  double peel = 0.05;   ///< share of the box's points taken off at a time
  double paste = 0.05;  ///< and put back
  double least_mass = 0.05;
  /// Shared out among the factors, since every one of them was tried; a restriction above its part is lifted.
  double most_quasi_p = 0.05;
  std::size_t most_boxes = 3;
  /// A further box must close this part of the gap between the whole's density and 1, among the points that
  /// no earlier box covers.
  double least_further_gain = 0.25;
  int jobs = 1;  ///< threads; 0: all cores. The boxes are the same for any number.
};

/// Boxes rich in cases of interest (Friedman and Fisher 1999, Statistics and Computing 9, 123-143): peeling
/// by the gain in density per point lost, the box with the best harmonic mean of coverage and density,
/// pasting, restrictions without weight lifted; then the same among the points not yet covered. `x`
/// row-major, `share` by point in [0, 1]: how many of its replications are of interest. A box worth no more
/// than the whole is none.
[[nodiscard]] std::vector<PrimBox> prim_boxes(std::span<const double> x,
                                              const std::vector<PrimFactor>& factors,
                                              std::span<const double> share, const PrimOptions& options = {});

/// Chance of at least `successes` in `trials` of probability `p`.
[[nodiscard]] double binomial_at_least(std::size_t successes, std::size_t trials, double p);

}  // namespace park::study
