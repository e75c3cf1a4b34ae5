// SPDX-License-Identifier: MIT
#include "core/random.hpp"

#include <gtest/gtest.h>

#include <array>
#include <boost/random/exponential_distribution.hpp>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <cstdint>
#include <set>
#include <vector>

namespace park {
namespace {

// Random123's known answers for philox4x32 with ten rounds (its file kat_vectors).
static_assert(philox4x32_10(PhiloxCounter{0, 0, 0, 0}, {0, 0}) ==
              PhiloxCounter{0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U});
static_assert(philox4x32_10(PhiloxCounter{0xffffffffU, 0xffffffffU, 0xffffffffU, 0xffffffffU},
                            {0xffffffffU, 0xffffffffU}) ==
              PhiloxCounter{0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU});
static_assert(philox4x32_10(PhiloxCounter{0x243f6a88U, 0x85a308d3U, 0x13198a2eU, 0x03707344U},
                            {0xa4093822U, 0x299f31d0U}) ==
              PhiloxCounter{0xd16cfe09U, 0x94fdccebU, 0x5001e420U, 0x24126ea1U});

/// The published answers again, on values the compiler cannot fold.
TEST(Philox, GivesThePublishedAnswersAtRunTime) {
  volatile std::uint32_t zero = 0;
  volatile std::uint32_t ones = 0xffffffffU;
  EXPECT_EQ(philox4x32_10(PhiloxCounter{zero, zero, zero, zero}, {zero, zero}),
            (PhiloxCounter{0x6627e8d5U, 0xe169c58dU, 0xbc57ac4cU, 0x9b00dbd8U}));
  EXPECT_EQ(philox4x32_10(PhiloxCounter{ones, ones, ones, ones}, {ones, ones}),
            (PhiloxCounter{0x408f276dU, 0x41c83b0eU, 0xa20bc7c6U, 0x6d5451fdU}));
}

TEST(RandomStream, LaysOutSeedIdentityDrawMonthAndBlock) {
  RandomStream stream(0x299f31d0a4093822U, Draw::Choice, 0x85a308d3243f6a88U, 77);
  for (std::uint32_t block = 0; block < 3; ++block) {
    const PhiloxCounter expected =
        philox4x32_10(PhiloxCounter{0x243f6a88U, 0x85a308d3U,
                                    (static_cast<std::uint32_t>(Draw::Choice) << 16U) | 77U, block},
                      {0xa4093822U, 0x299f31d0U});
    for (const std::uint32_t word : expected) EXPECT_EQ(stream(), word);
  }
}

TEST(RandomStream, IsEqualForEqualIdentity) {
  RandomStream first(7, Draw::ReviewClock, 123, 45);
  RandomStream second(7, Draw::ReviewClock, 123, 45);
  for (int i = 0; i < 1000; ++i) ASSERT_EQ(first(), second());
}

TEST(RandomStream, DiffersWhereAnyPartOfTheIdentityDiffers) {
  std::set<std::array<std::uint32_t, 4>> openings;
  const auto open = [&](RandomStream stream) { openings.insert({stream(), stream(), stream(), stream()}); };
  open({7, Draw::ReviewClock, 123, 45});
  open({8, Draw::ReviewClock, 123, 45});
  open({7 + (std::uint64_t{1} << 32U), Draw::ReviewClock, 123, 45});
  open({7, Draw::Choice, 123, 45});
  open({7, Draw::ReviewClock, 124, 45});
  open({7, Draw::ReviewClock, 123 + (std::uint64_t{1} << 32U), 45});
  open({7, Draw::ReviewClock, 123, 46});
  EXPECT_EQ(openings.size(), 7U);
}

/// Draw is append-only: a changed number would change every stored result.
TEST(Draw, KeepsItsNumbers) {
  EXPECT_EQ(static_cast<std::uint32_t>(Draw::PoolFirm), 1U);
  EXPECT_EQ(static_cast<std::uint32_t>(Draw::ReturnMigration), 21U);
  EXPECT_EQ(static_cast<std::uint32_t>(Draw::Orders), 35U);
}

struct Moments {
  double mean = 0;
  double variance = 0;
  double lag_one = 0;  ///< correlation of each draw with the next
};

Moments moments_of(const std::vector<double>& draws) {
  const auto n = static_cast<double>(draws.size());
  Moments moments;
  for (const double draw : draws) moments.mean += draw / n;
  double products = 0;
  for (std::size_t i = 0; i < draws.size(); ++i) {
    const double deviation = draws[i] - moments.mean;
    moments.variance += deviation * deviation / n;
    if (i + 1 < draws.size()) products += deviation * (draws[i + 1] - moments.mean) / n;
  }
  moments.lag_one = products / moments.variance;
  return moments;
}

constexpr int sample_size = 200'000;

/// One draw from each of many streams, which is how the rules use them, or many from one.
template <class Sample>
std::vector<double> draws_across_agents(Sample sample) {
  std::vector<double> draws;
  draws.reserve(sample_size);
  for (std::uint64_t agent = 0; agent < sample_size; ++agent) {
    RandomStream stream(2026, Draw::FirmDemand, agent, 3);
    draws.push_back(sample(stream));
  }
  return draws;
}

template <class Sample>
std::vector<double> draws_along_one_stream(Sample sample) {
  std::vector<double> draws;
  draws.reserve(sample_size);
  RandomStream stream(2026, Draw::FirmDemand, 99, 3);
  for (int i = 0; i < sample_size; ++i) draws.push_back(sample(stream));
  return draws;
}

/// Bounds are four standard errors; `kurtosis` is the fourth central moment over the squared variance, so
/// that the sample variance has a standard error of variance * sqrt((kurtosis - 1) / n).
void expect_moments(const std::vector<double>& draws, double mean, double variance, double kurtosis) {
  const double n = sample_size;
  const Moments moments = moments_of(draws);
  EXPECT_NEAR(moments.mean, mean, 4 * std::sqrt(variance / n));
  EXPECT_NEAR(moments.variance, variance, 4 * variance * std::sqrt((kurtosis - 1) / n));
  EXPECT_NEAR(moments.lag_one, 0, 4 / std::sqrt(n));
}

TEST(RandomStream, UniformIsOpenAndHasItsMoments) {
  const auto uniform = [](RandomStream& stream) { return stream.uniform(); };
  for (const auto& draws : {draws_across_agents(uniform), draws_along_one_stream(uniform)}) {
    expect_moments(draws, 0.5, 1.0 / 12.0, 1.8);
    for (const double draw : draws) ASSERT_TRUE(draw > 0 && draw < 1);
  }
  EXPECT_GT((RandomStream::min() + 0.5) * 0x1p-32, 0);
  EXPECT_LT((RandomStream::max() + 0.5) * 0x1p-32, 1);
}

/// The first word whose uniform is no less, next to values where rounding could move it.
TEST(RandomStream, WordsBelowAChanceAreThoseOfTheUniform) {
  for (double u : {0.0, 0x1p-40, 0x1p-33, 0x1.8p-32, 0.1, 0.25, 0.3333, 0.5, 0.7, 0x1.fffffp-1, 0.9999999}) {
    for (const double chance : {std::nextafter(u, 0.0), u, std::nextafter(u, 1.0)}) {
      const std::uint32_t words = words_below(chance);
      if (words > 0) {
        EXPECT_LT(RandomStream::uniform_of(words - 1), chance);
      }
      EXPECT_GE(RandomStream::uniform_of(words), chance);
      const std::uint32_t halves = half_words_below(chance);
      if (halves > 0) {
        EXPECT_LT((halves - 0.5) * 0x1p-16, chance);
      }
      if (halves < 0x10000) {
        EXPECT_GE((halves + 0.5) * 0x1p-16, chance);
      }
    }
  }
  EXPECT_EQ(half_words_below(1), 0x10000U);
}

TEST(RandomStream, FeedsBoostsNormalDistribution) {
  const auto normal = [](RandomStream& stream) {
    return boost::random::normal_distribution<double>(2.0, 3.0)(stream);
  };
  expect_moments(draws_across_agents(normal), 2.0, 9.0, 3.0);
  expect_moments(draws_along_one_stream(normal), 2.0, 9.0, 3.0);
}

TEST(RandomStream, FeedsBoostsExponentialDistribution) {
  const auto exponential = [](RandomStream& stream) {
    return boost::random::exponential_distribution<double>(0.5)(stream);
  };
  expect_moments(draws_across_agents(exponential), 2.0, 4.0, 9.0);
  expect_moments(draws_along_one_stream(exponential), 2.0, 4.0, 9.0);
}

}  // namespace
}  // namespace park
