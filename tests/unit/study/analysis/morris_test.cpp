// SPDX-License-Identifier: MIT
#include "study/analysis/morris.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/no_value.hpp"
#include "core/random.hpp"

namespace park::study {
namespace {

std::vector<double> product_and_sum(const std::vector<double>& unit, double (*f)(double, double)) {
  std::vector<double> y;
  for (std::size_t i = 0; i < unit.size(); i += 2) y.push_back(f(unit[i], unit[i + 1]));
  return y;
}

const std::vector<double> two_trajectories = {0, 0, 0.5, 0, 0.5, 0.5, /**/ 1, 1, 1, 0.5, 0.5, 0.5};

TEST(Morris, ALinearFunctionHasItsSlopesAndNoSpread) {
  const auto y = product_and_sum(two_trajectories, [](double a, double b) { return 2 * a - 3 * b; });
  const auto indices = morris_indices(two_trajectories, 2, y, {});
  EXPECT_DOUBLE_EQ(indices[0].mu_star.value, 2);
  EXPECT_DOUBLE_EQ(indices[0].mu, 2);
  EXPECT_DOUBLE_EQ(indices[0].sigma.value, 0);
  EXPECT_DOUBLE_EQ(indices[0].mu_star.lo, 2);
  EXPECT_DOUBLE_EQ(indices[0].mu_star.hi, 2);
  EXPECT_DOUBLE_EQ(indices[1].mu_star.value, 3);
  EXPECT_DOUBLE_EQ(indices[1].mu, -3);
}

TEST(Morris, AProductWorkedByHand) {
  // y = 0, 0, 0.25 and 1, 0.5, 0.25. Effects of a: (0-0)/0.5 = 0, (0.25-0.5)/-0.5 = 0.5;
  // of b: (0.25-0)/0.5 = 0.5, (0.5-1)/-0.5 = 1.
  const auto y = product_and_sum(two_trajectories, [](double a, double b) { return a * b; });
  const auto indices = morris_indices(two_trajectories, 2, y, {});
  EXPECT_DOUBLE_EQ(indices[0].mu_star.value, 0.25);
  EXPECT_DOUBLE_EQ(indices[0].sigma.value, std::sqrt(0.125));
  EXPECT_DOUBLE_EQ(indices[1].mu_star.value, 0.75);
  EXPECT_DOUBLE_EQ(indices[1].sigma.value, std::sqrt(0.125));
}

// Saltelli et al. (2008), Global Sensitivity Analysis: The Primer, exercise 4 of chapter 3, solution on page
// 138; the numbers also stand in SALib's test_analyze_morris.py: mu 0.66 and 0.21, mu* 1.62 and 0.35,
// sigma 1.79 and 0.41. Its outputs are printed
// rounded, so the last digit may differ.
TEST(Morris, ThePrimersExercise) {
  const double t = 1.0 / 3;
  const std::vector<double> unit = {0,     t, 0,     1,     2 * t, 1,     0, t,     2 * t, t, 2 * t, 1,
                                    2 * t, 0, 2 * t, 2 * t, 0,     2 * t, t, 1,     1,     1, 1,     t,
                                    t,     1, t,     t,     1,     t,     t, 2 * t, t,     0, 1,     0};
  const std::vector<double> y = {0.97, 0.71, 2.39, 0.97, 2.30, 2.39, 1.87, 2.40, 0.87,
                                 2.15, 1.71, 1.54, 2.15, 2.17, 1.54, 2.20, 1.87, 1.0};
  const auto indices = morris_indices(unit, 2, y, {1000, 1});
  EXPECT_NEAR(indices[0].mu, 0.66, 0.011);
  EXPECT_NEAR(indices[1].mu, 0.21, 0.011);
  EXPECT_NEAR(indices[0].mu_star.value, 1.62, 0.005);
  EXPECT_NEAR(indices[1].mu_star.value, 0.35, 0.005);
  EXPECT_NEAR(indices[0].sigma.value, 1.79, 0.005);
  EXPECT_NEAR(indices[1].sigma.value, 0.41, 0.005);
  // Six effects of sizes 0.66 to 2.52: standard error 0.31, t(5) = 2.57, so the interval is about +-0.8.
  EXPECT_NEAR((indices[0].mu_star.hi - indices[0].mu_star.lo) / 2, 0.8, 0.15);
}

TEST(Morris, AStarIsReadAsAStar) {
  const std::vector<double> star = {0.5, 0.5, 1, 0.5, 0.5, 0};
  const MorrisBlock block = morris_block(star, 2);
  ASSERT_FALSE(block.spoiled_at);
  EXPECT_EQ(block.steps[1].from, 0U);
  const auto y = product_and_sum(star, [](double a, double b) { return 2 * a - 3 * b; });
  EXPECT_DOUBLE_EQ(morris_indices(star, 2, y, {})[1].mu, -3);
}

TEST(Morris, ABlockThatIsNeitherNamesThePoint) {
  EXPECT_EQ(morris_block(std::vector<double>{0, 0, 1, 0, 0, 0}, 2).spoiled_at, 2U);
  EXPECT_EQ(morris_block(std::vector<double>{0, 0, 1, 1, 0, 1}, 2).spoiled_at, 1U);
}

TEST(Morris, AnEffectWithAMissingEndDoesNotCount) {
  auto y = product_and_sum(two_trajectories, [](double a, double b) { return a * b; });
  y[1] = no_value;  // both effects of the first trajectory end or begin there
  const auto indices = morris_indices(two_trajectories, 2, y, {});
  EXPECT_EQ(indices[0].effects, 1U);
  EXPECT_DOUBLE_EQ(indices[0].mu_star.value, 0.5);
  EXPECT_TRUE(std::isnan(indices[0].mu_star.lo));
  EXPECT_TRUE(std::isnan(indices[0].sigma.value));
  for (double& value : y) value = no_value;
  EXPECT_EQ(morris_indices(two_trajectories, 2, y, {})[0].effects, 0U);
}

TEST(Morris, IntervalsHoldTheTruthAsOftenAsTheySay) {
  // One factor, effects uniform in (0, 1): mu* is 0.5.
  constexpr std::uint64_t repeats = 2000;
  constexpr std::size_t blocks = 10;
  std::size_t held = 0;
  for (std::uint64_t repeat = 0; repeat < repeats; ++repeat) {
    RandomStream stream{repeat, Draw::Resample, 7};
    std::vector<double> unit;
    std::vector<double> y;
    for (std::size_t b = 0; b < blocks; ++b) {
      unit.insert(unit.end(), {0, 1});
      y.insert(y.end(), {0, stream.uniform()});
    }
    const Estimate mu_star = morris_indices(unit, 1, y, {500, repeat}).front().mu_star;
    held += mu_star.lo <= 0.5 && 0.5 <= mu_star.hi ? 1U : 0U;
  }
  // 0.95 with a standard error of 0.005; percentiles that are not moved outward hold it less often than 0.92.
  EXPECT_NEAR(static_cast<double>(held) / repeats, 0.95, 0.02);
}

}  // namespace
}  // namespace park::study
