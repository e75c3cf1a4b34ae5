// SPDX-License-Identifier: MIT
#include "core/exponential.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

#include "core/random.hpp"

namespace park {
namespace {

std::uint64_t bits(double number) { return std::bit_cast<std::uint64_t>(number); }

/// Equal to the C library's where it uses FMA, which sets the last bits; elsewhere within a unit of the last
/// place.
void expect_exponential(double x) {
  const double expected = std::exp(x);
#ifdef __FMA__
  EXPECT_EQ(bits(exponential(x)), bits(expected)) << "exp of " << x;
#else
  EXPECT_NEAR(exponential(x), expected, 2e-16 * expected) << "exp of " << x;
#endif
}

TEST(Exponential, IsTheLibrarysToTheBit) {
  RandomStream stream{1, Draw::StudyDesign, 1};
  for (int i = 0; i < 200000; ++i) {
    const double u = 2 * stream.uniform() - 1;
    expect_exponential(u);
    expect_exponential(45 * u);
    expect_exponential(600 * u);
    expect_exponential(1e-9 * u);
  }
}

TEST(Exponential, OfLimitsIsTheLibrarys) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  for (const double x :
       {0.0, -0.0, 1e-300, -1e-17, 499.9, -499.9, 500.0, 709.7, 710.0, -745.0, -800.0, infinite, -infinite}) {
    expect_exponential(x);
  }
  EXPECT_TRUE(std::isnan(exponential(std::nan(""))));
}

TEST(Exponential, OfFourIsThatOfEach) {
  RandomStream stream{1, Draw::StudyDesign, 2};
  for (int i = 0; i < 100000; ++i) {
    DoubleLane x{};
    for (double& lane : x) lane = 140 * stream.uniform() - 70;
    const DoubleLane all = exponential(x);
    for (std::size_t k = 0; k < x.size(); ++k) EXPECT_EQ(bits(all[k]), bits(exponential(x[k]))) << x[k];
  }
}

}  // namespace
}  // namespace park
