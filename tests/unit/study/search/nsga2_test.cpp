// SPDX-License-Identifier: MIT
#include "study/search/nsga2.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <stdexcept>

#include "study/designs/design.hpp"
#include "study/search/front.hpp"
#include "study/search/judge.hpp"

namespace park::study {
namespace {

/// Objectives of one point of the unit cube.
using Problem2 = std::function<std::vector<double>(std::span<const double>)>;

Nsga2Start start_of(std::size_t variables, std::size_t population, std::size_t generations,
                    std::uint64_t seed = 7) {
  Nsga2Start start;
  start.variables = variables;
  start.objectives = 2;
  start.generations = generations;
  start.seed = seed;
  start.points.resize(population * variables);
  const auto design = latin_hypercube(variables, population, seed);
  for (std::size_t i = 0; i < population; ++i)
    design->point(i, std::span(start.points).subspan(i * variables, variables));
  return start;
}

EvaluateBatch batch_of(const Problem2& problem, std::size_t variables, std::size_t* evaluations = nullptr) {
  return [=](std::span<const double> points, std::span<double> fitness) {
    for (std::size_t i = 0; i < points.size() / variables; ++i) {
      const std::vector<double> values = problem(points.subspan(i * variables, variables));
      fitness[2 * i] = values[0];
      fitness[2 * i + 1] = values[1];
      if (evaluations != nullptr) ++*evaluations;
    }
    return true;
  };
}

/// Objectives of the last population.
std::vector<Costs> found(const Problem2& problem, const Nsga2Start& start) {
  const auto last = nsga2(start, batch_of(problem, start.variables));
  std::vector<Costs> costs;
  for (std::size_t i = 0; i < start.population(); ++i)
    costs.push_back(problem(std::span(last.value()).subspan(i * start.variables, start.variables)));
  return costs;
}

/// ZDT1 (Zitzler, Deb, Thiele 2000): the front is f2 = 1 - sqrt(f1).
std::vector<double> zdt1(std::span<const double> x) {
  const double rest = std::accumulate(x.begin() + 1, x.end(), 0.0) / static_cast<double>(x.size() - 1);
  const double g = 1 + 9 * rest;
  return {x[0], g * (1 - std::sqrt(x[0] / g))};
}

/// Schaffer's first problem on [-10, 10]: sqrt(f1) + sqrt(f2) = 2 between 0 and 2.
double schaffer_x(std::span<const double> unit) { return -10 + 20 * unit[0]; }
std::vector<double> schaffer(std::span<const double> unit) {
  const double x = schaffer_x(unit);
  return {x * x, (x - 2) * (x - 2)};
}

TEST(Nsga2, ReachesTheFrontOfZdt1AndSpreadsOverIt) {
  const std::vector<Costs> costs = found(zdt1, start_of(30, 100, 250));
  std::vector<double> first;
  for (const Costs& one : costs) {
    EXPECT_NEAR(one[1], 1 - std::sqrt(one[0]), 0.02);
    first.push_back(one[0]);
  }
  std::sort(first.begin(), first.end());
  EXPECT_LT(first.front(), 0.01);
  EXPECT_GT(first.back(), 0.98);
  for (std::size_t i = 1; i < first.size(); ++i) EXPECT_LT(first[i] - first[i - 1], 0.06);
}

TEST(Nsga2, ReachesTheFrontOfSchaffer) {
  std::vector<double> roots;
  for (const Costs& one : found(schaffer, start_of(1, 40, 60))) {
    EXPECT_NEAR(std::sqrt(one[0]) + std::sqrt(one[1]), 2, 0.01);
    roots.push_back(std::sqrt(one[0]));
  }
  EXPECT_LT(*std::min_element(roots.begin(), roots.end()), 0.1);
  EXPECT_GT(*std::max_element(roots.begin(), roots.end()), 1.9);
}

/// The same with x >= 1.2: half of the front is forbidden, and its bound is where the best f1 lies.
TEST(Nsga2, ConstraintDominationKeepsToTheFeasiblePartOfAFront) {
  SearchOutline outline;
  outline.objectives = {{0, Direction::Minimise, {}}, {1, Direction::Minimise, {}}};
  const Problem2 penalised = [&](std::span<const double> unit) {
    Judgement judgement{schaffer(unit), std::max(0.0, 1.2 - schaffer_x(unit))};
    return fitness_of(outline, judgement);
  };
  double least = std::numeric_limits<double>::infinity();
  for (const Costs& one : found(penalised, start_of(1, 40, 60))) {
    ASSERT_LT(one[0], 1e9) << "a point that breaks the limit is left";
    EXPECT_GE(std::sqrt(one[0]), 1.2);
    EXPECT_LE(std::sqrt(one[0]), 2 + 0.01);
    least = std::min(least, std::sqrt(one[0]));
  }
  EXPECT_NEAR(least, 1.2, 0.02);
}

TEST(Nsga2, IsAFunctionOfItsStart) {
  const auto last = [](std::uint64_t seed) {
    return nsga2(start_of(5, 12, 10, seed), batch_of(zdt1, 5)).value();
  };
  EXPECT_EQ(last(3), last(3));
  EXPECT_NE(last(3), last(4));
}

TEST(Nsga2, EveryGenerationIsParentsAndChildren) {
  std::size_t evaluations = 0;
  ASSERT_TRUE(nsga2(start_of(5, 12, 10), batch_of(zdt1, 5, &evaluations)).has_value());
  EXPECT_EQ(evaluations, 2U * 12 * 10);
}

TEST(Nsga2, StopsWhenItIsToldTo) {
  int batches = 0;
  const auto last = nsga2(start_of(5, 12, 10), [&](std::span<const double>, std::span<double> fitness) {
    std::fill(fitness.begin(), fitness.end(), 0.0);
    return ++batches < 3;
  });
  EXPECT_FALSE(last.has_value());
  EXPECT_EQ(batches, 3);
}

TEST(Nsga2, WhatAnEvaluationThrowsComesOut) {
  const auto search = [] {
    return nsga2(start_of(5, 12, 10), [](std::span<const double>, std::span<double>) -> bool {
      throw std::runtime_error("the disk is full");
    });
  };
  EXPECT_THROW(static_cast<void>(search()), std::runtime_error);
}

TEST(Front, KeepsWhatNothingDominatesAndOfEqualsTheFirst) {
  const std::vector<Costs> points = {{1, 4}, {2, 2}, {2, 2}, {3, 3}, {4, 1}, {4, 2}};
  EXPECT_EQ(non_dominated(points), (std::vector<std::size_t>{0, 1, 4}));
  EXPECT_TRUE(dominates({1, 1}, {1, 2}));
  EXPECT_FALSE(dominates({1, 1}, {1, 1}));
  EXPECT_FALSE(dominates({1, std::nan("")}, {2, 2}));
}

TEST(Front, ThinsTheDensestPlacesFirst) {
  const std::vector<Costs> points = {{0, 10}, {1, 9}, {1.5, 8.5}, {5, 5}, {10, 0}};
  EXPECT_EQ(spread_out(points, {0, 1, 2, 3, 4}, 4), (std::vector<std::size_t>{0, 2, 3, 4}));
  EXPECT_EQ(spread_out(points, {0, 1, 2, 3, 4}, 3), (std::vector<std::size_t>{0, 3, 4}));
  EXPECT_EQ(spread_out(points, {0, 1, 2, 3, 4}, 9), (std::vector<std::size_t>{0, 1, 2, 3, 4}));
}

TEST(Front, AreaGrowsWithTheFront) {
  // Of the sixteen cells between (0, 0) and (4, 4) the ends dominate none, (2, 2) four, (3, 3) no further
  // one, (1, 2) two more and (2, 1) two more.
  const std::vector<Costs> points = {{0, 4}, {4, 0}, {2, 2}, {3, 3}, {1, 2}, {2, 1}, {9, 9}};
  const std::vector<double> areas = dominated_areas(points);
  EXPECT_EQ(areas, (std::vector<double>{0, 0, 0.5, 0.5, 0.75, 1, 1}));
  EXPECT_TRUE(dominated_areas({}).empty());
  EXPECT_EQ(dominated_areas({{1, 1}}), (std::vector<double>{1}));
}

}  // namespace
}  // namespace park::study
