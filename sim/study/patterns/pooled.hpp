// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <span>

namespace park::study {

/// A value over all runs together with its 95 % interval.
struct PooledValue {
  double value = 0, lo = 0, hi = 0;
};

/// How often each run counts.
using RunWeights = std::span<const double>;

/// Bootstrap over whole runs (Efron 1979, percentile interval), since what happens within one run hangs
/// together. `statistic` sees a weight for each of the `runs`; resamples in which it has no value are left
/// out. With one run the interval is NaN. The same for the same seed.
[[nodiscard]] PooledValue pooled_value(std::size_t runs, std::uint64_t seed,
                                       const std::function<double(RunWeights)>& statistic);

}  // namespace park::study
