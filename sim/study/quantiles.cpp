// SPDX-License-Identifier: MIT
#include "study/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "core/assert.hpp"

namespace park::study {
namespace {

double between(double below, double above, double weight) {
  return weight > 0 ? below + weight * (above - below) : below;
}

/// Where a quantile lies in a sample of n: between which ranks, and how far from the lower.
struct Position {
  Position(double probability, std::size_t n) {
    const double exact = probability * static_cast<double>(n - 1);
    below = static_cast<std::size_t>(exact);
    above = std::min(below + 1, n - 1);
    weight = exact - std::floor(exact);
  }

  std::size_t below = 0;
  std::size_t above = 0;
  double weight = 0;
};

}  // namespace

void QuantileFinder::fill_buckets(std::span<const double> values, double least, double scale) {
  const std::size_t n = values.size();
  bucket_of_.resize(n);
  end_of_.assign(n + 1, 0);
  // Rising in the value, so that a bucket's values lie above those of every bucket before it. The conversion
  // to a signed number is one that vectors have; what is no number (infinitely far apart) goes to the first.
  const auto last = static_cast<std::int32_t>(n - 1);
  for (std::size_t i = 0; i < n; ++i) {
    bucket_of_[i] = std::max(0, std::min(static_cast<std::int32_t>((values[i] - least) * scale), last));
  }
  for (const std::int32_t bucket : bucket_of_) ++end_of_[static_cast<std::size_t>(bucket) + 1];
  // So far a bucket's count stands behind it: summed, its begin stands at it, and moves to its end as it
  // fills.
  for (std::size_t b = 0; b < n; ++b) end_of_[b + 1] += end_of_[b];
  by_bucket_.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    by_bucket_[end_of_[static_cast<std::size_t>(bucket_of_[i])]++] = values[i];
  }
}

std::size_t QuantileFinder::sort_bucket_of(std::size_t rank, std::size_t bucket) {
  while (end_of_[bucket] <= rank) ++bucket;
  if (bucket >= unsorted_) {
    const auto begin = by_bucket_.begin() + (bucket == 0 ? 0 : end_of_[bucket - 1]);
    const auto end = by_bucket_.begin() + end_of_[bucket];
    // Of counts a bucket holds one number, many times.
    const auto is_first = [first = *begin](double value) { return value == first; };
    if (!std::all_of(begin + 1, end, is_first)) std::sort(begin, end);
    unsorted_ = bucket + 1;
  }
  return bucket;
}

Quantiles QuantileFinder::find(std::span<const double> values, double least, double greatest) {
  PARK_ASSERT(!values.empty() && values.size() < 0x7fffffffU);
  Quantiles quantiles{};
  quantiles.fill(values.front());
  if (least == greatest) return quantiles;
  const std::size_t n = values.size();
  const double scale = static_cast<double>(n - 1) / (greatest - least);
  // Too close or too far apart for a scale: everything into one bucket, which is then sorted as a whole.
  fill_buckets(values, least, std::isfinite(scale) ? scale : 0);
  unsorted_ = 0;
  std::size_t bucket = 0;
  for (std::size_t q = 0; q < quantiles.size(); ++q) {
    const Position position(quantile_probabilities[q], n);
    bucket = sort_bucket_of(position.below, bucket);
    sort_bucket_of(position.above, bucket);
    quantiles[q] = between(by_bucket_[position.below], by_bucket_[position.above], position.weight);
  }
  return quantiles;
}

}  // namespace park::study
