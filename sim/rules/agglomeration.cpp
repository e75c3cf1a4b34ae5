// SPDX-License-Identifier: MIT
#include "rules/agglomeration.hpp"

#include <algorithm>
#include <cmath>

#include "core/exponential.hpp"

namespace park {

void agglomerate(const World& world, const std::array<double, stage_count>& workers,
                 const std::array<double, stage_count>& opening, std::array<double, stage_count>& factor) {
  const double k = world.now.structural.origin_weight_in_cluster;
  const double e_loc = world.now.uncertainties.agglomeration_elasticity;
  const double e_coagg = world.now.uncertainties.coagglomeration_elasticity;
  const auto& links = world.chain.links;
  std::array<double, stage_count> now{};
  std::array<double, stage_count> before{};
  for (std::size_t j = 0; j < stage_count; ++j) {
    const double shared = k * world.chain.origin_workers[j] + 1;
    now[j] = workers[j] + shared;
    before[j] = opening[j] + shared;
  }
  // Links are the same either way, so that a stage's with all others lie side by side.
  std::array<double, stage_count> partners{};
  std::array<double, stage_count> partners_opening{};
  for (std::size_t j = 0; j < stage_count; ++j) {
    for (std::size_t s = 0; s < stage_count; ++s) {
      partners[s] += links[j][s] * now[j];
      partners_opening[s] += links[j][s] * before[j];
    }
  }
  for (std::size_t s = 0; s < stage_count; ++s) {
    const double own = now[s] / before[s];
    const double together = partners_opening[s] > 0 ? partners[s] / partners_opening[s] : 1;
    factor[s] = std::clamp(exponential(e_loc * std::log(own) + e_coagg * std::log(together)), 0.8, 1.25);
  }
}

}  // namespace park
