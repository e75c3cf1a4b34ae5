// SPDX-License-Identifier: MIT
#include "study/calibration/local_search.hpp"

#include <nlopt.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <type_traits>

#include "core/assert.hpp"
#include "core/random.hpp"

namespace park::study {
namespace {

constexpr double first_step = 0.15;     ///< of the unit cube
constexpr double smallest_step = 0.01;  ///< finer than a parameter is worth fitting

using Optimizer = std::unique_ptr<std::remove_pointer_t<nlopt_opt>, decltype(&nlopt_destroy)>;

/// What NLopt's callback sees. An exception must not pass through C, and is kept until the search is over.
struct Search {
  const SearchObjective* objective = nullptr;
  nlopt_opt optimizer = nullptr;
  SearchResult result;
  std::exception_ptr failure;
  bool is_over = false;
};

double evaluate_point(unsigned count, const double* point, double* /*gradient*/, void* data) {
  auto& search = *static_cast<Search*>(data);
  constexpr double worst = std::numeric_limits<double>::max();
  if (search.is_over) return worst;
  try {
    const std::span<const double> coordinates(point, count);
    const std::vector<double> where(coordinates.begin(), coordinates.end());
    const std::optional<double> value = (*search.objective)(where);
    if (value) {
      ++search.result.evaluations;
      if (*value < search.result.objective) {
        search.result.objective = *value;
        search.result.best = where;
      }
      return *value;
    }
    search.result.is_complete = false;
  } catch (...) {
    search.failure = std::current_exception();
  }
  search.is_over = true;
  nlopt_force_stop(search.optimizer);
  return worst;
}

void descend(Search& search, std::vector<double> from, int evaluations) {
  const auto dimensions = static_cast<unsigned>(from.size());
  const nlopt_algorithm algorithm = dimensions == 1 ? NLOPT_LN_SBPLX : NLOPT_LN_BOBYQA;
  const Optimizer optimizer(nlopt_create(algorithm, dimensions), &nlopt_destroy);
  if (!optimizer) throw std::bad_alloc();
  search.optimizer = optimizer.get();
  nlopt_set_lower_bounds1(optimizer.get(), 0);
  nlopt_set_upper_bounds1(optimizer.get(), 1);
  nlopt_set_initial_step1(optimizer.get(), first_step);
  nlopt_set_xtol_abs1(optimizer.get(), smallest_step);
  nlopt_set_stopval(optimizer.get(), 0);
  nlopt_set_maxeval(optimizer.get(), evaluations);
  nlopt_set_min_objective(optimizer.get(), &evaluate_point, &search);
  double found = 0;
  // The return code says why it ended; the best point is kept by the callback, whatever the reason.
  static_cast<void>(nlopt_optimize(optimizer.get(), from.data(), &found));
}

}  // namespace

SearchResult search_locally(const std::vector<double>& start, int evaluations, std::uint64_t seed,
                            const SearchObjective& objective) {
  PARK_ASSERT(!start.empty() && evaluations > 0);
  Search search;
  search.objective = &objective;
  search.result.best = start;
  search.result.objective = std::numeric_limits<double>::max();
  std::vector<double> from = start;
  for (std::uint64_t round = 1; !search.is_over; ++round) {
    const int before = search.result.evaluations;
    descend(search, from, evaluations - before);
    const bool is_stuck = search.result.evaluations == before;
    if (search.result.objective <= 0 || search.result.evaluations >= evaluations || is_stuck) break;
    RandomStream stream{seed, Draw::Resample, round, 1};
    for (double& coordinate : from) coordinate = stream.uniform();
  }
  if (search.failure) std::rethrow_exception(search.failure);
  return search.result;
}

}  // namespace park::study
