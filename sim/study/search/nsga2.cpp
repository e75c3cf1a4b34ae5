// SPDX-License-Identifier: MIT
#include "study/search/nsga2.hpp"

#include <array>
#include <exception>
#include <string>

#include "core/assert.hpp"
#include "study/pagmo/nsga2_plugin.hpp"
#include "study/plugin.hpp"

namespace park::study {
namespace {

ParkNsga2Function nsga2_function() {
  void* const function = plugin_function(
      {"libpark_pagmo.so", park_nsga2_symbol, "a search needs pagmo's NSGA-II", "libpagmo-dev"});
  return reinterpret_cast<ParkNsga2Function>(
      function);  // NOLINT(cppcoreguidelines-pro-type-reinterpret-cast)
}

/// What the plug-in's call-back needs: no exception may cross it.
struct Caller {
  const EvaluateBatch& evaluate;
  std::size_t variables;
  std::size_t objectives;
  std::exception_ptr failure;
};

extern "C" int evaluate_for_plugin(void* context, const double* points, std::size_t count, double* fitness) {
  Caller& caller = *static_cast<Caller*>(context);
  try {
    const bool goes_on =
        caller.evaluate({points, count * caller.variables}, {fitness, count * caller.objectives});
    return goes_on ? 0 : 1;
  } catch (...) {
    caller.failure = std::current_exception();
    return 1;
  }
}

}  // namespace

std::optional<std::vector<double>> nsga2(const Nsga2Start& start, const EvaluateBatch& evaluate) {
  PARK_ASSERT(start.variables > 0 && start.objectives >= 2);
  PARK_ASSERT(start.points.size() % start.variables == 0);
  PARK_ASSERT(start.population() >= least_population && start.population() % population_multiple == 0);
  const ParkNsga2Function search = nsga2_function();
  Caller caller{evaluate, start.variables, start.objectives, nullptr};
  const ParkNsga2Request request{
      start.points.data(), start.population(), start.variables,      start.objectives,
      start.generations,   start.seed,         &evaluate_for_plugin, &caller};
  std::vector<double> last(start.points.size());
  std::array<char, 1000> error{};
  const int outcome = search(&request, last.data(), error.data(), error.size());
  if (caller.failure) std::rethrow_exception(caller.failure);
  if (outcome == 1) throw WorldError("pagmo's NSGA-II failed: " + std::string(error.data()));
  if (outcome != 0) return std::nullopt;
  return last;
}

}  // namespace park::study
