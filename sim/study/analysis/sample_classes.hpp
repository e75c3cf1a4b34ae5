// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "study/analysis/resampling.hpp"

namespace park::study {

/// Outcomes of a sample with the cluster each belongs to: replications of one design point, or points of one
/// trajectory, are drawn together when the sample is resampled.
struct ClusteredSample {
  std::vector<double> y;                ///< finite
  std::vector<std::uint32_t> clusters;  ///< 0 to cluster_count - 1, one a value
  std::size_t cluster_count = 0;
};

/// The sample cut along one factor: the class of each value, and how many there are. Resampling goes through
/// all factors' classes hundreds of times, so they are small.
struct SampleClasses {
  std::vector<std::uint8_t> of;
  std::size_t count = 0;
};
inline constexpr std::size_t most_classes = 256;

/// At most `wanted` (and most_classes) classes of about equal size by rising `x`; equal values are never
/// parted, and where there are no more distinct values than classes, each is one.
[[nodiscard]] SampleClasses classes_along(std::span<const double> x, std::size_t wanted);

/// Sizes of the classes, for telling which factors are cut alike.
[[nodiscard]] std::vector<std::size_t> class_sizes(const SampleClasses& classes);

/// Indices of the values by rising value.
[[nodiscard]] std::vector<std::size_t> rising_order(std::span<const double> values);

/// The same values or classes in another order.
[[nodiscard]] ClusteredSample reordered(const ClusteredSample& sample, const std::vector<std::size_t>& order);
[[nodiscard]] SampleClasses reordered(const SampleClasses& classes, const std::vector<std::size_t>& order);

/// How often each value counts in resample `k`, which draws clusters.
[[nodiscard]] std::vector<double> drawn_weights(const ClusteredSample& sample, const Resampling& resampling,
                                                ResampleUse use, std::size_t k);

/// Classes as large as these that know nothing of the outcome. Clusters stay together: a value takes the
/// class that the first value of another cluster has.
[[nodiscard]] SampleClasses shuffled_classes(const ClusteredSample& sample, const SampleClasses& classes,
                                             const Resampling& resampling, ResampleUse use, std::size_t k);

}  // namespace park::study
