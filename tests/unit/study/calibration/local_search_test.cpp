// SPDX-License-Identifier: MIT
#include "study/calibration/local_search.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace park::study {
namespace {

double bowl(const std::vector<double>& point) {
  double sum = 0.01;
  for (std::size_t i = 0; i < point.size(); ++i) {
    const double off = point[i] - (i == 0 ? 0.3 : 0.8);
    sum += off * off;
  }
  return sum;
}

TEST(LocalSearch, FindsTheBottomOfABowlInOneAndInThreeDimensions) {
  for (const std::size_t dimensions : {std::size_t{1}, std::size_t{3}}) {
    const auto result = search_locally(std::vector<double>(dimensions, 0.9), 120, 1, &bowl);
    EXPECT_TRUE(result.is_complete);
    EXPECT_EQ(result.evaluations, 120);
    EXPECT_NEAR(result.best[0], 0.3, 0.02);
    EXPECT_LT(result.objective, 0.0105);
  }
}

TEST(LocalSearch, StaysInTheCubeAndStopsAtZero) {
  int calls = 0;
  const auto result = search_locally({0.9, 0.9}, 500, 1, [&](const std::vector<double>& point) {
    ++calls;
    for (const double x : point) EXPECT_TRUE(x >= 0 && x <= 1);
    return std::optional(std::max(0.0, point[0] + point[1] - 0.2));
  });
  EXPECT_EQ(result.objective, 0);
  EXPECT_EQ(result.evaluations, calls);
  EXPECT_LT(calls, 500);
}

TEST(LocalSearch, BeginsAnewElsewhereWhenItIsStuckOnAPlateau) {
  // A descent from 0.9 sees only the plateau; the hole is narrow and far away.
  const auto hole = [](const std::vector<double>& point) {
    return std::optional(point[0] < 0.3 ? 0.1 + point[0] : 1.0);
  };
  EXPECT_LT(search_locally({0.9, 0.9}, 200, 1, hole).objective, 0.5);
}

TEST(LocalSearch, KeepsTheBestWhenToldToStop) {
  int left = 5;
  const auto result = search_locally({0.9, 0.9}, 500, 1, [&](const std::vector<double>& point) {
    return left-- > 0 ? std::optional(bowl(point)) : std::nullopt;
  });
  EXPECT_FALSE(result.is_complete);
  EXPECT_EQ(result.evaluations, 5);
  EXPECT_LT(result.objective, bowl({0.9, 0.9}) + 1e-12);
}

TEST(LocalSearch, PassesOnWhatTheObjectiveThrows) {
  const auto fails = [](const std::vector<double>&) -> std::optional<double> {
    throw std::runtime_error("disk full");
  };
  EXPECT_THROW(static_cast<void>(search_locally({0.5, 0.5}, 10, 1, fails)), std::runtime_error);
}

}  // namespace
}  // namespace park::study
