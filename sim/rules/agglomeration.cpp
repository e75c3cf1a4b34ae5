// SPDX-License-Identifier: MIT
#include "rules/agglomeration.hpp"

#include <algorithm>

#include "core/exponential.hpp"
#include "core/logarithm.hpp"

namespace park {
namespace {

/// Stages and a few more, so that four are worked out at a time.
using ByStage = std::array<double, (stage_count + 3) / 4 * 4>;

constexpr ByStage ones() {
  ByStage numbers{};
  numbers.fill(1);
  return numbers;
}

}  // namespace

void agglomerate(const World& world, const std::array<double, stage_count>& workers,
                 const std::array<double, stage_count>& opening, std::array<double, stage_count>& factor) {
  const double origin_weight = world.now.structural.origin_weight_in_cluster;
  const double e_loc = world.now.uncertainties.agglomeration_elasticity;
  const double e_coagg = world.now.uncertainties.coagglomeration_elasticity;
  const auto& links = world.chain.links;
  ByStage now = ones();
  ByStage before = ones();
  for (std::size_t j = 0; j < stage_count; ++j) {
    const double shared = origin_weight * world.chain.origin_workers[j] + 1;
    now[j] = workers[j] + shared;
    before[j] = opening[j] + shared;
  }
  // Links are the same either way, so that a stage's with all others lie side by side.
  ByStage partners{};
  ByStage partners_opening{};
  for (std::size_t j = 0; j < stage_count; ++j) {
    for (std::size_t s = 0; s < stage_count; ++s) {
      partners[s] += links[j][s] * now[j];
      partners_opening[s] += links[j][s] * before[j];
    }
  }
  for (std::size_t first = 0; first < stage_count; first += 4) {
    const DoubleVector opening_links = four_from(partners_opening, first);
    const DoubleVector together =
        opening_links > 0 ? four_from(partners, first) / opening_links : 1 + DoubleVector{};
    const DoubleLane own_log = logarithm(store<double>(four_from(now, first) / four_from(before, first)));
    const DoubleLane together_log = logarithm(store<double>(together));
    const DoubleVector slope =
        e_loc * load<DoubleVector>(own_log) + e_coagg * load<DoubleVector>(together_log);
    const DoubleLane grown = exponential(store<double>(slope));
    for (std::size_t k = 0; k < 4 && first + k < stage_count; ++k) {
      factor[first + k] = std::clamp(grown[k], 0.8, 1.25);
    }
  }
}

}  // namespace park
