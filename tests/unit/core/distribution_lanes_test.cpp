// SPDX-License-Identifier: MIT
#include "core/distribution_lanes.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>

namespace park {
namespace {

/// Gives one word, then others, and counts.
struct CountedWords {
  using result_type = std::uint32_t;
  std::uint32_t first = 0;
  int taken = 0;

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return 0xffffffffU; }
  result_type operator()() { return ++taken == 1 ? first : 0x9E3779B9U * static_cast<std::uint32_t>(taken); }
};

/// A lane is rejected where the distribution takes a second word, and else holds its number to the bit.
template <class Distribution>
void expect_draws(const Lane& words, const LaneDraws& draws, Distribution distribution) {
  for (std::size_t i = 0; i < random_lanes; ++i) {
    CountedWords source{words[i]};
    const float expected = distribution(source);
    const bool is_rejected = ((draws.rejected >> i) & 1U) != 0;
    ASSERT_EQ(is_rejected, source.taken > 1) << "word " << words[i];
    if (is_rejected) continue;
    ASSERT_EQ(std::bit_cast<std::uint32_t>(draws.value[i]), std::bit_cast<std::uint32_t>(expected))
        << "word " << words[i];
  }
}

void expect_draws(const Lane& words) {
  expect_draws(words, exponential_of(words), boost::random::exponential_distribution<float>(1.0F));
  expect_draws(words, normal_of(words), boost::random::normal_distribution<float>());
}

TEST(DistributionLanes, AreBoostsDistributions) {
  RandomStream stream{1, Draw::StudyDesign, 3};
  for (int i = 0; i < 100000; ++i) {
    Lane words{};
    for (std::uint32_t& word : words) word = stream();
    expect_draws(words);
  }
}

/// Words whose fraction lies next to where a layer ends: 24 bits of fraction over eight of layer.
TEST(DistributionLanes, AgreeAtTheEdgesOfLayers) {
  for (std::uint32_t layer = 0; layer < 256; ++layer) {
    const auto& normal = boost::random::detail::normal_table<double>::table_x;
    const auto& exponential = boost::random::detail::exponential_table<double>::table_x;
    for (const double edge :
         {exponential[layer + 1] / exponential[layer], normal[layer / 2 + 1] / normal[layer / 2]}) {
      const auto nearest = std::max(4U, static_cast<std::uint32_t>(std::lround(edge * 0x1p24)));
      Lane words{};
      for (std::uint32_t i = 0; i < random_lanes; ++i) {
        words[i] = (std::min(nearest - 4 + i, 0xffffffU) << 8U) | layer;
      }
      expect_draws(words);
    }
  }
}

TEST(DistributionLanes, ExponentialIsTheLibrarysToTheBit) {
  RandomStream stream{1, Draw::StudyDesign, 4};
  for (int i = 0; i < 100000; ++i) {
    FloatLane x{};
    for (float& lane : x) lane = static_cast<float>((i % 2 == 0 ? 160 : 8) * (stream.uniform() - 0.5));
    const FloatLane all = exp_of(x);
    for (std::size_t k = 0; k < random_lanes; ++k) {
      EXPECT_EQ(std::bit_cast<std::uint32_t>(all[k]), std::bit_cast<std::uint32_t>(std::exp(x[k]))) << x[k];
    }
  }
}

}  // namespace
}  // namespace park
