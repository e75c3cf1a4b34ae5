// SPDX-License-Identifier: MIT
#include "study/analysis/paired_points.hpp"

#include <algorithm>
#include <cmath>

#include "core/assert.hpp"

namespace park::study {

PairedPoints::PairedPoints(std::span<const std::size_t> points, std::span<const std::uint64_t> seeds,
                           std::span<const double> y) {
  PARK_ASSERT(points.size() == y.size() && (seeds.empty() || seeds.size() == y.size()));
  runs_.resize(points.empty() ? 0 : *std::max_element(points.begin(), points.end()) + 1);
  for (std::size_t i = 0; i < y.size(); ++i) {
    if (std::isfinite(y[i])) runs_[points[i]].push_back({seeds.empty() ? i : seeds[i], y[i]});
  }
  const auto precedes = [](const Run& a, const Run& b) { return a.seed < b.seed; };
  for (std::vector<Run>& runs : runs_) std::stable_sort(runs.begin(), runs.end(), precedes);
}

std::vector<std::vector<double>> PairedPoints::shared(std::span<const std::size_t> points) const {
  std::vector<std::vector<double>> values(points.size());
  if (points.empty()) return values;
  std::vector<std::size_t> place(points.size(), 0);
  for (const Run& first : runs_[points.front()]) {
    bool is_shared = true;
    for (std::size_t i = 0; i < points.size() && is_shared; ++i) {
      const std::vector<Run>& runs = runs_[points[i]];
      while (place[i] < runs.size() && runs[place[i]].seed < first.seed) ++place[i];
      is_shared = place[i] < runs.size() && runs[place[i]].seed == first.seed;
    }
    for (std::size_t i = 0; i < points.size() && is_shared; ++i)
      values[i].push_back(runs_[points[i]][place[i]].value);
  }
  return values;
}

}  // namespace park::study
