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

/// The 95 % quantile of medians of classes as large as these that know nothing of the outcome.
double dummy_median(const ClusteredSample& sample, const SampleClasses& classes, const Resampling& resampling,
                    int jobs) {
  std::vector<double> medians(dummies);
  for_each_task(dummies, jobs, [&](std::size_t k) {
    const SampleClasses shuffled = shuffled_classes(sample, classes, resampling, ResampleUse::PawnDummy, k);
    medians[k] = median_of(class_distances(sample.y, shuffled, {}));
  });
  std::sort(medians.begin(), medians.end());
  return quantile_of_sorted(medians, 0.95);
}

PawnIndex index_of_factor(const std::vector<double>& distances, const std::vector<double>& medians,
                          double dummy) {
  Estimate median = normal_estimate(median_of(distances), medians);
  median.lo = std::max(0.0, median.lo);
  median.hi = std::min(1.0, median.hi);
  const double sum = std::accumulate(distances.begin(), distances.end(), 0.0);
  return {median, sum / static_cast<double>(distances.size()),
          *std::max_element(distances.begin(), distances.end()), dummy};
}

}  // namespace

std::vector<double> class_distances(const std::vector<double>& y, const SampleClasses& classes,
                                    const std::vector<double>& weights) {
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
  for (std::size_t first = 0; first < y.size();) {
    std::size_t last = first;
    while (last < y.size() && y[last] == y[first]) look(last++);
    for (std::size_t i = first; i < last; ++i) {
      below_all += weight(i);
      below[classes.of[i]] += weight(i);
    }
    for (std::size_t i = first; i < last; ++i) look(i);
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
  const ClusteredSample rising = reordered(sample, order);
  std::vector<SampleClasses> classes;
  std::map<std::vector<std::size_t>, double> dummy_of;  // factors cut alike share their dummies
  for (std::size_t f = 0; f < factors; ++f) {
    classes.push_back(reordered(classes_along(column_of(x, factors, f), pawn_slices), order));
    const auto [place, is_new] = dummy_of.emplace(class_sizes(classes.back()), 0.0);
    if (is_new) place->second = dummy_median(rising, classes.back(), resampling, jobs);
  }
  // One resample serves all factors: drawing it costs as much as one of them.
  std::vector<std::vector<double>> medians(factors, std::vector<double>(resampling.resamples));
  for_each_task(resampling.resamples, jobs, [&](std::size_t k) {
    const std::vector<double> weights = drawn_weights(rising, resampling, ResampleUse::Pawn, k);
    for (std::size_t f = 0; f < factors; ++f)
      medians[f][k] = median_of(class_distances(rising.y, classes[f], weights));
  });
  std::vector<PawnIndex> indices;
  for (std::size_t f = 0; f < factors; ++f) {
    indices.push_back(index_of_factor(class_distances(rising.y, classes[f], {}), medians[f],
                                      dummy_of.at(class_sizes(classes[f]))));
  }
  return indices;
}

}  // namespace park::study
