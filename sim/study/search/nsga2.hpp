// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace park::study {

/// Points are coordinates in [0, 1], one a variable, end to end.
struct Nsga2Start {
  std::vector<double> points;  ///< the first population
  std::size_t variables = 0;
  std::size_t objectives = 0;  ///< at least two, all to be made small
  std::size_t generations = 0;
  std::uint64_t seed = 0;

  [[nodiscard]] std::size_t population() const { return points.size() / variables; }
};
/// pagmo wants its populations so.
inline constexpr std::size_t least_population = 8;
inline constexpr std::size_t population_multiple = 4;

/// Puts the objectives of each point into `fitness`; false stops the search.
using EvaluateBatch = std::function<bool(std::span<const double> points, std::span<double> fitness)>;

/// NSGA-II (Deb and others 2002) by pagmo. Every generation evaluates its population (anew from the second
/// on, as what counts as best may have changed since) and then as many children, each in one batch. A pure
/// function of its arguments. Nothing if it was stopped, else the last population. What `evaluate` throws
/// comes out here; throws WorldError if the plug-in cannot be opened.
[[nodiscard]] std::optional<std::vector<double>> nsga2(const Nsga2Start& start,
                                                       const EvaluateBatch& evaluate);

}  // namespace park::study
