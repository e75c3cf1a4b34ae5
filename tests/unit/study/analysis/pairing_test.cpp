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

}  // namespace
}  // namespace park::study
