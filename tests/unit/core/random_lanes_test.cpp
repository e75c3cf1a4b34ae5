// SPDX-License-Identifier: MIT
#include "core/random_lanes.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace park {
namespace {

TEST(RandomLanes, AreEightBlocksSideBySide) {
  PhiloxLanes counters{};
  for (std::uint32_t w = 0; w < 4; ++w) {
    for (std::uint32_t i = 0; i < random_lanes; ++i) counters[w][i] = 0xffffffffU - (i * 4 + w) * 0x01234567U;
  }
  const PhiloxKey key = {0xa4093822U, 0x299f31d0U};
  const PhiloxLanes blocks = philox4x32_10(counters, key);
  for (std::size_t i = 0; i < random_lanes; ++i) {
    const PhiloxCounter alone =
        philox4x32_10(PhiloxCounter{counters[0][i], counters[1][i], counters[2][i], counters[3][i]}, key);
    EXPECT_EQ(alone, (PhiloxCounter{blocks[0][i], blocks[1][i], blocks[2][i], blocks[3][i]})) << i;
  }
}

/// Counts that fill no, one and more than two rows of lanes; six words reach into the second block.
TEST(RandomLanes, StreamsAreThoseMadeOneByOne) {
  constexpr std::uint64_t seed = 0x123456789abcdef0U;
  for (const std::size_t count : {0U, 1U, 8U, 19U}) {
    std::vector<std::size_t> order;
    const auto name_of = [](std::size_t i) {
      return StreamName{static_cast<std::uint32_t>(i * 1000003), static_cast<std::uint32_t>(i % 7)};
    };
    for_each_stream(seed, Draw::Choice, count, name_of, [&](std::size_t i, RandomStream& stream) {
      order.push_back(i);
      RandomStream alone{seed, Draw::Choice, name_of(i).agent, name_of(i).month};
      for (int word = 0; word < 6; ++word) EXPECT_EQ(stream(), alone()) << i << " word " << word;
    });
    ASSERT_EQ(order.size(), count);
    for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(order[i], i);
  }
}

}  // namespace
}  // namespace park
