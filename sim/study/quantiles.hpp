// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace park::study {

/// Probabilities of the quantiles of a summary: the edges of the bands that hold 95, 90, 75 and 50 % of the
/// runs, and the median.
inline constexpr std::array<double, 9> quantile_probabilities = {0.025, 0.05,  0.125, 0.25, 0.5,
                                                                 0.75,  0.875, 0.95,  0.975};
using Quantiles = std::array<double, quantile_probabilities.size()>;

/// Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). A table of
/// results asks for some 17,000 samples' a scenario: values are put into as many buckets as there are values,
/// and only the few buckets in which a quantile lies are sorted. Keeps its memory from one call to the next.
class QuantileFinder {
 public:
  /// `values`: finite and not empty; `least` and `greatest` of them.
  [[nodiscard]] Quantiles find(std::span<const double> values, double least, double greatest);

 private:
  static constexpr std::uint32_t unwanted = 0xffffffffU;

  void fill_buckets(std::span<const double> values, double least, double scale);
  /// The bucket of a rank, which is not below `bucket`; its values will be sorted.
  std::size_t want(std::size_t rank, std::size_t bucket);
  void sort_wanted(std::span<const double> values);
  [[nodiscard]] double at(std::size_t rank, std::size_t bucket) const;

  std::vector<std::int32_t> bucket_of_;    ///< by value
  std::vector<std::uint32_t> first_rank_;  ///< by bucket
  std::vector<std::uint32_t> end_of_;      ///< by bucket: end of its values in `sorted_`
  std::vector<std::size_t> wanted_;        ///< buckets to be sorted
  std::vector<double> sorted_;             ///< their values
};

}  // namespace park::study
