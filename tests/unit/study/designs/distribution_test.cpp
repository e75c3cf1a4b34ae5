// SPDX-License-Identifier: MIT
#include "study/designs/distribution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace park::study {
namespace {

Distribution of_kind(Distribution::Kind kind, double min, double max, double centre = 0, double sd = 1) {
  Distribution d = uniform(min, max);
  d.kind = kind;
  d.centre = centre;
  d.sd = sd;
  return d;
}

TEST(Distribution, QuantilesAreThoseOfTheTextbooks) {
  EXPECT_EQ(value_at(uniform(2, 6), 0.25), 3);
  const auto triangular = of_kind(Distribution::Kind::Triangular, 0, 10, 2);
  EXPECT_DOUBLE_EQ(value_at(triangular, 0.2), 2);                     // below the mode lies its share
  EXPECT_DOUBLE_EQ(value_at(triangular, 0.05), 1);                    // x^2 / 20
  EXPECT_DOUBLE_EQ(value_at(triangular, 0.8), 10 - std::sqrt(16.0));  // 1 - (10 - x)^2 / 80
  const auto log_uniform = of_kind(Distribution::Kind::LogUniform, 1, 100);
  EXPECT_NEAR(value_at(log_uniform, 0.5), 10, 1e-12);
  const auto normal = of_kind(Distribution::Kind::Normal, -100, 100, 3, 2);
  EXPECT_NEAR(value_at(normal, 0.5), 3, 1e-9);
  EXPECT_NEAR(value_at(normal, 0.975), 3 + 2 * 1.959963984540054, 1e-9);
}

TEST(Distribution, ANormalIsCutOffAndNotPiledUp) {
  // Above its mean only: the median of the half normal is sd times 0.674.
  const auto half = of_kind(Distribution::Kind::Normal, 0, 1000, 0, 1);
  EXPECT_NEAR(value_at(half, 0.5), 0.6744897501960817, 1e-9);
  EXPECT_EQ(value_at(half, 0), 0);
  // Far in the upper tail, where 1 - p has no digits left: from 10 sd on the next tenth of an sd holds 63 %.
  const auto tail = of_kind(Distribution::Kind::Normal, 10, 1000, 0, 1);
  EXPECT_NEAR(value_at(tail, 0.63), 10.098, 0.002);
  EXPECT_NEAR(value_at(of_kind(Distribution::Kind::Normal, -1000, -10, 0, 1), 0.37), -10.098, 0.002);
}

TEST(Distribution, EndsStayWithinTheRange) {
  for (const auto& d :
       {of_kind(Distribution::Kind::Triangular, 1, 2, 1), uniform(0.1, 0.7),
        of_kind(Distribution::Kind::LogUniform, 0.3, 0.9),
        of_kind(Distribution::Kind::Normal, 0.2, 0.4, 7, 0.5), integer(2, 9), discrete({4, 3}, {1, 2})}) {
    for (int i = 0; i <= 1000; ++i) {
      const double value = value_at(d, i / 1000.0);
      EXPECT_GE(value, d.min);
      EXPECT_LE(value, d.max);
    }
  }
}

TEST(Distribution, WholeNumbersAndChoicesTakeTheirShare) {
  std::map<double, int> counts;
  for (int i = 0; i < 600; ++i) ++counts[value_at(integer(1, 6), (i + 0.5) / 600)];
  EXPECT_EQ(counts.size(), 6U);
  for (const auto& [value, count] : counts) EXPECT_EQ(count, 100) << value;
  counts.clear();
  const auto weighted = discrete({0, 0.3, 1}, {7, 2, 1});
  for (int i = 0; i < 1000; ++i) ++counts[value_at(weighted, (i + 0.5) / 1000)];
  EXPECT_EQ(counts, (std::map<double, int>{{0, 700}, {0.3, 200}, {1, 100}}));
  auto rounded = of_kind(Distribution::Kind::Triangular, 0, 4, 2);
  rounded.is_whole = true;
  EXPECT_EQ(value_at(rounded, 0.5), 2);
  EXPECT_EQ(value_at(rounded, 0.9), 3);
}

TEST(Distribution, LevelsOfAChoiceAreItsValues) {
  const auto weighted = discrete({10, 20, 30}, {1, 5, 1});
  std::vector<double> values;
  for (const double unit : level_units(weighted, 3)) values.push_back(value_at(weighted, unit));
  EXPECT_EQ(values, (std::vector<double>{10, 20, 30}));
  values.clear();
  for (const double unit : level_units(integer(3, 5), 9)) values.push_back(value_at(integer(3, 5), unit));
  EXPECT_EQ(values, (std::vector<double>{3, 4, 5}));
  EXPECT_EQ(level_units(uniform(0, 1), 3), (std::vector<double>{0, 0.5, 1}));
  EXPECT_EQ(level_units(integer(0, 100), 3), (std::vector<double>{0, 0.5, 1}));
}

}  // namespace
}  // namespace park::study
