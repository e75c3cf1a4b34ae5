// SPDX-License-Identifier: MIT
#include "study/analysis/pawn.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

#include "core/assert.hpp"
#include "core/no_value.hpp"
#include "study/analysis/columns.hpp"
#include "study/tasks.hpp"

namespace park::study {
namespace {

constexpr std::size_t dummies = 200;

double median_of(std::vector<double> distances) {
  std::erase_if(distances, [](double distance) { return !std::isfinite(distance); });
  if (distances.empty()) return no_value;
  std::sort(distances.begin(), distances.end());
  return quantile_of_sorted(distances, 0.5);
}

/// The 95 % quantile of medians of classes as large as these that know nothing of the outcome.
double dummy_median(const ClusteredSample& sample, const std::vector<PawnStep>& steps,
                    const SampleClasses& classes, const Resampling& resampling, int jobs) {
  std::vector<double> medians(dummies);
  for_each_task(dummies, jobs, [&](std::size_t k) {
    const SampleClasses shuffled = shuffled_classes(sample, classes, resampling, ResampleUse::PawnDummy, k);
    medians[k] = median_of(class_distances(steps, shuffled));
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

std::vector<PawnStep> pawn_steps(const std::vector<double>& y, const std::vector<double>& weights) {
  PARK_ASSERT(weights.empty() || weights.size() == y.size());
  std::vector<PawnStep> steps;
  steps.reserve(y.size());
  for (std::size_t i = 0; i < y.size(); ++i) {
    const double weight = weights.empty() ? 1.0 : weights[i];
    if (weight > 0) steps.push_back({static_cast<std::uint32_t>(i), 1, weight, 0, 0});
  }
  double all = 0;
  for (const PawnStep& step : steps) all += step.weight;
  double below = 0;
  for (std::size_t first = 0; first < steps.size();) {
    std::size_t end = first;
    const double before = below / all;
    while (end < steps.size() && y[steps[end].value] == y[steps[first].value]) below += steps[end++].weight;
    for (std::size_t i = first; i < end; ++i) {
      steps[i].equals = static_cast<std::uint32_t>(end - i);
      steps[i].before = before;
      steps[i].at = below / all;
    }
    first = end;
  }
  return steps;
}

std::vector<double> class_distances(const std::vector<PawnStep>& steps, const SampleClasses& classes) {
  struct Class {
    double size = 0, below = 0, share = 0, distance = 0;
  };
  std::vector<Class> found(classes.count);
  for (const PawnStep& step : steps) found[classes.of[step.value]].size += step.weight;
  // Between two values of its own a class stands still while the whole rises, so the distance is greatest
  // just before or just after one of the class's values: others need no look.
  for (std::size_t first = 0; first < steps.size();) {
    const std::size_t end = first + steps[first].equals;
    for (std::size_t i = first; i < end; ++i) {
      Class& one = found[classes.of[steps[i].value]];
      one.distance = std::max(one.distance, std::abs(steps[i].before - one.share));
      one.below += steps[i].weight;
    }
    for (std::size_t i = first; i < end; ++i) {
      Class& one = found[classes.of[steps[i].value]];
      one.share = one.below / one.size;
      one.distance = std::max(one.distance, std::abs(steps[i].at - one.share));
    }
    first = end;
  }
  std::vector<double> distances;
  distances.reserve(found.size());
  for (const Class& one : found) distances.push_back(one.size > 0 ? one.distance : no_value);
  return distances;
}

std::vector<PawnIndex> pawn_indices(const std::vector<double>& x, std::size_t factors,
                                    const ClusteredSample& sample, const Resampling& resampling, int jobs) {
  PARK_ASSERT(x.size() == factors * sample.y.size() && !sample.y.empty());
  const std::vector<std::size_t> order = rising_order(sample.y);
  const ClusteredSample rising = reordered(sample, order);
  const std::vector<PawnStep> steps = pawn_steps(rising.y, {});
  std::vector<SampleClasses> classes;
  std::map<std::vector<std::size_t>, double> dummy_of;  // factors cut alike share their dummies
  for (std::size_t f = 0; f < factors; ++f) {
    classes.push_back(reordered(classes_along(column_of(x, factors, f), pawn_slices), order));
    const auto [place, is_new] = dummy_of.emplace(class_sizes(classes.back()), 0.0);
    if (is_new) place->second = dummy_median(rising, steps, classes.back(), resampling, jobs);
  }
  // One resample serves all factors: drawing it costs as much as one of them.
  const std::size_t resamples = std::min(resampling.resamples, most_for_deviation);
  std::vector<std::vector<double>> medians(factors, std::vector<double>(resamples));
  for_each_task(resamples, jobs, [&](std::size_t k) {
    const std::vector<PawnStep> drawn =
        pawn_steps(rising.y, drawn_weights(rising, resampling, ResampleUse::Pawn, k));
    for (std::size_t f = 0; f < factors; ++f) medians[f][k] = median_of(class_distances(drawn, classes[f]));
  });
  std::vector<PawnIndex> indices;
  for (std::size_t f = 0; f < factors; ++f) {
    indices.push_back(index_of_factor(class_distances(steps, classes[f]), medians[f],
                                      dummy_of.at(class_sizes(classes[f]))));
  }
  return indices;
}

}  // namespace park::study
