// SPDX-License-Identifier: MIT
#include "study/analysis/resampling.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace park::study {
namespace {

TEST(Resampling, DrawsAsManyAsThereAreAndDiffersByNumberAndUse) {
  std::vector<std::uint32_t> a;
  std::vector<std::uint32_t> b;
  draw_counts(a, 100, {}, ResampleUse::Morris, 0);
  EXPECT_EQ(std::accumulate(a.begin(), a.end(), 0U), 100U);
  draw_counts(b, 100, {}, ResampleUse::Morris, 0);
  EXPECT_EQ(a, b);
  draw_counts(b, 100, {}, ResampleUse::Morris, 1);
  EXPECT_NE(a, b);
  draw_counts(b, 100, {}, ResampleUse::Pawn, 0);
  EXPECT_NE(a, b);
}

TEST(Resampling, APermutationHoldsEachOnce) {
  std::vector<std::size_t> order;
  draw_permutation(order, 50, {}, ResampleUse::PawnDummy, 3);
  EXPECT_FALSE(std::is_sorted(order.begin(), order.end()));
  std::sort(order.begin(), order.end());
  for (std::size_t i = 0; i < order.size(); ++i) EXPECT_EQ(order[i], i);
}

TEST(Resampling, PercentilesAreMovedOutwardForFewUnits) {
  std::vector<double> resampled(1001);
  std::iota(resampled.begin(), resampled.end(), 0.0);
  // Ten units: sqrt(10/9) * t(9) = 1.05409 * 2.26216 = 2.38452, below which 0.855 % of a normal lie.
  const Estimate few = percentile_estimate(500, resampled, 10);
  EXPECT_NEAR(few.lo, 8.55, 0.02);
  EXPECT_NEAR(few.hi, 991.45, 0.02);
  const Estimate many = percentile_estimate(500, resampled, 1'000'000);
  EXPECT_NEAR(many.lo, 25, 0.02);
  EXPECT_TRUE(std::isnan(percentile_estimate(500, resampled, 1).lo));
}

TEST(Resampling, NormalIntervalByHand) {
  const std::vector<double> resampled = {1, 3};  // standard deviation sqrt(2)
  const Estimate estimate = normal_estimate(5, resampled);
  EXPECT_NEAR(estimate.hi - 5, 1.959964 * std::sqrt(2.0), 1e-6);
  EXPECT_NEAR(5 - estimate.lo, 1.959964 * std::sqrt(2.0), 1e-6);
}

}  // namespace
}  // namespace park::study
