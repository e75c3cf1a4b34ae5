// SPDX-License-Identifier: MIT
#include "study/patterns/pooled.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/no_value.hpp"
#include "core/random.hpp"

namespace park::study {
namespace {

constexpr std::size_t resamples = 1000;

/// The order statistic that leaves `share` below it; infinite values sort last.
double sorted_quantile(const std::vector<double>& sorted, double share) {
  const double rank = share * static_cast<double>(sorted.size() - 1);
  return sorted[static_cast<std::size_t>(std::lround(rank))];
}

}  // namespace

PooledValue pooled_value(std::size_t runs, std::uint64_t seed,
                         const std::function<double(RunWeights)>& statistic) {
  if (runs == 0) return {no_value, no_value, no_value};
  std::vector<double> weights(runs, 1.0);
  PooledValue result{statistic(weights), no_value, no_value};
  if (runs == 1) return result;
  std::vector<double> values;
  values.reserve(resamples);
  for (std::size_t k = 0; k < resamples; ++k) {
    RandomStream stream{seed, Draw::Resample, k};
    std::fill(weights.begin(), weights.end(), 0.0);
    for (std::size_t i = 0; i < runs; ++i) {
      const auto drawn = static_cast<std::size_t>(stream.uniform() * static_cast<double>(runs));
      weights[std::min(drawn, runs - 1)] += 1;
    }
    const double value = statistic(weights);
    if (!std::isnan(value)) values.push_back(value);
  }
  if (values.empty()) return result;
  std::sort(values.begin(), values.end());
  result.lo = sorted_quantile(values, 0.025);
  result.hi = sorted_quantile(values, 0.975);
  return result;
}

}  // namespace park::study
