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
  void fill_buckets(std::span<const double> values, double least, double scale);
  /// Sorts the bucket of a rank, which is not below `bucket`, and says which it is. Ranks may be asked for in
  /// rising order, each and the one above it: buckets below `unsorted_` that were passed hold no wanted rank.
  std::size_t sort_bucket_of(std::size_t rank, std::size_t bucket);

  std::vector<std::int32_t> bucket_of_;  ///< by value
  std::vector<std::uint32_t> end_of_;    ///< by bucket: end of its values in `by_bucket_`
  std::vector<double> by_bucket_;        ///< values, those of a bucket side by side
  std::size_t unsorted_ = 0;             ///< first bucket above all that are sorted
};

}  // namespace park::study
