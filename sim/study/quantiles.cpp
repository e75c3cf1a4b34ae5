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

}  // namespace

void QuantileFinder::sort(std::span<const double> values, double least, double scale) {
  const std::size_t n = values.size();
  bucket_of_.resize(n);
  next_rank_.assign(n + 1, 0);
  // Rising in the value, so that a bucket's values lie above those of every bucket before it. The conversion
  // to a signed number is one that vectors have; what is no number (infinitely far apart) goes to the first.
  const auto last = static_cast<std::int32_t>(n - 1);
  for (std::size_t i = 0; i < n; ++i) {
    bucket_of_[i] = std::max(0, std::min(static_cast<std::int32_t>((values[i] - least) * scale), last));
  }
  for (const std::int32_t bucket : bucket_of_) ++next_rank_[static_cast<std::size_t>(bucket) + 1];
  std::uint32_t fullest = 0;
  for (std::size_t b = 0; b < n; ++b) {
    fullest = std::max(fullest, next_rank_[b + 1]);
    next_rank_[b + 1] += next_rank_[b];
  }
  sorted_.resize(n);
  for (std::size_t i = 0; i < n; ++i)
    sorted_[next_rank_[static_cast<std::size_t>(bucket_of_[i])]++] = values[i];
  constexpr std::uint32_t most_to_insert = 16;
  if (fullest > most_to_insert) {
    std::sort(sorted_.begin(), sorted_.end());
    return;
  }
  // No value is further from its place than its bucket is full.
  for (std::size_t i = 1; i < n; ++i) {
    const double value = sorted_[i];
    std::size_t place = i;
    for (; place > 0 && sorted_[place - 1] > value; --place) sorted_[place] = sorted_[place - 1];
    sorted_[place] = value;
  }
}

Quantiles QuantileFinder::find(std::span<const double> values, double least, double greatest) {
  PARK_ASSERT(!values.empty() && values.size() < 0x7fffffffU);
  Quantiles quantiles{};
  quantiles.fill(values.front());
  if (least == greatest) return quantiles;
  const std::size_t n = values.size();
  const double scale = static_cast<double>(n - 1) / (greatest - least);
  // Too close or too far apart for a scale: everything into one bucket, which is then sorted as a whole.
  sort(values, least, std::isfinite(scale) ? scale : 0);
  for (std::size_t q = 0; q < quantiles.size(); ++q) {
    const double position = quantile_probabilities[q] * static_cast<double>(n - 1);
    const auto below = static_cast<std::size_t>(position);
    quantiles[q] =
        between(sorted_[below], sorted_[std::min(below + 1, n - 1)], position - std::floor(position));
  }
  return quantiles;
}

}  // namespace park::study
