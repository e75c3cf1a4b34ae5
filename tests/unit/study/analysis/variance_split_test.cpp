// SPDX-License-Identifier: MIT
#include "study/analysis/variance_split.hpp"

#include <gtest/gtest.h>

#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <vector>

#include "core/no_value.hpp"
#include "core/random.hpp"

namespace park::study {
namespace {

struct Runs {
  std::vector<std::size_t> points;
  std::vector<std::uint64_t> seeds;
  std::vector<double> y;
};

/// y = 2 p + b + e with standard normal p by point, b by seed (own or common), e by run; noise of point i
/// doubled where i is odd.
Runs drawn(std::uint64_t number, std::size_t points, std::size_t replications, bool has_common_seeds) {
  RandomStream stream{number, Draw::Resample, 3};
  boost::random::normal_distribution<double> normal;
  std::vector<double> by_seed(replications);
  for (double& value : by_seed) value = normal(stream);
  Runs runs;
  for (std::size_t p = 0; p < points; ++p) {
    const double mean = 2 * normal(stream);
    for (std::size_t r = 0; r < replications; ++r) {
      runs.points.push_back(p);
      runs.seeds.push_back(has_common_seeds ? r : runs.seeds.size());
      const double shock = has_common_seeds ? by_seed[r] : normal(stream);
      runs.y.push_back(mean + shock + normal(stream) * (p % 2 == 1 ? 2 : 1));
    }
  }
  return runs;
}

TEST(VarianceSplit, OwnSeedsByHand) {
  // Means 2 and 6 vary by 8; within the points 2 and 2; so the parameters' is 8 - 2/2 = 7.
  const std::vector<std::size_t> points = {0, 0, 1, 1};
  const auto split = split_variance(points, {}, std::vector<double>{1, 3, 5, 7});
  ASSERT_TRUE(split);
  EXPECT_DOUBLE_EQ(split->parameters_variance, 7);
  EXPECT_DOUBLE_EQ(split->seeds_variance, 2);
  EXPECT_DOUBLE_EQ(split->parameters.value, 7.0 / 9);
  EXPECT_DOUBLE_EQ(split->seeds.value, 2.0 / 9);
  EXPECT_FALSE(split->has_common_seeds);
  EXPECT_TRUE(std::isnan(split->shared_seeds));
  EXPECT_TRUE(std::isnan(split->parameters.lo));
}

TEST(VarianceSplit, CommonSeedsByHand) {
  // The same values, but the seeds shift both points alike: nothing of the noise is left in the means.
  const std::vector<std::size_t> points = {0, 0, 1, 1};
  const std::vector<std::uint64_t> seeds = {8, 9, 8, 9};
  const auto split = split_variance(points, seeds, std::vector<double>{1, 3, 5, 7});
  ASSERT_TRUE(split);
  EXPECT_TRUE(split->has_common_seeds);
  EXPECT_DOUBLE_EQ(split->parameters_variance, 8);
  EXPECT_DOUBLE_EQ(split->seeds_variance, 2);
  EXPECT_DOUBLE_EQ(split->shared_seeds, 0.2);
}

TEST(VarianceSplit, IsUnbiasedInSmallDesigns) {
  // True: parameters 4, seeds 1 + (1 + 4) / 2 = 3.5.
  constexpr std::uint64_t repeats = 4000;
  for (const bool has_common_seeds : {false, true}) {
    double parameters = 0, seeds = 0, squares = 0;
    for (std::uint64_t k = 0; k < repeats; ++k) {
      const Runs runs = drawn(k, 10, 2, has_common_seeds);
      const auto split = split_variance(runs.points, runs.seeds, runs.y);
      ASSERT_TRUE(split);
      parameters += split->parameters_variance / repeats;
      seeds += split->seeds_variance / repeats;
      squares += std::pow(split->parameters_variance - 4, 2) / repeats;
    }
    const double bound = 4 * std::sqrt(squares / repeats);
    EXPECT_LT(bound, 0.25);  // less than what the seeds would add to the means uncorrected
    EXPECT_NEAR(parameters, 4, bound) << has_common_seeds;
    EXPECT_NEAR(seeds, 3.5, bound) << has_common_seeds;
  }
}

TEST(VarianceSplit, IntervalsHoldTheTruth) {
  constexpr std::uint64_t repeats = 300;
  for (const bool has_common_seeds : {false, true}) {
    std::size_t held = 0;
    for (std::uint64_t k = 0; k < repeats; ++k) {
      const Runs runs = drawn(50000 + k, 60, 8, has_common_seeds);
      const auto split = split_variance(runs.points, runs.seeds, runs.y);
      ASSERT_TRUE(split);
      held += split->parameters.lo <= 4 / 7.5 && 4 / 7.5 <= split->parameters.hi ? 1U : 0U;
    }
    EXPECT_GE(static_cast<double>(held) / repeats, 0.90) << has_common_seeds;
    EXPECT_LE(static_cast<double>(held) / repeats, 0.995) << has_common_seeds;
  }
}

TEST(VarianceSplit, WithoutReplicationsThereIsNone) {
  const std::vector<std::size_t> points = {0, 1, 2};
  EXPECT_FALSE(split_variance(points, {}, std::vector<double>{1, 2, 3}));
  const std::vector<std::size_t> replicated = {0, 0, 1, 1};
  EXPECT_FALSE(split_variance(replicated, {}, std::vector<double>{1, 2, no_value, 3}));
}

TEST(VarianceSplit, APointWithoutAllCommonSeedsDoesNotCount) {
  const std::vector<std::size_t> points = {0, 0, 1, 1, 2, 2};
  const std::vector<std::uint64_t> seeds = {8, 9, 8, 9, 8, 9};
  const auto split = split_variance(points, seeds, std::vector<double>{1, 3, 5, 7, 100, no_value});
  ASSERT_TRUE(split);
  EXPECT_EQ(split->points, 2U);
  EXPECT_DOUBLE_EQ(split->parameters_variance, 8);
}

}  // namespace
}  // namespace park::study
