// SPDX-License-Identifier: MIT
#include "study/statistics.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace park::study {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(Statistics, QuantileOfStudentsTIsThatOfTheTables) {
  EXPECT_NEAR(t_975(1), 12.706, 5e-4);
  EXPECT_NEAR(t_975(4), 2.776, 5e-4);
  EXPECT_NEAR(t_975(63), 1.998, 5e-4);
  EXPECT_NEAR(t_975(1000000), 1.960, 5e-4);
}

TEST(Statistics, SummaryOfFiveNumbersByHand) {
  const std::vector<double> values = {5, 1, 4, 2, 3};
  const Summary s = summarise(values);
  EXPECT_DOUBLE_EQ(s.mean, 3);
  // Standard deviation sqrt(2.5), standard error sqrt(0.5), t(4) = 2.7764.
  EXPECT_NEAR(s.lo, 3 - 2.776445 * std::sqrt(0.5), 1e-5);
  EXPECT_NEAR(s.hi, 3 + 2.776445 * std::sqrt(0.5), 1e-5);
  EXPECT_DOUBLE_EQ(s.p05, 1.2);  // type 7: 0.05 * 4 = 0.2 between 1 and 2
  EXPECT_DOUBLE_EQ(s.p50, 3);
  EXPECT_DOUBLE_EQ(s.p95, 4.8);
  EXPECT_EQ(s.n, 5U);
}

TEST(Statistics, ValuesThatAreNotThereDoNotCount) {
  const std::vector<double> values = {none, 2, std::numeric_limits<double>::infinity(), 4};
  const Summary s = summarise(values);
  EXPECT_DOUBLE_EQ(s.mean, 3);
  EXPECT_EQ(s.n, 2U);
}

TEST(Statistics, OneValueHasNoInterval) {
  const std::vector<double> values = {7};
  const Summary s = summarise(values);
  EXPECT_DOUBLE_EQ(s.mean, 7);
  EXPECT_DOUBLE_EQ(s.p05, 7);
  EXPECT_DOUBLE_EQ(s.p95, 7);
  EXPECT_TRUE(std::isnan(s.lo));
  EXPECT_TRUE(std::isnan(s.hi));
  EXPECT_EQ(s.n, 1U);
}

TEST(Statistics, NothingHasNoMean) {
  const Summary s = summarise({});
  EXPECT_TRUE(std::isnan(s.mean));
  EXPECT_TRUE(std::isnan(s.p50));
  EXPECT_EQ(s.n, 0U);
}

TEST(Statistics, DifferenceIsPaired) {
  const std::vector<double> values = {12, 23, 31, none, 5};
  const std::vector<double> reference = {10, 20, 30, 40, none};
  const Difference d = difference(values, reference);
  EXPECT_DOUBLE_EQ(d.mean, 2);
  EXPECT_EQ(d.n, 3U);
  // Differences 2, 3, 1: standard error 1 / sqrt(3), t(2) = 4.302653.
  EXPECT_NEAR(d.hi - d.mean, 4.302653 / std::sqrt(3.0), 1e-5);
  EXPECT_NEAR(d.mean - d.lo, d.hi - d.mean, 1e-12);
}

TEST(Statistics, QuantilesDoNotDependOnTheOrder) {
  std::vector<double> rising, mixed;
  for (int i = 0; i < 101; ++i) {
    rising.push_back(i);
    mixed.push_back((i * 37) % 101);
  }
  const Summary a = summarise(rising);
  const Summary b = summarise(mixed);
  EXPECT_DOUBLE_EQ(a.p05, 5);
  EXPECT_DOUBLE_EQ(a.p95, 95);
  EXPECT_DOUBLE_EQ(a.p05, b.p05);
  EXPECT_DOUBLE_EQ(a.p50, b.p50);
  EXPECT_DOUBLE_EQ(a.p95, b.p95);
}

}  // namespace
}  // namespace park::study
