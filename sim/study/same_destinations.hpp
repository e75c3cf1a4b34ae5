// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "scenario/scenario.hpp"

namespace park::study {

/// Where two scenarios first name another destination.
struct OtherDestination {
  std::string expected;  ///< `destination 3 inland_guizhou`
  std::string got;
};

/// Results of scenarios have a column for each rival, so only those with the same destinations in the same
/// order can be laid side by side. Nothing if they can.
[[nodiscard]] std::optional<OtherDestination> other_destination(const Scenario& first, const Scenario& other);

}  // namespace park::study
