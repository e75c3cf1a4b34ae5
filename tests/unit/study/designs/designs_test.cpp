// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "study/designs/design.hpp"

namespace park::study {
namespace {

std::vector<StudyFactor> factors(std::size_t count) {
  std::vector<StudyFactor> result;
  for (std::size_t i = 0; i < count; ++i) result.push_back({"f" + std::to_string(i), uniform(0, 1)});
  return result;
}

std::vector<double> point(const Design& design, std::uint64_t index, std::size_t width) {
  std::vector<double> units(width);
  design.point(index, units);
  return units;
}

TEST(Designs, MorrisMovesEachFactorOnceByHalfTheGrid) {
  constexpr std::size_t d = 7;
  constexpr std::size_t levels = 6;
  const double step = 3.0 / 5.0;
  const auto design = morris(d, 40, levels, 11);
  ASSERT_EQ(design->size(), 40 * (d + 1));
  std::set<std::vector<std::size_t>> orders;
  std::set<double> seen;
  int rises = 0;
  for (std::uint64_t t = 0; t < 40; ++t) {
    std::vector<std::size_t> order;
    for (std::size_t j = 0; j <= d; ++j) {
      const auto here = point(*design, t * (d + 1) + j, d);
      for (const double unit : here) {
        EXPECT_NEAR(unit * 5, std::round(unit * 5), 1e-12);
        seen.insert(std::round(unit * 5));
      }
      if (j == 0) continue;
      const auto before = point(*design, t * (d + 1) + j - 1, d);
      for (std::size_t f = 0; f < d; ++f) {
        if (here[f] == before[f]) continue;
        order.push_back(f);
        EXPECT_NEAR(std::abs(here[f] - before[f]), step, 1e-12);
        rises += here[f] > before[f] ? 1 : 0;
      }
    }
    std::vector<std::size_t> sorted = order;
    std::sort(sorted.begin(), sorted.end());
    ASSERT_EQ(sorted, (std::vector<std::size_t>{0, 1, 2, 3, 4, 5, 6}));
    orders.insert(order);
  }
  EXPECT_EQ(seen.size(), levels);  // every level is visited
  EXPECT_GT(orders.size(), 35U);   // and the order is drawn anew
  // 280 moves, half of them up: four standard errors are 33.
  EXPECT_NEAR(rises, 140, 33);
}

TEST(Designs, SobolRowsStandInSaltellisOrder) {
  constexpr std::size_t d = 5;
  const auto design = sobol(d, 64, 3);
  ASSERT_EQ(design->size(), 64 * (d + 2));
  for (std::uint64_t base = 0; base < 64; ++base) {
    const auto a = point(*design, base * (d + 2), d);
    const auto b = point(*design, base * (d + 2) + d + 1, d);
    for (std::size_t f = 0; f < d; ++f) {
      EXPECT_NE(a[f], b[f]);
      auto expected = a;
      expected[f] = b[f];
      EXPECT_EQ(point(*design, base * (d + 2) + 1 + f, d), expected);
    }
  }
}

/// The defining property of the sequence, which the digital shift keeps: of the first 2^k points each slice
/// of width 2^-k holds one, in every dimension of A and of B.
TEST(Designs, SobolPointsLieEvenly) {
  constexpr std::size_t d = 12;
  constexpr std::size_t n = 256;
  const auto design = sobol(d, n, 99);
  for (const std::uint64_t block : {std::uint64_t{0}, std::uint64_t{d + 1}}) {
    for (std::size_t f = 0; f < d; ++f) {
      std::set<double> slices;
      for (std::uint64_t base = 0; base < n; ++base)
        slices.insert(std::floor(point(*design, base * (d + 2) + block, d)[f] * n));
      EXPECT_EQ(slices.size(), n) << block << " " << f;
    }
  }
  // In two dimensions 16 x 16 boxes hold one each (the first two dimensions are a (0, 2) sequence).
  std::set<std::pair<double, double>> boxes;
  for (std::uint64_t base = 0; base < n; ++base) {
    const auto a = point(*design, base * (d + 2), d);
    boxes.insert({std::floor(a[0] * 16), std::floor(a[1] * 16)});
  }
  EXPECT_EQ(boxes.size(), n);
}

TEST(Designs, PointsDependOnTheirIndexOnlyNotOnTheOrderOfAsking) {
  for (const auto& design : {sobol(4, 50, 5), latin_hypercube(4, 300, 5), morris(4, 60, 4, 5)}) {
    std::vector<std::vector<double>> forwards;
    for (std::uint64_t i = 0; i < design->size(); ++i) forwards.push_back(point(*design, i, 4));
    for (std::uint64_t i = design->size(); i > 0; --i) ASSERT_EQ(point(*design, i - 1, 4), forwards[i - 1]);
  }
  EXPECT_NE(point(*sobol(4, 50, 5), 3, 4), point(*sobol(4, 50, 6), 3, 4));
  EXPECT_NE(point(*latin_hypercube(4, 50, 5), 3, 4), point(*latin_hypercube(4, 50, 6), 3, 4));
}

TEST(Designs, LatinHypercubeHasOnePointInEachSlice) {
  constexpr std::size_t n = 101;
  const auto design = latin_hypercube(6, n, 8);
  double product = 0;
  for (std::size_t f = 0; f < 6; ++f) {
    std::set<double> slices;
    for (std::uint64_t i = 0; i < n; ++i) slices.insert(std::floor(point(*design, i, 6)[f] * n));
    EXPECT_EQ(slices.size(), n);
  }
  for (std::uint64_t i = 0; i < n; ++i) {
    const auto here = point(*design, i, 6);
    product += (here[0] - 0.5) * (here[1] - 0.5) * 12 / n;
  }
  EXPECT_LT(std::abs(product), 0.4);  // factors are paired by chance: four standard errors of a correlation
}

TEST(Designs, FullFactorialHasEveryCombinationOnce) {
  auto three = factors(3);
  three[1].distribution = discrete({5, 7, 9, 11}, {1, 1, 1, 1});
  three[2].distribution = integer(0, 1);
  const auto design = full_factorial(three, 4);
  ASSERT_EQ(design->size(), 4U * 4U * 2U);
  std::set<std::vector<double>> seen;
  std::vector<double> values(3);
  for (std::uint64_t i = 0; i < design->size(); ++i) {
    values_of(three, point(*design, i, 3), values);
    seen.insert(values);
  }
  EXPECT_EQ(seen.size(), 32U);
  EXPECT_TRUE(seen.contains({1, 11, 1}));
  EXPECT_TRUE(seen.contains({0, 5, 0}));
  values_of(three, point(*design, 1, 3), values);
  EXPECT_EQ(values, (std::vector<double>{0, 5, 1}));  // the last changes fastest
}

TEST(Designs, OneAtATimeLeavesTheOthersAlone) {
  auto two = factors(2);
  two[1].distribution = integer(3, 5);
  const auto design = one_at_a_time(two, 5);
  ASSERT_EQ(design->size(), 1U + 5U + 3U);
  for (const double unit : point(*design, 0, 2)) EXPECT_TRUE(std::isnan(unit));
  std::vector<double> values(2);
  values_of(two, point(*design, 3, 2), values);
  EXPECT_EQ(values[0], 0.5);
  EXPECT_TRUE(std::isnan(values[1]));
  values_of(two, point(*design, 8, 2), values);
  EXPECT_TRUE(std::isnan(values[0]));
  EXPECT_EQ(values[1], 5);
}

TEST(Designs, ScreeningTakesEachClauseOutAndThenAlone) {
  const auto design = clause_screening(3);
  ASSERT_EQ(design->size(), 8U);
  const auto pattern = [&](std::uint64_t index) {
    std::string text;
    for (const double unit : point(*design, index, 3)) text += std::isnan(unit) ? 's' : unit == 0 ? '0' : '?';
    return text;
  };
  const std::vector<std::string> expected = {"sss", "0ss", "s0s", "ss0", "000", "s00", "0s0", "00s"};
  for (std::uint64_t i = 0; i < 8; ++i) EXPECT_EQ(pattern(i), expected[i]);
}

TEST(Designs, TablesCarryWhatAnAnalysisNeeds) {
  const auto two = factors(2);
  const DesignPlan plan{DesignKind::Sobol, 8, 0, 0};
  const auto design = make_design(plan, two, 1);
  const DesignTable table = tabulate(*design, plan, two);
  EXPECT_EQ(table.rows(), 32U);
  EXPECT_EQ(table.kind, "sobol");
  EXPECT_EQ(table.order, "saltelli");
  EXPECT_EQ(table.base_n, 8U);
  EXPECT_EQ(table.units_of(5)[1], point(*design, 5, 2)[1]);
  EXPECT_EQ(table.values, table.units);  // of factors uniform on [0, 1]
}

TEST(Designs, SizesBeyondReasonAreNone) {
  const auto forty = factors(40);
  EXPECT_FALSE(size_of({DesignKind::FullFactorial, 0, 3, 0}, forty).has_value());
  EXPECT_FALSE(size_of({DesignKind::Sobol, 1'000'000'000, 0, 0}, forty).has_value());
  EXPECT_EQ(size_of({DesignKind::Morris, 0, 4, 10}, forty), 410U);
}

}  // namespace
}  // namespace park::study
