// SPDX-License-Identifier: MIT
#include "study/search/robust.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/assert.hpp"

namespace park::study {
namespace {

double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 >= values.size()) return values.back();
  const double part = place - std::floor(place);
  return values[below] + part * (values[below + 1] - values[below]);
}

}  // namespace

double robust_value(const Robust& robust, Direction direction, std::span<const double> values) {
  const bool is_missing = std::any_of(values.begin(), values.end(), [](double v) { return std::isnan(v); });
  if (values.empty() || is_missing) return std::numeric_limits<double>::quiet_NaN();
  const bool is_more_better = direction == Direction::Maximise;
  switch (robust.kind) {
    case Robust::Kind::Worst:
      return is_more_better ? *std::min_element(values.begin(), values.end())
                            : *std::max_element(values.begin(), values.end());
    case Robust::Kind::Quantile:
      return quantile({values.begin(), values.end()}, is_more_better ? robust.share : 1 - robust.share);
    case Robust::Kind::Mean:
      break;
  }
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

std::vector<double> regrets(Direction direction, std::span<const double> values,
                            std::span<const double> best) {
  PARK_ASSERT(values.size() == best.size());
  std::vector<double> missed;
  for (std::size_t f = 0; f < values.size(); ++f)
    missed.push_back(direction == Direction::Maximise ? best[f] - values[f] : values[f] - best[f]);
  return missed;
}

}  // namespace park::study
