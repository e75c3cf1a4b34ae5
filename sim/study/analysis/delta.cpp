// SPDX-License-Identifier: MIT
#include "study/analysis/delta.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>

#include "core/assert.hpp"
#include "core/no_value.hpp"
#include "study/analysis/columns.hpp"
#include "study/tasks.hpp"

namespace park::study {
namespace {

constexpr std::size_t dummies = 100;
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

/// Where values lie, in steps of a grid that spans them all and their kernels.
std::vector<double> places_on_grid(const std::vector<double>& y) {
  const auto [least, greatest] = std::minmax_element(y.begin(), y.end());
  Moments all;
  for (const double value : y) all.add((value - *least) / (*greatest - *least), 1);
  const double margin = 3 * all.bandwidth();
  const double step = (1 + 2 * margin) / static_cast<double>(grid_points - 1);
  std::vector<double> places;
  places.reserve(y.size());
  for (const double value : y) places.push_back(((value - *least) / (*greatest - *least) + margin) / step);
  return places;
}

/// A value that counts, `weight` times.
struct PlacedValue {
  std::uint32_t value = 0;  ///< which of the sample
  float weight = 0;         ///< a whole number
  double place = 0;
};

std::vector<PlacedValue> placed_values(const std::vector<double>& places,
                                       const std::vector<double>& weights) {
  std::vector<PlacedValue> values;
  values.reserve(places.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    const double weight = weights.empty() ? 1.0 : weights[i];
    if (weight == 0) continue;
    values.push_back({static_cast<std::uint32_t>(i), static_cast<float>(weight), places[i]});
  }
  return values;
}

using Grid = std::array<double, grid_points>;

/// Values counted onto the two nearest points of a grid, to be smoothed there: the sums of a kernel density
/// need not run over the sample for each grid point.
struct Bins {
  Grid counts{};
  Moments moments;

  void add(double place, double times) {
    const auto below = std::min(static_cast<std::size_t>(place), grid_points - 2);
    const double above_part = place - static_cast<double>(below);
    counts[below] += times * (1 - above_part);
    counts[below + 1] += times * above_part;
    moments.add(place, times);
  }

  /// Density per grid step.
  void smooth(Grid& density) const {
    density.fill(0);
    // A class of equal values is a peak, which the narrowest kernel shows.
    const double width = std::max(moments.bandwidth(), 0.5);
    const auto half = static_cast<std::size_t>(std::ceil(reach * width));
    std::vector<double> kernel(2 * half + 1);  // from -half to half
    for (std::size_t k = 0; k <= half; ++k) {
      const double z = static_cast<double>(k) / width;
      kernel[half + k] = kernel[half - k] = std::exp(-0.5 * z * z);
    }
    const auto middle = kernel.begin() + static_cast<std::ptrdiff_t>(half);
    const double mass = *middle + 2 * std::accumulate(middle + 1, kernel.end(), 0.0);
    for (std::size_t g = 0; g < grid_points; ++g) {
      if (counts[g] == 0) continue;
      const double height = counts[g] / moments.weight / mass;
      const std::size_t first = g > half ? g - half : 0;
      const std::size_t end = std::min(grid_points, g + half + 1);
      const double* const shifted = kernel.data() + (half + first - g);
      double* const sums = density.data() + first;
      for (std::size_t k = 0; k < end - first; ++k) sums[k] += height * shifted[k];
    }
  }
};

/// The whole sample's bins and density are every factor's: counted once.
class WholeDensity {
 public:
  explicit WholeDensity(std::vector<PlacedValue> values) : values_(std::move(values)) {
    for (const PlacedValue& one : values_) bins_.add(one.place, static_cast<double>(one.weight));
    bins_.smooth(density_);
  }

  [[nodiscard]] double delta(const SampleClasses& classes) const {
    std::vector<Bins> by_class(classes.count);
    for (const PlacedValue& one : values_)
      by_class[classes.of[one.value]].add(one.place, static_cast<double>(one.weight));
    Grid part{};
    double area = 0;
    for (const Bins& bins : by_class) {
      if (bins.moments.weight == 0) continue;
      bins.smooth(part);
      double difference = 0;
      for (std::size_t g = 0; g < grid_points; ++g) difference += std::abs(density_[g] - part[g]);
      area += bins.moments.weight / bins_.moments.weight * difference;
    }
    return area / 2;
  }

 private:
  std::vector<PlacedValue> values_;
  Bins bins_;
  Grid density_{};
};

double dummy_delta(const WholeDensity& whole, const ClusteredSample& sample, const SampleClasses& classes,
                   const Resampling& resampling, int jobs) {
  std::vector<double> deltas(dummies);
  for_each_task(dummies, jobs, [&](std::size_t k) {
    deltas[k] = whole.delta(shuffled_classes(sample, classes, resampling, ResampleUse::DeltaDummy, k));
  });
  std::sort(deltas.begin(), deltas.end());
  return quantile_of_sorted(deltas, 0.95);
}

DeltaIndex index_of_factor(double raw, const std::vector<double>& resampled, double dummy) {
  if (resampled.empty()) return {{raw, no_value, no_value}, raw, dummy};
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
  const std::vector<double> places = places_on_grid(sample.y);
  const WholeDensity whole(placed_values(places, {}));
  std::vector<SampleClasses> classes;
  std::map<std::vector<std::size_t>, double> dummy_of;  // factors cut alike share their dummies
  for (std::size_t f = 0; f < factors; ++f) {
    classes.push_back(classes_along(column_of(x, factors, f), delta_classes(sample.y.size())));
    const auto [place, is_new] = dummy_of.emplace(class_sizes(classes.back()), 0.0);
    if (is_new) place->second = dummy_delta(whole, sample, classes.back(), resampling, jobs);
  }
  // One resample serves all factors.
  const std::size_t resamples = std::min(resampling.resamples, most_for_deviation);
  std::vector<std::vector<double>> resampled(factors, std::vector<double>(resamples));
  for_each_task(resamples, jobs, [&](std::size_t k) {
    const WholeDensity drawn(placed_values(places, drawn_weights(sample, resampling, ResampleUse::Delta, k)));
    for (std::size_t f = 0; f < factors; ++f) resampled[f][k] = drawn.delta(classes[f]);
  });
  std::vector<DeltaIndex> indices;
  for (std::size_t f = 0; f < factors; ++f) {
    indices.push_back(
        index_of_factor(whole.delta(classes[f]), resampled[f], dummy_of.at(class_sizes(classes[f]))));
  }
  return indices;
}

}  // namespace park::study
