// SPDX-License-Identifier: MIT
#include "study/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/assert.hpp"

namespace park::study {
namespace {

constexpr std::array<double, 3> probabilities = {0.05, 0.50, 0.95};

double between(double below, double above, double weight) {
  return weight > 0 ? below + weight * (above - below) : below;
}

}  // namespace

void QuantileFinder::count_into_buckets(std::span<const double> values, double least, double scale) {
  const std::size_t n = values.size();
  bucket_of_.resize(n);
  first_rank_.assign(n + 1, 0);
  const auto last = static_cast<std::uint32_t>(n - 1);
  for (std::size_t i = 0; i < n; ++i) {
    // Rising in the value, so that a bucket's values lie above those of every bucket before it.
    const std::uint32_t bucket = std::min(static_cast<std::uint32_t>((values[i] - least) * scale), last);
    bucket_of_[i] = bucket;
    ++first_rank_[bucket + 1];
  }
  for (std::size_t b = 0; b < n; ++b) first_rank_[b + 1] += first_rank_[b];
}

std::array<double, QuantileFinder::rank_count> QuantileFinder::pick(std::span<const double> values,
                                                                    const Ranks& ranks) {
  is_wanted_.assign(values.size(), 0);
  std::array<std::size_t, rank_count> buckets{};
  for (std::size_t k = 0; k < rank_count; ++k) {
    const auto after = std::upper_bound(first_rank_.begin(), first_rank_.end(), ranks[k]);
    buckets[k] = static_cast<std::size_t>(after - first_rank_.begin()) - 1;
    is_wanted_[buckets[k]] = 1;
  }
  picked_.resize(values.size());
  std::size_t count = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    picked_[count] = values[i];  // kept only if wanted; a branch would often be guessed wrong
    count += is_wanted_[bucket_of_[i]];
  }
  picked_.resize(count);
  std::sort(picked_.begin(), picked_.end());
  std::array<double, rank_count> result{};
  for (std::size_t k = 0; k < rank_count; ++k) {
    // Among the picked values only those of wanted buckets lie before this rank.
    std::size_t place = ranks[k] - first_rank_[buckets[k]];
    for (std::size_t other = 0; other < rank_count; ++other) {
      const bool is_first_of_bucket = std::find(buckets.begin(), buckets.end(), buckets[other]) ==
                                      buckets.begin() + static_cast<std::ptrdiff_t>(other);
      if (buckets[other] < buckets[k] && is_first_of_bucket) {
        place += first_rank_[buckets[other] + 1] - first_rank_[buckets[other]];
      }
    }
    result[k] = picked_[place];
  }
  return result;
}

QuantileFinder::Quantiles QuantileFinder::find(std::span<const double> values, double least,
                                               double greatest) {
  PARK_ASSERT(!values.empty() && values.size() < 0xffffffffU);
  const std::size_t n = values.size();
  const double scale = static_cast<double>(n - 1) / (greatest - least);
  if (least == greatest) return {least, least, least};
  Ranks ranks{};
  std::array<double, probabilities.size()> weights{};
  for (std::size_t q = 0; q < probabilities.size(); ++q) {
    const double position = probabilities[q] * static_cast<double>(n - 1);
    ranks[2 * q] = static_cast<std::size_t>(position);
    ranks[2 * q + 1] = std::min(ranks[2 * q] + 1, n - 1);
    weights[q] = position - std::floor(position);
  }
  // Too close or too far apart for a scale: everything into one bucket, which is then sorted as a whole.
  count_into_buckets(values, least, std::isfinite(scale) ? scale : 0);
  const auto at = pick(values, ranks);
  return {between(at[0], at[1], weights[0]), between(at[2], at[3], weights[1]),
          between(at[4], at[5], weights[2])};
}

}  // namespace park::study
