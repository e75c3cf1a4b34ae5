// SPDX-License-Identifier: MIT
#include "study/quantiles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

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
  first_rank_.assign(n + 1, 0);
  // Rising in the value, so that a bucket's values lie above those of every bucket before it. The conversion
  // to a signed number is one that vectors have; what is no number (infinitely far apart) goes to the first.
  const auto last = static_cast<std::int32_t>(n - 1);
  for (std::size_t i = 0; i < n; ++i) {
    bucket_of_[i] = std::max(0, std::min(static_cast<std::int32_t>((values[i] - least) * scale), last));
  }
  for (const std::int32_t bucket : bucket_of_) ++first_rank_[static_cast<std::size_t>(bucket) + 1];
  for (std::size_t b = 0; b < n; ++b) first_rank_[b + 1] += first_rank_[b];
}

std::size_t QuantileFinder::want(std::size_t rank, std::size_t bucket) {
  while (first_rank_[bucket + 1] <= rank) ++bucket;
  if (end_of_[bucket] == unwanted) {
    end_of_[bucket] = static_cast<std::uint32_t>(sorted_.size());
    sorted_.resize(sorted_.size() + first_rank_[bucket + 1] - first_rank_[bucket]);
    wanted_.push_back(bucket);
  }
  return bucket;
}

void QuantileFinder::sort_wanted(std::span<const double> values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    std::uint32_t& end = end_of_[static_cast<std::size_t>(bucket_of_[i])];
    if (end != unwanted) sorted_[end++] = values[i];
  }
  for (const std::size_t bucket : wanted_) {
    const auto end = sorted_.begin() + end_of_[bucket];
    std::sort(end - (first_rank_[bucket + 1] - first_rank_[bucket]), end);
  }
}

double QuantileFinder::at(std::size_t rank, std::size_t bucket) const {
  return sorted_[end_of_[bucket] - (first_rank_[bucket + 1] - rank)];
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
  end_of_.assign(n, unwanted);
  wanted_.clear();
  sorted_.clear();
  std::array<std::pair<std::size_t, std::size_t>, quantile_probabilities.size()> buckets;
  std::size_t bucket = 0;
  for (std::size_t q = 0; q < quantiles.size(); ++q) {
    const Position position(quantile_probabilities[q], n);
    bucket = want(position.below, bucket);
    buckets[q] = {bucket, want(position.above, bucket)};
  }
  sort_wanted(values);
  for (std::size_t q = 0; q < quantiles.size(); ++q) {
    const Position position(quantile_probabilities[q], n);
    quantiles[q] =
        between(at(position.below, buckets[q].first), at(position.above, buckets[q].second), position.weight);
  }
  return quantiles;
}

}  // namespace park::study
