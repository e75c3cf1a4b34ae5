// SPDX-License-Identifier: MIT
#pragma once

#include "core/random_lanes.hpp"

namespace park {

using FloatLane = Lanes<float>;

/// What a distribution makes of one word a lane. Of a lane in `rejected` (bit i for lane i) it needs further
/// words: nearly one in forty.
struct LaneDraws {
  FloatLane value{};
  unsigned rejected = 0;
};

/// What boost::random::exponential_distribution<float>(1) makes of the words.
[[nodiscard]] LaneDraws exponential_of(const Lane& words);

/// What boost::random::normal_distribution<float>() makes of the words.
[[nodiscard]] LaneDraws normal_of(const Lane& words);

/// exp(x) of each lane for |x| below 80, rounded as the C library of x86-64 with FMA rounds it.
/// Source: Arm Optimized Routines, expf.c.
[[nodiscard]] FloatLane exp_of(const FloatLane& x);

}  // namespace park
