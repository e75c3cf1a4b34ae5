// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "present/callouts.hpp"
#include "present/film_clock.hpp"

namespace park::ui {

/// When in a chapter a callout is shown, in seconds since the chapter began.
struct TimedCallout {
  Callout callout;
  double begin = 0;
  double end = 0;
};

inline constexpr double callout_seconds = 3.5;

/// Callouts whose month falls into the chapter, each when its month comes or when the one before has been
/// read; what could not be read before the chapter ends is left out.
[[nodiscard]] std::vector<TimedCallout> timed(const std::vector<Callout>& callouts,
                                              const study::Chapter& chapter);

}  // namespace park::ui
