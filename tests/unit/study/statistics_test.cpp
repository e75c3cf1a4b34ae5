// SPDX-License-Identifier: MIT
#include "study/statistics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/no_value.hpp"
#include "core/random.hpp"

namespace park::study {
namespace {

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
  const std::vector<double> values = {no_value, 2, std::numeric_limits<double>::infinity(), 4};
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
  const std::vector<double> values = {12, 23, 31, no_value, 5};
  const std::vector<double> reference = {10, 20, 30, 40, no_value};
  const Difference d = difference(values, reference);
  EXPECT_DOUBLE_EQ(d.mean, 2);
  EXPECT_EQ(d.n, 3U);
  // Differences 2, 3, 1: standard error 1 / sqrt(3), t(2) = 4.302653.
  EXPECT_NEAR(d.hi - d.mean, 4.302653 / std::sqrt(3.0), 1e-5);
  EXPECT_NEAR(d.mean - d.lo, d.hi - d.mean, 1e-12);
}

/// Type 7 of sorted values, plainly.
double quantile(std::vector<double> values, double probability) {
  std::sort(values.begin(), values.end());
  const double position = probability * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::size_t>(position);
  const double weight = position - static_cast<double>(below);
  return weight > 0 ? values[below] + weight * (values[below + 1] - values[below]) : values[below];
}

TEST(Statistics, QuantilesOfAnySampleAreThoseOfTheSortedOne) {
  RandomStream stream(11, Draw::Choice, 0);
  const std::vector<double (*)(double)> shapes = {
      [](double u) { return u; },                        // even
      [](double u) { return std::exp(40 * u); },         // a few giants
      [](double u) { return std::floor(4 * u); },        // ties
      [](double u) { return u < 0.9 ? 0.0 : 1.0; },      // mostly nothing
      [](double u) { return (2 * u - 1) * 1.7e308; },    // a range beyond a double
      [](double u) { return 1 + u * 1e-15; },            // neighbours
      [](double u) { return u < 0.5 ? 5e-324 : 0.0; }};  // too small for a scale
  for (std::size_t n = 1; n < 120; ++n) {
    for (const auto& shape : shapes) {
      std::vector<double> values;
      for (std::size_t i = 0; i < n; ++i) values.push_back(shape(stream.uniform()));
      const Summary s = summarise(values);
      const std::vector<std::pair<double, double>> found = {{0.025, s.p025}, {0.05, s.p05}, {0.125, s.p125},
                                                            {0.25, s.p25},   {0.5, s.p50},  {0.75, s.p75},
                                                            {0.875, s.p875}, {0.95, s.p95}, {0.975, s.p975}};
      for (const auto& [probability, value] : found) ASSERT_EQ(value, quantile(values, probability)) << n;
    }
  }
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
