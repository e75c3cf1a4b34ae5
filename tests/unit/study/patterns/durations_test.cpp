// SPDX-License-Identifier: MIT
#include "study/patterns/durations.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "study/patterns/pooled.hpp"

namespace park::study {
namespace {

DurationCounts durations(std::initializer_list<int> ended, std::initializer_list<int> censored) {
  DurationCounts counts;
  for (const int months : ended) counts.add(months, true);
  for (const int months : censored) counts.add(months, false);
  return counts;
}

TEST(WaitingQuantile, IsTheMedianWhereAllEnd) {
  EXPECT_EQ(waiting_quantile(durations({2, 4, 6}, {}), 0.5), 4);
  // Two of four have ended at 4: no more than half still wait.
  EXPECT_EQ(waiting_quantile(durations({2, 4, 6, 8}, {}), 0.5), 4);
}

TEST(WaitingQuantile, CensoredOnesLeaveTheRiskSetAfterTheirMonth) {
  // By hand: 5 at risk, one ends at 2 (4/5 left), one leaves at 3, one of 3 ends at 5 (8/15 left), one of 2
  // ends at 7 (4/15 left).
  EXPECT_EQ(waiting_quantile(durations({2, 5, 7}, {3, 9}), 0.5), 7);
  // Leaving in the month in which another ends counts as at risk then: 3/4, then 3/8 at month 5.
  EXPECT_EQ(waiting_quantile(durations({2, 5}, {2, 9}), 0.5), 5);
}

TEST(WaitingQuantile, IsInfiniteWhereCensoringHidesItAndNotANumberWithoutDurations) {
  EXPECT_TRUE(std::isinf(waiting_quantile(durations({2}, {3, 3, 3}), 0.5)));
  EXPECT_TRUE(std::isnan(waiting_quantile(DurationCounts{}, 0.5)));
}

TEST(DurationCounts, AddsWeightedRuns) {
  DurationCounts pooled;
  pooled.add(durations({1}, {4}), 2);
  pooled.add(durations({3}, {}), 1);
  EXPECT_EQ(pooled.ended, (std::vector<double>{0, 2, 0, 1, 0}));
  EXPECT_EQ(pooled.censored, (std::vector<double>{0, 0, 0, 0, 2}));
}

TEST(PooledValue, IntervalOfAMeanIsThatOfItsStandardError) {
  // 200 runs, half 0 and half 1: standard error 0.0354.
  const auto mean = [](RunWeights weights) {
    double sum = 0;
    double all = 0;
    for (std::size_t r = 0; r < weights.size(); ++r) {
      sum += weights[r] * static_cast<double>(r % 2);
      all += weights[r];
    }
    return sum / all;
  };
  const PooledValue value = pooled_value(200, 7, mean);
  EXPECT_EQ(value.value, 0.5);
  EXPECT_NEAR(value.lo, 0.5 - 1.96 * 0.0354, 0.015);
  EXPECT_NEAR(value.hi, 0.5 + 1.96 * 0.0354, 0.015);
  const PooledValue again = pooled_value(200, 7, mean);
  EXPECT_EQ(again.lo, value.lo);
  EXPECT_TRUE(std::isnan(pooled_value(1, 7, mean).lo));
  EXPECT_TRUE(std::isnan(pooled_value(0, 7, mean).value));
}

}  // namespace
}  // namespace park::study
