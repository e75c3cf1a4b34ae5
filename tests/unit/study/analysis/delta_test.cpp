// SPDX-License-Identifier: MIT
#include "study/analysis/delta.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

#include "core/random.hpp"
#include "unit/study/analysis/known_functions.hpp"

namespace park::study {
namespace {

/// Of y = a x1 + b x2 with standard normal x: half the mean over x1 of the area between the densities of
/// N(0, a^2 + b^2) and N(a x1, b^2), by summing over a fine grid.
double delta_of_normal_sum(double a, double b) {
  const boost::math::normal whole(0, std::hypot(a, b));
  const boost::math::normal unit;
  constexpr double step = 0.02;
  double mean = 0;
  for (double x = -6; x <= 6; x += step) {
    const boost::math::normal part(a * x, b);
    double area = 0;
    for (double y = -20; y <= 20; y += step) area += std::abs(pdf(whole, y) - pdf(part, y)) * step;
    mean += pdf(unit, x) * step * area;
  }
  return mean / 2;
}

TEST(Delta, OfASumOfNormalsIsTheIntegral) {
  const std::vector<double> unit = sequence_points(8000, 3);
  const boost::math::normal normal;
  std::vector<double> y;
  for (std::size_t i = 0; i < unit.size(); i += 3)
    y.push_back(2 * quantile(normal, unit[i]) + quantile(normal, unit[i + 1]));
  const auto indices = delta_indices(unit, 3, each_its_own(y), {50, 1}, 0);
  EXPECT_NEAR(indices[0].delta.value, delta_of_normal_sum(2, 1), 0.02);
  EXPECT_NEAR(indices[1].delta.value, delta_of_normal_sum(1, 2), 0.02);
  EXPECT_NEAR(indices[2].delta.value, 0, 0.02);
  EXPECT_LT(indices[2].raw, indices[2].dummy);
  EXPECT_GT(indices[1].raw, indices[1].dummy);
}

// SALib's test_regression.py holds 0.210, 0.358, 0.155 for a Latin hypercube of 10,000, to within 0.05 + 10
// %.
TEST(Delta, OfIshigamisFunctionAgreesWithAnotherPackage) {
  const std::vector<double> x = sequence_points(10000, 3);
  const auto indices = delta_indices(x, 3, each_its_own(values_of<Ishigami>(x)), {20, 1}, 0);
  EXPECT_NEAR(indices[0].delta.value, 0.210, 0.02);
  EXPECT_NEAR(indices[1].delta.value, 0.358, 0.02);
  EXPECT_NEAR(indices[2].delta.value, 0.155, 0.02);
}

TEST(Delta, OfTheIdentityNearsOne) {
  const std::vector<double> x = sequence_points(4000, 1);
  EXPECT_GT(delta_indices(x, 1, each_its_own(x), {20, 1}, 1).front().delta.value, 0.85);
}

TEST(Delta, ResamplingTakesSomeOfTheBiasOff) {
  std::vector<double> x(600 * 2);  // at random: a sequence's evenness hides the bias
  RandomStream stream{2, Draw::Resample, 8};
  std::generate(x.begin(), x.end(), [&] { return stream.uniform(); });
  std::vector<double> y;
  for (std::size_t i = 0; i < x.size(); i += 2) y.push_back(x[i + 1]);
  const DeltaIndex nothing = delta_indices(x, 2, each_its_own(y), {100, 1}, 1).front();
  EXPECT_GT(nothing.raw, 0.05);
  // Resampling doubles the noise, which shows about 0.41 of the bias.
  EXPECT_LT(nothing.delta.value, 0.85 * nothing.raw);
  EXPECT_GT(nothing.delta.value, 0);
}

TEST(Delta, ClassesGrowWithTheSampleUpTo48) {
  // Plischke, Borgonovo and Smith 2013, as in SALib: ceil(n^(2 / (7 + tanh((1500 - n) / 500)))), at most 48.
  EXPECT_EQ(delta_classes(100), 4U);
  EXPECT_EQ(delta_classes(1500), 9U);
  EXPECT_EQ(delta_classes(10000), 22U);
  EXPECT_EQ(delta_classes(1'000'000), 48U);
}

}  // namespace
}  // namespace park::study
