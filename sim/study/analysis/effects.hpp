// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "study/analysis/paired_points.hpp"
#include "study/statistics.hpp"

namespace park::study {

/// A difference within seeds and how likely one as large is if nothing differs: two-sided paired t test.
struct Effect {
  Difference change;
  double p = std::numeric_limits<double>::quiet_NaN();

  [[nodiscard]] bool varies() const { return p < 1; }
  [[nodiscard]] bool leaves_out_zero() const { return change.lo > 0 || change.hi < 0; }
};
[[nodiscard]] Effect effect_of(std::span<const double> changes);
/// The point less the reference, under the seeds both have.
[[nodiscard]] Effect effect_between(const PairedPoints& points, std::size_t point, std::size_t reference);

/// One level of a factor against the reference.
struct LevelEffect {
  double at = 0;  ///< value of the factor
  Effect effect;
};

/// What a factor alone does: against the point that leaves all factors as they are (one at a time), or
/// against the mean of all points (full factorial).
struct FactorEffects {
  std::size_t factor = 0;
  std::vector<LevelEffect> levels;  ///< by rising value
  Effect across;                    ///< from the least value to the greatest
  double range = 0;  ///< greatest less least mean of the levels, and of the reference where that is a point
  bool is_clear = false;  ///< some level's effect is no noise, all levels of all factors considered
};

/// How many of many effects are more than noise.
struct Clarity {
  std::size_t effects = 0;    ///< that vary at all: of levels, or of clauses
  std::size_t intervals = 0;  ///< of them with an interval that leaves out zero
  std::size_t clear = 0;      ///< factors with an effect that is no noise (Holm 1979, family-wise 5 %)
  [[nodiscard]] double by_chance() const { return 0.05 * static_cast<double>(effects); }
  void count(const Effect& effect) {
    effects += effect.varies() ? 1U : 0U;
    intervals += effect.leaves_out_zero() ? 1U : 0U;
  }
};

struct FactorEffectsTable {
  std::vector<FactorEffects> factors;  ///< the widest range first
  Clarity clarity;
};

/// `values` by point, row-major; NaN: left as in the scenario. The first point that leaves all factors is the
/// reference; points that set exactly one factor are its levels.
[[nodiscard]] FactorEffectsTable one_at_a_time_effects(std::span<const double> values, std::size_t factors,
                                                       const PairedPoints& points);
/// Every combination of levels; seeds in which a point has no value do not count.
[[nodiscard]] FactorEffectsTable factorial_effects(std::span<const double> values, std::size_t factors,
                                                   const PairedPoints& points);

/// Which of these p values are significant together at 5 % (Holm 1979, Scandinavian Journal of Statistics 6,
/// 65-70); NaN never is.
[[nodiscard]] std::vector<bool> significant_together(std::span<const double> p);

}  // namespace park::study
