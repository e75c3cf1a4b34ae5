// SPDX-License-Identifier: MIT
#include "study/analysis/delta.hpp"

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
constexpr std::size_t dummies = 100;
constexpr std::size_t most_resamples =
    200;  ///< a density estimate is dear, and only a deviation is asked of them
constexpr std::size_t grid_points = 256;
constexpr double reach = 4;  ///< bandwidths after which a Gaussian kernel is nothing

struct Moments {
  double weight = 0, sum = 0, squares = 0;

  void add(double value, double times) {
    weight += times;
    sum += times * value;
    squares += times * value * value;
  }
  /// Scott's rule for a Gaussian kernel.
  [[nodiscard]] double bandwidth() const {
    if (weight <= 1) return 0;
    const double mean = sum / weight;
    const double variance = std::max(0.0, (squares / weight - mean * mean) * weight / (weight - 1));
    return std::sqrt(variance) * std::pow(weight, -0.2);
  }
};

/// Kernel densities on a grid. Values are counted onto the two nearest grid points and smoothed there: the
/// sums need not run over the sample for each grid point.
class DensityGrid {
 public:
  explicit DensityGrid(const std::vector<double>& y) {
    const auto [least, greatest] = std::minmax_element(y.begin(), y.end());
    Moments all;
    for (const double value : y) all.add((value - *least) / (*greatest - *least), 1);
    const double margin = 3 * all.bandwidth();
    const double step = (1 + 2 * margin) / static_cast<double>(grid_points - 1);
    places_.reserve(y.size());
    for (const double value : y) {
      places_.push_back(((value - *least) / (*greatest - *least) + margin) / step);
    }
  }

  [[nodiscard]] double place(std::size_t i) const { return places_[i]; }

  /// Density per grid step of the values counted in `bins`, smoothed with `bandwidth` steps.
  static void smooth(const std::vector<double>& bins, double weight, double bandwidth,
                     std::vector<double>& density) {
    density.assign(grid_points, 0);
    // A class of equal values is a peak, which the narrowest kernel shows.
    const double width = std::max(bandwidth, 0.5);
    const auto half = static_cast<std::size_t>(std::ceil(reach * width));
    std::vector<double> kernel(half + 1);
    for (std::size_t k = 0; k <= half; ++k) {
      const double z = static_cast<double>(k) / width;
      kernel[k] = std::exp(-0.5 * z * z);
    }
    const double mass = kernel[0] + 2 * std::accumulate(kernel.begin() + 1, kernel.end(), 0.0);
    for (std::size_t g = 0; g < grid_points; ++g) {
      if (bins[g] == 0) continue;
      const double height = bins[g] / weight / mass;
      const std::size_t first = g > half ? g - half : 0;
      const std::size_t last = std::min(grid_points - 1, g + half);
      for (std::size_t k = first; k <= last; ++k) density[k] += height * kernel[k > g ? k - g : g - k];
    }
  }

 private:
  std::vector<double> places_;  ///< in grid steps
};

/// Values counted onto the grid.
struct Bins {
  std::vector<double> counts = std::vector<double>(grid_points, 0);
  Moments moments;

  void add(double place, double times) {
    const auto below = std::min(static_cast<std::size_t>(place), grid_points - 2);
    const double above_part = place - static_cast<double>(below);
    counts[below] += times * (1 - above_part);
    counts[below + 1] += times * above_part;
    moments.add(place, times);
  }
};

double delta_of(const DensityGrid& grid, const SampleClasses& classes, const std::vector<double>& weights) {
  Bins all;
  std::vector<Bins> by_class(classes.count);
  for (std::size_t i = 0; i < classes.of.size(); ++i) {
    const double times = weights.empty() ? 1.0 : weights[i];
    if (times == 0) continue;
    all.add(grid.place(i), times);
    by_class[classes.of[i]].add(grid.place(i), times);
  }
  std::vector<double> whole;
  std::vector<double> part;
  DensityGrid::smooth(all.counts, all.moments.weight, all.moments.bandwidth(), whole);
  double area = 0;
  for (const Bins& bins : by_class) {
    if (bins.moments.weight == 0) continue;
    DensityGrid::smooth(bins.counts, bins.moments.weight, bins.moments.bandwidth(), part);
    double difference = 0;
    for (std::size_t g = 0; g < grid_points; ++g) difference += std::abs(whole[g] - part[g]);
    area += bins.moments.weight / all.moments.weight * difference;
  }
  return area / 2;
}

double dummy_delta(const DensityGrid& grid, const ClusteredSample& sample, const SampleClasses& classes,
                   const Resampling& resampling, int jobs) {
  std::vector<double> deltas(dummies);
  for_each_task(dummies, jobs, [&](std::size_t k) {
    deltas[k] = delta_of(grid, shuffled_classes(sample, classes, resampling, ResampleUse::DeltaDummy, k), {});
  });
  std::sort(deltas.begin(), deltas.end());
  return quantile_of_sorted(deltas, 0.95);
}

DeltaIndex index_of_factor(double raw, const std::vector<double>& resampled, double dummy) {
  if (resampled.empty()) return {{raw, none, none}, raw, dummy};
  const double mean =
      std::accumulate(resampled.begin(), resampled.end(), 0.0) / static_cast<double>(resampled.size());
  return {normal_estimate(2 * raw - mean, resampled), raw, dummy};
}

}  // namespace

std::size_t delta_classes(std::size_t n) {
  const auto size = static_cast<double>(n);
  const double exponent = 2 / (7 + std::tanh((1500 - size) / 500));
  return std::min<std::size_t>(static_cast<std::size_t>(std::ceil(std::pow(size, exponent))), 48);
}

std::vector<DeltaIndex> delta_indices(const std::vector<double>& x, std::size_t factors,
                                      const ClusteredSample& sample, const Resampling& resampling, int jobs) {
  PARK_ASSERT(x.size() == factors * sample.y.size() && !sample.y.empty());
  const DensityGrid grid(sample.y);
  std::vector<SampleClasses> classes;
  std::map<std::vector<std::size_t>, double> dummy_of;  // factors cut alike share their dummies
  for (std::size_t f = 0; f < factors; ++f) {
    classes.push_back(classes_along(column_of(x, factors, f), delta_classes(sample.y.size())));
    const auto [place, is_new] = dummy_of.emplace(class_sizes(classes.back()), 0.0);
    if (is_new) place->second = dummy_delta(grid, sample, classes.back(), resampling, jobs);
  }
  // One resample serves all factors.
  const std::size_t resamples = std::min(resampling.resamples, most_resamples);
  std::vector<std::vector<double>> resampled(factors, std::vector<double>(resamples));
  for_each_task(resamples, jobs, [&](std::size_t k) {
    const std::vector<double> weights = drawn_weights(sample, resampling, ResampleUse::Delta, k);
    for (std::size_t f = 0; f < factors; ++f) resampled[f][k] = delta_of(grid, classes[f], weights);
  });
  std::vector<DeltaIndex> indices;
  for (std::size_t f = 0; f < factors; ++f) {
    indices.push_back(
        index_of_factor(delta_of(grid, classes[f], {}), resampled[f], dummy_of.at(class_sizes(classes[f]))));
  }
  return indices;
}

}  // namespace park::study
