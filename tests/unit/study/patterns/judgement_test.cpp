// SPDX-License-Identifier: MIT
#include "study/patterns/judgement.hpp"

#include <gtest/gtest.h>

namespace park::study {
namespace {

Pattern band(double low, double high) {
  Pattern pattern;
  pattern.id = "p";
  pattern.low = low;
  pattern.high = high;
  return pattern;
}

PatternReading reading_of(double value) {
  PatternReading reading;
  reading.value = value;
  return reading;
}

PatternResult judged(double low, double high, PatternStatistic statistic,
                     const std::vector<PatternReading>& readings) {
  return judge(band(low, high), "baseline", statistic, readings, 1);
}

TEST(PatternJudgement, HoldsTheMeanOfRunsAgainstTheBandEndsIncluded) {
  const std::vector<PatternReading> readings = {reading_of(1), reading_of(3)};
  EXPECT_TRUE(judged(2, 5, PatternStatistic::MeanOfRuns, readings).holds);
  EXPECT_FALSE(judged(2.1, 5, PatternStatistic::MeanOfRuns, readings).holds);
  EXPECT_FALSE(judged(0, 5, PatternStatistic::MeanOfRuns, {PatternReading{}}).holds) << "no value at all";
}

TEST(PatternJudgement, EveryYearMustLieInTheBand) {
  PatternReading first;
  first.by_year = {{8, 10}, {0, 0}};
  PatternReading second;
  second.by_year = {{1, 10}, {27, 30}};  // years: 9/20 and 27/30
  const auto wide = judged(0.4, 0.95, PatternStatistic::EveryYear, {first, second});
  EXPECT_DOUBLE_EQ(wide.least.value(), 0.45);
  EXPECT_DOUBLE_EQ(wide.greatest.value(), 0.9);
  EXPECT_TRUE(wide.holds);
  EXPECT_FALSE(judged(0.5, 0.95, PatternStatistic::EveryYear, {first, second}).holds);
  EXPECT_FALSE(judged(0.4, 0.85, PatternStatistic::EveryYear, {first, second}).holds);
}

TEST(PatternJudgement, PoolsRatiosAndGapsByTheirSums) {
  PatternReading first;
  first.groups = {GroupSum{30, 3}, GroupSum{40, 2}};
  PatternReading second;
  second.groups = {GroupSum{10, 1}, GroupSum{0, 0}};
  EXPECT_DOUBLE_EQ(judged(0, 2, PatternStatistic::PooledRatio, {first, second}).value.mean, 1.0);
  EXPECT_DOUBLE_EQ(judged(-60, 0, PatternStatistic::PooledGap, {first, second}).value.mean, -10.0);
}

TEST(PatternJudgement, UpperBoundOfAGapMustLieInTheBand) {
  std::vector<PatternReading> readings(8);
  for (std::size_t r = 0; r < readings.size(); ++r) {
    const double month = r % 2 == 0 ? 0 : 30;
    readings[r].groups = {GroupSum{month, 1}, GroupSum{20, 1}};
  }
  const auto result = judged(-60, 0, PatternStatistic::PooledGap, readings);
  EXPECT_DOUBLE_EQ(result.value.mean, -5.0);
  EXPECT_GT(result.value.hi, 0);
  EXPECT_FALSE(result.holds) << "the mean alone is not enough";
}

TEST(PatternJudgement, ALongTailMissesThoughTheMedianHolds) {
  PatternReading reading;
  for (int i = 0; i < 9; ++i) reading.durations.add(10, true);
  reading.durations.add(70, true);
  EXPECT_TRUE(judged(8, 26, PatternStatistic::PooledMedian, {reading, reading}).holds);
  const auto tail = judged(8, 26, PatternStatistic::PooledMedianShort, {reading, reading});
  EXPECT_EQ(tail.value.mean, 10);
  EXPECT_EQ(tail.p95.value(), 70);
  EXPECT_FALSE(tail.holds);
}

}  // namespace
}  // namespace park::study
