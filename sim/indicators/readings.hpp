// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/no_value.hpp"
#include "indicators/indicators.hpp"
#include "rules/contracts.hpp"

namespace park {

[[nodiscard]] inline double ratio(double part, double whole) { return whole > 0 ? part / whole : no_value; }

template <class Range>
[[nodiscard]] double sum_of(const Range& values) {
  return std::accumulate(std::begin(values), std::end(values), 0.0);
}

[[nodiscard]] double park_output(const World& world);      ///< yuan/month
[[nodiscard]] double district_output(const World& world);  ///< yuan/month, without the park
[[nodiscard]] double district_jobs(const Reading& reading);
[[nodiscard]] double output_per_mu(const Reading& reading);  ///< yuan/mu/year over the last 12 months
[[nodiscard]] double tax_per_mu(const Reading& reading);
[[nodiscard]] double floor_built(const World& world);  ///< m2, handed over
[[nodiscard]] double floor_occupied(const World& world);
[[nodiscard]] double vacancy(const World& world);
[[nodiscard]] double payback_month(const World& world);
[[nodiscard]] double policy_cost(const World& world);  ///< yuan this month
[[nodiscard]] double above_scale_share(const Reading& reading);
[[nodiscard]] double loss_making_share(const Reading& reading);
[[nodiscard]] double origin_moves_year(const World& world);
[[nodiscard]] double held_up(const World& world, Cause cause);  ///< project-months this month

}  // namespace park
