// SPDX-License-Identifier: MIT
#include "study/analysis/pairing.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace park::study {
namespace {

TEST(Pairing, GainByHand) {
  // Differences 0, 1, 2 vary by 1; the values by 7/3 and 1/3. Unpaired it takes 8/3 as many runs: three pairs
  // spared 6 x 5/3.
  const std::vector<double> values = {1, 2, 4};
  const std::vector<double> reference = {1, 1, 2};
  const PairingGain gain = pairing_gain(values, reference);
  EXPECT_DOUBLE_EQ(gain.paired_variance, 1);
  EXPECT_DOUBLE_EQ(gain.unpaired_variance, 8.0 / 3);
  EXPECT_EQ(gain.pairs, 3U);
  EXPECT_DOUBLE_EQ(gain.factor(), 8.0 / 3);
  EXPECT_DOUBLE_EQ(gain.runs_saved(), 10);
}

TEST(Pairing, OppositeShocksDoHarm) {
  const std::vector<double> values = {1, 2, 3};
  const std::vector<double> reference = {3, 2, 1};
  EXPECT_DOUBLE_EQ(pairing_gain(values, reference).factor(), 0.5);
}

TEST(Pairing, MissingPairsDoNotCountAndOneIsNone) {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const std::vector<double> values = {1, none, 3};
  const std::vector<double> reference = {1, 5, none};
  const PairingGain gain = pairing_gain(values, reference);
  EXPECT_EQ(gain.pairs, 1U);
  EXPECT_TRUE(std::isnan(gain.factor()));
}

TEST(Pairing, ScenariosAreComparedWithinEachPoint) {
  // Point 0: values 1, 2, 4 against 1, 1, 2 as above (variances 1 and 8/3 of 2 degrees); point 1: differences
  // always 7, values 10 and 14 (0 and 16 of 1 degree). Pooled: 2/3 and (16/3 + 16) / 3.
  const std::vector<std::size_t> points = {0, 0, 1, 0, 1};
  const std::vector<double> values = {1, 2, 10, 4, 14};
  const std::vector<double> reference = {1, 1, 3, 2, 7};
  const auto gain = pairing_within_points(points, values, reference);
  ASSERT_TRUE(gain.has_value());
  EXPECT_DOUBLE_EQ(gain->paired_variance, 2.0 / 3);
  EXPECT_DOUBLE_EQ(gain->unpaired_variance, (16.0 / 3 + 16) / 3);
  EXPECT_EQ(gain->pairs, 5U);
  EXPECT_EQ(gain->runs, 10U);
}

TEST(Pairing, PointsAreComparedWithTheOneBeforeOrTheFirst) {
  const std::vector<std::size_t> points = {0, 0, 1, 1, 2, 2};
  const std::vector<std::uint64_t> seeds = {1, 2, 1, 2, 1, 2};
  const std::vector<double> y = {0, 10, 1, 13, 2, 12};
  // Variances: 50, 72, 50; differences 1, 3 (2) and 1, -1 (2); to the first 1, 3 (2) and 2, 2 (0).
  const PairedPoints paired(points, seeds, y);
  const auto before = pairing_of_points(paired, false);
  EXPECT_DOUBLE_EQ(before->paired_variance, 2);
  EXPECT_DOUBLE_EQ(before->unpaired_variance, 122);
  EXPECT_EQ(before->runs, 6U);
  const auto first = pairing_of_points(paired, true);
  EXPECT_DOUBLE_EQ(first->paired_variance, 1);
  EXPECT_DOUBLE_EQ(first->unpaired_variance, 111);
  EXPECT_DOUBLE_EQ(first->runs_saved(), 6 * 110.0);
  EXPECT_FALSE(pairing_of_points(PairedPoints(points, {}, y), true).has_value());
}

}  // namespace
}  // namespace park::study
