// SPDX-License-Identifier: MIT
#include "study/analysis/pawn.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "core/assert.hpp"
#include "study/analysis/columns.hpp"
#include "study/tasks.hpp"

namespace park::study {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t dummies = 200;

double median_of(std::vector<double> distances) {
  std::erase_if(distances, [](double distance) { return !std::isfinite(distance); });
  if (distances.empty()) return none;
  std::sort(distances.begin(), distances.end());
  return quantile_of_sorted(distances, 0.5);
}

std::vector<double> weights_of(const ClusteredSample& sample, const std::vector<std::uint32_t>& counts) {
  std::vector<double> weights(sample.y.size());
  for (std::size_t i = 0; i < weights.size(); ++i) weights[i] = counts[sample.clusters[i]];
  return weights;
}

/// The 95 % quantile of medians of classes as large as these that know nothing of the outcome. Clusters stay
/// together: a value takes the class that its cluster's first value has under the permutation.
double dummy_median(const ClusteredSample& sample, const std::vector<std::size_t>& order,
                    const SampleClasses& classes, const Resampling& resampling) {
  std::vector<std::uint32_t> class_of_cluster(sample.cluster_count, 0);
  for (std::size_t i = sample.y.size(); i-- > 0;) class_of_cluster[sample.clusters[i]] = classes.of[i];
  std::vector<double> medians;
  std::vector<std::size_t> permutation;
  SampleClasses shuffled = classes;
  for (std::size_t k = 0; k < dummies; ++k) {
    draw_permutation(permutation, sample.cluster_count, resampling, ResampleUse::PawnDummy, k);
    for (std::size_t i = 0; i < sample.y.size(); ++i) {
      shuffled.of[i] = class_of_cluster[permutation[sample.clusters[i]]];
    }
    medians.push_back(median_of(class_distances(sample.y, order, shuffled, {})));
  }
  std::sort(medians.begin(), medians.end());
  return quantile_of_sorted(medians, 0.95);
}

}  // namespace

std::vector<double> class_distances(const std::vector<double>& y, const std::vector<std::size_t>& order,
                                    const SampleClasses& classes, const std::vector<double>& weights) {
  const auto weight = [&](std::size_t i) { return weights.empty() ? 1.0 : weights[i]; };
  std::vector<double> sizes(classes.count, 0);
  for (std::size_t i = 0; i < y.size(); ++i) sizes[classes.of[i]] += weight(i);
  const double all = std::accumulate(sizes.begin(), sizes.end(), 0.0);
  std::vector<double> distances(classes.count, 0);
  std::vector<double> below(classes.count, 0);
  double below_all = 0;
  // Between two values of its own a class stands still while the whole rises, so the distance is greatest
  // just before or just after one of the class's values.
  const auto look = [&](std::size_t i) {
    const std::size_t c = classes.of[i];
    if (sizes[c] > 0) distances[c] = std::max(distances[c], std::abs(below_all / all - below[c] / sizes[c]));
  };
  for (std::size_t first = 0; first < order.size();) {
    std::size_t last = first;
    while (last < order.size() && y[order[last]] == y[order[first]]) look(order[last++]);
    for (std::size_t i = first; i < last; ++i) {
      below_all += weight(order[i]);
      below[classes.of[order[i]]] += weight(order[i]);
    }
    for (std::size_t i = first; i < last; ++i) look(order[i]);
    first = last;
  }
  for (std::size_t c = 0; c < classes.count; ++c) {
    if (sizes[c] <= 0) distances[c] = none;
  }
  return distances;
}

std::vector<PawnIndex> pawn_indices(const std::vector<double>& x, std::size_t factors,
                                    const ClusteredSample& sample, const Resampling& resampling, int jobs) {
  PARK_ASSERT(x.size() == factors * sample.y.size() && !sample.y.empty());
  const std::vector<std::size_t> order = rising_order(sample.y);
  std::vector<SampleClasses> classes;
  std::map<std::vector<std::size_t>, double> dummy_of;  // factors cut alike share their dummies
  for (std::size_t f = 0; f < factors; ++f) {
    classes.push_back(classes_along(column_of(x, factors, f), pawn_slices));
    const auto [place, is_new] = dummy_of.emplace(class_sizes(classes.back()), 0.0);
    if (is_new) place->second = dummy_median(sample, order, classes.back(), resampling);
  }
  std::vector<PawnIndex> indices(factors);
  for_each_task(factors, jobs, [&](std::size_t f) {
    const std::vector<double> distances = class_distances(sample.y, order, classes[f], {});
    std::vector<double> medians;
    std::vector<std::uint32_t> counts;
    for (std::size_t k = 0; k < resampling.resamples; ++k) {
      draw_counts(counts, sample.cluster_count, resampling, ResampleUse::Pawn, k);
      medians.push_back(median_of(class_distances(sample.y, order, classes[f], weights_of(sample, counts))));
    }
    Estimate median = normal_estimate(median_of(distances), medians);
    median.lo = std::max(0.0, median.lo);
    median.hi = std::min(1.0, median.hi);
    const double sum = std::accumulate(distances.begin(), distances.end(), 0.0);
    indices[f] = {median, sum / static_cast<double>(distances.size()),
                  *std::max_element(distances.begin(), distances.end()),
                  dummy_of.at(class_sizes(classes[f]))};
  });
  return indices;
}

}  // namespace park::study
