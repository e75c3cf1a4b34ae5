// SPDX-License-Identifier: MIT
#include "core/logarithm.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>

#include "core/random.hpp"

namespace park {
namespace {

void expect_logarithm(double x) {
  const double expected = std::log(x);
  EXPECT_NEAR(logarithm(x), expected, std::max(1e-16, 2.3e-16 * std::abs(expected))) << "log of " << x;
}

TEST(Logarithm, IsNearTheLibrarys) {
  RandomStream stream{1, Draw::StudyDesign, 1};
  for (int i = 0; i < 200000; ++i) {
    const double u = 2 * stream.uniform() - 1;
    expect_logarithm(std::exp(u));
    expect_logarithm(1 + 0.01 * u);
    expect_logarithm(1 + 1e-9 * u);
    expect_logarithm(std::exp(600 * u));
  }
}

TEST(Logarithm, OfOneIsNothingToADouble) { EXPECT_EQ(1 + logarithm(1.0), 1.0); }

TEST(Logarithm, OfFourIsThatOfEach) {
  RandomStream stream{1, Draw::StudyDesign, 2};
  for (int i = 0; i < 100000; ++i) {
    DoubleLane x{};
    for (double& lane : x) lane = std::exp(80 * stream.uniform() - 40);
    const DoubleLane all = logarithm(x);
    for (std::size_t k = 0; k < x.size(); ++k) {
      EXPECT_EQ(std::bit_cast<std::uint64_t>(all[k]), std::bit_cast<std::uint64_t>(logarithm(x[k]))) << x[k];
    }
  }
}

}  // namespace
}  // namespace park
