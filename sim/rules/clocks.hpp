// SPDX-License-Identifier: MIT
#pragma once

#include <boost/random/exponential_distribution.hpp>

#include "core/random.hpp"

namespace park {

/// A clock by identity: an event comes when the integral of its hazard has used up this exponential(1).
[[nodiscard]] inline double draw_clock(RandomStream& stream) {
  boost::random::exponential_distribution<double> exponential(1.0);
  return exponential(stream);
}

}  // namespace park
