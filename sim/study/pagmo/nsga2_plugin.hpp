// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

/// The plug-in's surface. pagmo costs 15 ms at start-up and 5 s a file to compile, so it is linked to a
/// module of its own, which only a search opens. Plain C: no type of pagmo and no exception crosses it.
extern "C" {

/// Fills `fitness` (points x objectives, all to be made small) for points of [0, 1] in each variable.
/// Anything but 0 stops the search.
using ParkEvaluateFunction = int (*)(void* context, const double* points, std::size_t count, double* fitness);

struct ParkNsga2Request {
  const double* initial;  ///< population x variables
  std::size_t population;
  std::size_t variables;
  std::size_t objectives;
  std::size_t generations;
  std::uint64_t seed;
  ParkEvaluateFunction evaluate;
  void* context;  ///< handed to `evaluate`
};

/// Puts the last population (population x variables) into `points` and returns 0; or returns 1 with words in
/// `error`, or 2 if `evaluate` stopped it. Every generation evaluates the population, anew from the second
/// on, as what counts as best may have changed since, and then its children.
using ParkNsga2Function = int (*)(const ParkNsga2Request* request, double* points, char* error,
                                  std::size_t error_size);
}

/// Changes with the surface, so that an old module is not mistaken for a new one.
inline constexpr const char* park_nsga2_symbol = "park_nsga2_1";
