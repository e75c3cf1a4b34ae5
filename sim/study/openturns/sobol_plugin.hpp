// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>

/// The plug-in's surface. OpenTURNS costs 59 ms at start-up, so it is linked to a module of its own, which
/// only an analysis opens. Plain C: no type of OpenTURNS and no exception crosses it.
extern "C" {

struct ParkSobolRequest {
  const double* inputs;   ///< A, B, AB_1, ..., AB_d, each base x factors, row-major
  const double* outputs;  ///< one a row of inputs
  std::size_t base;
  std::size_t factors;
  std::size_t resamples;
  std::uint64_t seed;
  double level;  ///< of the intervals, such as 0.95
};

struct ParkSobolIndex {
  double first, first_lo, first_hi;
  double total, total_lo, total_hi;
};

/// Fills `indices` (one a factor) and returns 0, or puts words into `error` and returns 1.
using ParkSobolFunction = int (*)(const ParkSobolRequest* request, ParkSobolIndex* indices, char* error,
                                  std::size_t error_size);
}

/// Changes with the surface, so that an old module is not mistaken for a new one.
inline constexpr const char* park_sobol_symbol = "park_sobol_1";
