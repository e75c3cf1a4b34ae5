// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "scenario/scenario.hpp"

namespace park::ui {

[[nodiscard]] bool is_same_timeline(const std::vector<PolicyStep>& a, const std::vector<PolicyStep>& b);
[[nodiscard]] bool is_same_timeline(const std::vector<Shock>& a, const std::vector<Shock>& b);

/// Whether two districts open with the same stocks, on the same map and with the same target list.
[[nodiscard]] bool is_same_park(const Scenario& a, const Scenario& b);

/// Whether two scenarios are the same input, labels included, in the same park.
[[nodiscard]] bool is_same(const Scenario& a, const Scenario& b);

}  // namespace park::ui
