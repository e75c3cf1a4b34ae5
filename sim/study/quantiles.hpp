// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace park::study {

/// Quantiles 0.05, 0.50 and 0.95 by linear interpolation between order statistics (type 7 of Hyndman and Fan
/// 1996). A table of results asks for some 17,000 of them a scenario: values are counted into buckets and
/// only those around the wanted ranks are sorted. Keeps its memory from one call to the next.
class QuantileFinder {
 public:
  struct Quantiles {
    double p05 = 0, p50 = 0, p95 = 0;
  };

  /// `values`: finite and not empty; `least` and `greatest` of them.
  [[nodiscard]] Quantiles find(std::span<const double> values, double least, double greatest);

 private:
  /// Below and above each quantile.
  static constexpr std::size_t rank_count = 6;
  using Ranks = std::array<std::size_t, rank_count>;

  void count_into_buckets(std::span<const double> values, double least, double scale);
  [[nodiscard]] std::array<double, rank_count> pick(std::span<const double> values, const Ranks& ranks);

  std::vector<std::uint32_t> bucket_of_;   ///< by value
  std::vector<std::uint32_t> first_rank_;  ///< of each bucket, and the count at the end
  std::vector<std::uint8_t> is_wanted_;    ///< by bucket
  std::vector<double> picked_;
};

}  // namespace park::study
