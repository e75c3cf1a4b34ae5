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
  for (std::size_t s = 0; s < stage_count; ++s) {
    const double own = now[s] / before[s];
    double partners = 0;
    double partners_opening = 0;
    for (std::size_t j = 0; j < stage_count; ++j) {
      partners += links[s][j] * now[j];
      partners_opening += links[s][j] * before[j];
    }
    const double together = partners_opening > 0 ? partners / partners_opening : 1;
    factor[s] = std::clamp(exponential(e_loc * std::log(own) + e_coagg * std::log(together)), 0.8, 1.25);
  }
}

}  // namespace park
