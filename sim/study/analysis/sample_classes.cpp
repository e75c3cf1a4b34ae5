// SPDX-License-Identifier: MIT
#include "study/analysis/sample_classes.hpp"

#include <algorithm>
#include <numeric>

#include "core/assert.hpp"

namespace park::study {

std::vector<std::size_t> rising_order(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  return order;
}

SampleClasses classes_along(std::span<const double> x, std::size_t wanted) {
  PARK_ASSERT(wanted > 0 && wanted <= most_classes && !x.empty());
  const std::vector<std::size_t> order = rising_order(x);
  std::size_t distinct = 1;
  for (std::size_t i = 1; i < order.size(); ++i) distinct += x[order[i]] != x[order[i - 1]] ? 1U : 0U;
  SampleClasses classes{std::vector<std::uint8_t>(x.size(), 0), 1};
  std::size_t current = 0;
  for (std::size_t i = 1; i < order.size(); ++i) {
    const bool is_new_value = x[order[i]] != x[order[i - 1]];
    const bool is_full = i * wanted >= (current + 1) * x.size();
    if (is_new_value && (distinct <= wanted || is_full)) ++current;
    classes.of[order[i]] = static_cast<std::uint8_t>(current);
  }
  classes.count = current + 1;
  return classes;
}

ClusteredSample reordered(const ClusteredSample& sample, const std::vector<std::size_t>& order) {
  ClusteredSample result;
  result.cluster_count = sample.cluster_count;
  for (const std::size_t i : order) {
    result.y.push_back(sample.y[i]);
    result.clusters.push_back(sample.clusters[i]);
  }
  return result;
}

SampleClasses reordered(const SampleClasses& classes, const std::vector<std::size_t>& order) {
  SampleClasses result;
  result.count = classes.count;
  for (const std::size_t i : order) result.of.push_back(classes.of[i]);
  return result;
}

std::vector<double> drawn_weights(const ClusteredSample& sample, const Resampling& resampling,
                                  ResampleUse use, std::size_t k) {
  std::vector<std::uint32_t> counts;
  draw_counts(counts, sample.cluster_count, resampling, use, k);
  std::vector<double> weights(sample.y.size());
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = counts[sample.clusters[i]];
  return weights;
}

SampleClasses shuffled_classes(const ClusteredSample& sample, const SampleClasses& classes,
                               const Resampling& resampling, ResampleUse use, std::size_t k) {
  std::vector<std::uint8_t> class_of_cluster(sample.cluster_count, 0);
  for (std::size_t i = sample.y.size(); i-- > 0;) class_of_cluster[sample.clusters[i]] = classes.of[i];
  std::vector<std::size_t> permutation;
  draw_permutation(permutation, sample.cluster_count, resampling, use, k);
  SampleClasses shuffled = classes;
  for (std::size_t i = 0; i < sample.y.size(); ++i)
    shuffled.of[i] = class_of_cluster[permutation[sample.clusters[i]]];
  return shuffled;
}

std::vector<std::size_t> class_sizes(const SampleClasses& classes) {
  std::vector<std::size_t> sizes(classes.count, 0);
  for (const std::uint8_t one : classes.of) ++sizes[one];
  return sizes;
}

}  // namespace park::study
