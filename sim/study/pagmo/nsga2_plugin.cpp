// SPDX-License-Identifier: MIT
#include "study/pagmo/nsga2_plugin.hpp"

#include <algorithm>
#include <exception>
#include <pagmo/algorithm.hpp>
#include <pagmo/algorithms/nsga2.hpp>
#include <pagmo/batch_evaluators/member_bfe.hpp>
#include <pagmo/bfe.hpp>
#include <pagmo/population.hpp>
#include <pagmo/problem.hpp>
#include <string_view>
#include <utility>

namespace {

/// Thrown through pagmo when the caller wants no more.
struct Stopped {};

/// The caller's problem as pagmo wants it. Copies share the request.
struct CallersProblem {
  const ParkNsga2Request* request = nullptr;

  [[nodiscard]] pagmo::vector_double batch_fitness(const pagmo::vector_double& points) const {
    const std::size_t count = points.size() / request->variables;
    pagmo::vector_double fitness(count * request->objectives);
    if (request->evaluate(request->context, points.data(), count, fitness.data()) != 0) throw Stopped();
    return fitness;
  }
  [[nodiscard]] pagmo::vector_double fitness(const pagmo::vector_double& point) const {
    return batch_fitness(point);
  }
  [[nodiscard]] std::pair<pagmo::vector_double, pagmo::vector_double> get_bounds() const {
    return {pagmo::vector_double(request->variables, 0.0), pagmo::vector_double(request->variables, 1.0)};
  }
  [[nodiscard]] pagmo::vector_double::size_type get_nobj() const { return request->objectives; }
};

/// All members of a population end to end.
pagmo::vector_double joined(const pagmo::population& population) {
  pagmo::vector_double points;
  for (const pagmo::vector_double& one : population.get_x())
    points.insert(points.end(), one.begin(), one.end());
  return points;
}

pagmo::vector_double part(const pagmo::vector_double& all, std::size_t index, std::size_t size) {
  const auto begin = all.begin() + static_cast<std::ptrdiff_t>(index * size);
  return {begin, begin + static_cast<std::ptrdiff_t>(size)};
}

void search(const ParkNsga2Request& request, double* points) {
  const CallersProblem caller{&request};
  const auto seed = static_cast<unsigned>(request.seed ^ (request.seed >> 32U));
  pagmo::population population(pagmo::problem(caller), 0, seed);
  const pagmo::vector_double initial(request.initial,
                                     request.initial + request.population * request.variables);
  // Nobody looks at these zeros: every generation begins with an evaluation.
  const pagmo::vector_double unknown(request.objectives, 0.0);
  for (std::size_t i = 0; i < request.population; ++i)
    population.push_back(part(initial, i, request.variables), unknown);
  // Crossover and distribution indices as in Deb and others 2002; on average one variable mutates.
  constexpr double crossover = 0.9;
  constexpr double crossover_index = 15;
  constexpr double mutation_index = 20;
  const double mutation = 1.0 / static_cast<double>(request.variables);
  pagmo::nsga2 one_generation(1, crossover, crossover_index, mutation, mutation_index, seed);
  one_generation.set_bfe(pagmo::bfe(pagmo::member_bfe()));
  const pagmo::algorithm algorithm(one_generation);
  for (std::size_t generation = 0; generation < request.generations; ++generation) {
    const pagmo::vector_double known = joined(population);
    const pagmo::vector_double fitness = caller.batch_fitness(known);
    for (std::size_t i = 0; i < request.population; ++i)
      population.set_xf(i, part(known, i, request.variables), part(fitness, i, request.objectives));
    population = algorithm.evolve(population);
  }
  const pagmo::vector_double last = joined(population);
  std::copy(last.begin(), last.end(), points);
}

void say(std::string_view words, char* error, std::size_t error_size) {
  if (error_size == 0) return;
  const std::size_t length = std::min(words.size(), error_size - 1);
  std::copy_n(words.begin(), length, error);
  error[length] = '\0';
}

}  // namespace

extern "C" __attribute__((visibility("default"))) int park_nsga2_1(const ParkNsga2Request* request,
                                                                   double* points, char* error,
                                                                   std::size_t error_size) {
  try {
    search(*request, points);
    return 0;
  } catch (const Stopped&) {
    return 2;
  } catch (const std::exception& fault) {
    say(fault.what(), error, error_size);
  } catch (...) {
    say("an unknown exception", error, error_size);
  }
  return 1;
}
