// SPDX-License-Identifier: MIT
#include "study/analysis/pawn.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/random.hpp"
#include "unit/study/analysis/known_functions.hpp"

namespace park::study {
namespace {

TEST(SampleClasses, AreEqualAndNeverPartEqualValues) {
  const auto sizes = [](const std::vector<double>& x, std::size_t wanted) {
    return class_sizes(classes_along(x, wanted));
  };
  EXPECT_EQ(sizes({5, 1, 4, 2, 3, 6}, 3), (std::vector<std::size_t>{2, 2, 2}));
  EXPECT_EQ(sizes({1, 1, 1, 1, 2, 3}, 3), (std::vector<std::size_t>{4, 1, 1}));
  EXPECT_EQ(sizes({0, 1, 0, 1, 1}, 10), (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(sizes({7, 7, 7}, 10), (std::vector<std::size_t>{3}));
}

std::vector<double> distances_of(const std::vector<double>& y, const SampleClasses& classes,
                                 const std::vector<double>& weights) {
  return class_distances(pawn_steps(y, weights), classes);
}

TEST(Pawn, DistancesOfFourValuesByHand) {
  // Sorted y: 1 (class 0), 2 (1), 3 (0), 4 (1). F and F0: after 1: 1/4, 1/2; after 2: 2/4, 1/2; after 3:
  // 3/4, 1.
  const std::vector<double> y = {1, 2, 3, 4};
  const SampleClasses classes{{0, 1, 0, 1}, 2};
  const auto distances = distances_of(y, classes, {});
  EXPECT_DOUBLE_EQ(distances[0], 0.25);
  EXPECT_DOUBLE_EQ(distances[1], 0.25);
  // Value 2 twice and 4 not at all: F: 1/4, 3/4, 1; class 1 is all at 2: before it 1/4 - 0, at it 3/4 - 1.
  const auto weighted = distances_of(y, classes, {1, 2, 1, 0});
  EXPECT_DOUBLE_EQ(weighted[1], 0.25);
  EXPECT_DOUBLE_EQ(weighted[0], 0.25);
  const auto empty = distances_of(y, classes, {1, 0, 1, 0});
  EXPECT_TRUE(std::isnan(empty[1]));
}

TEST(Pawn, EqualValuesAreOneStep) {
  const std::vector<double> y = {1, 1, 1, 1};
  const auto distances = distances_of(y, {{0, 1, 0, 1}, 2}, {});
  EXPECT_EQ(distances[0], 0);
  EXPECT_EQ(distances[1], 0);
}

TEST(Pawn, OfTheIdentityIsTheSlicesDistance) {
  // y = x0, uniform: slice k of ten lies in [k/10, (k+1)/10], its distance from the whole is max(k, 9-k)/10:
  // 0.9 0.8 0.7 0.6 0.5 0.5 0.6 0.7 0.8 0.9, of median and mean 0.7. x1 does nothing.
  const std::vector<double> x = sequence_points(2000, 2);
  std::vector<double> y;
  for (std::size_t i = 0; i < x.size(); i += 2) y.push_back(x[i]);
  const auto indices = pawn_indices(x, 2, each_its_own(y), {100, 1}, 1);
  EXPECT_NEAR(indices[0].median.value, 0.7, 0.005);
  EXPECT_NEAR(indices[0].mean, 0.7, 0.005);
  EXPECT_NEAR(indices[0].maximum, 0.9, 0.005);
  EXPECT_LT(indices[1].median.value, indices[1].dummy);
  EXPECT_GT(indices[0].median.value, indices[0].dummy);
}

TEST(Pawn, ADummyIsWhatRandomFactorsStayBelow) {
  // Forty factors that do nothing: about two in forty exceed the dummy, and never as many as eight.
  constexpr std::size_t factors = 40;
  std::vector<double> x(500 * factors);
  RandomStream stream{11, Draw::Resample, 5};
  std::generate(x.begin(), x.end(), [&] { return stream.uniform(); });
  std::vector<double> y(500);
  std::generate(y.begin(), y.end(), [&] { return stream.uniform(); });
  const auto indices = pawn_indices(x, factors, each_its_own(y), {10, 1}, 0);
  const auto above = std::count_if(indices.begin(), indices.end(),
                                   [](const PawnIndex& index) { return index.median.value > index.dummy; });
  EXPECT_LE(above, 7);
  // The bias is there: for slices of 50 a Kolmogorov-Smirnov distance is some 0.8 / sqrt(50) = 0.11.
  EXPECT_NEAR(indices[0].median.value, 0.11, 0.04);
}

// SALib's test_pawn.py expects 0.5, 0.16 and 0.29 of a sample of 500 for Ishigami's function with a = 2, b =
// 1, medians over ten slices, after Pianosi and Wagener (2018). They are of one sample, so of some 0.03
// error, and contain the bias of so few values.
TEST(Pawn, OfIshigamisFunctionAgreesWithAnotherPackage) {
  constexpr std::uint64_t samples = 40;
  std::array<double, 3> mean{};
  for (std::uint64_t k = 0; k < samples; ++k) {
    RandomStream stream{k, Draw::Resample, 6};
    std::vector<double> x(1500);
    std::generate(x.begin(), x.end(), [&] { return stream.uniform(); });
    std::vector<double> y;
    for (std::size_t i = 0; i < x.size(); i += 3) y.push_back(Ishigami::at(&x[i], 2, 1));
    const auto indices = pawn_indices(x, 3, each_its_own(y), {2, 1}, 1);
    for (std::size_t f = 0; f < 3; ++f) mean[f] += indices[f].median.value / samples;
  }
  EXPECT_NEAR(mean[0], 0.50, 0.05);
  EXPECT_NEAR(mean[1], 0.16, 0.05);
  EXPECT_NEAR(mean[2], 0.29, 0.05);
}

}  // namespace
}  // namespace park::study
