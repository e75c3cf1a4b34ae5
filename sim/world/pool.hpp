// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/ids.hpp"
#include "policy/keys.hpp"
#include "scenario/scenario.hpp"
#include "world/journal.hpp"

namespace park {

/// A class of firms that share their location's prices: activity x region.
inline constexpr std::size_t firm_class_count = activity_count * region_count;
[[nodiscard]] constexpr std::size_t class_of(Activity activity, Region region) {
  return index_of(activity) * region_count + index_of(region);
}

/// A firm at the origin, as drawn; never changed. What happens to it stands in World.
struct PoolFirm {
  Activity activity = Activity::GarmentCmt;
  Region region = Region::GreaterBayArea;
  bool is_leader = false;
  bool is_target = false;         ///< on the target list
  std::uint16_t target_rank = 0;  ///< 1-based place among its stage's leaders on the list
  float employees = 0;
  float productivity = 1;      ///< relative to the median of its activity
  float collateral_cover = 0;  ///< own collateral / equipment of a plant of its size
  float review_clock = 0;      ///< exponential(1) of the first review
};

[[nodiscard]] constexpr std::size_t class_of(const PoolFirm& firm) {
  return class_of(firm.activity, firm.region);
}

/// Slices of the integral of a class's review hazard: some two months of the usual one. The last has no end.
inline constexpr std::size_t review_slices = 128;
[[nodiscard]] inline std::size_t review_slice(double threshold) {
  constexpr double slices_of_one = 64;
  return static_cast<std::size_t>(std::min(threshold * slices_of_one, review_slices - 1.0));
}

/// A firm's first review.
struct FirstReview {
  float clock = 0;  ///< its review_clock
  std::uint32_t firm = 0;
};

/// The addressable catchment, shared by all runs of a seed. Firms from `pool_agents` on are the target list.
struct Pool {
  std::vector<PoolFirm> firms;
  std::size_t pool_agents = 0;
  double weight = 1;  ///< real firms an agent stands for
  /// Partner links, compressed rows: partners of i are partners[first_partner[i] .. first_partner[i + 1]).
  std::vector<std::uint32_t> first_partner;
  std::vector<std::uint32_t> partners;
  /// By class and slice of the clock, in each by firm. Those of class c and slice s are
  /// first_reviews[class_slices[p] .. class_slices[p + 1]) for p = c * review_slices + s.
  std::vector<FirstReview> first_reviews;
  std::array<std::uint32_t, firm_class_count * review_slices + 1> class_slices{};
  std::array<double, firm_class_count> agents_in_class{};
  std::array<double, firm_class_count> larger_agents_in_class{};  ///< of at least 20 employees
  std::array<double, firm_class_count> workers_in_class{};        ///< of the agents, unweighted
  std::array<double, firm_class_count>
      per_agent{};  ///< 1 over the agents of the class, 0 where there is none
  std::array<double, firm_class_count> per_larger_agent{};
  std::array<double, region_count> agents_in_region{};
  std::array<double, region_count> larger_agents_in_region{};
};

/// Firms below this many employees are household workshops, which teams do not call on.
inline constexpr double workshop_employees = 20;

/// `p123` for the pool, `t07` for the target list (1-based there).
[[nodiscard]] inline Identity identity_of(const Pool& pool, std::uint32_t firm) {
  const bool is_target = firm >= pool.pool_agents;
  const std::size_t root = is_target ? firm - pool.pool_agents + 1 : firm;
  return {is_target ? Identity::Kind::Target : Identity::Kind::Pool, static_cast<std::uint32_t>(root), 0};
}

/// Credit quality of a pool firm, standard normal; 1 on the target list. Drawn when asked for: few firms ever
/// meet a bank here.
[[nodiscard]] double credit_of(std::uint64_t seed, std::uint32_t index, const PoolFirm& firm);

/// Lists the first reviews of the firms that are there.
void list_first_reviews(Pool& pool);

/// Draws the pool of a scenario and seed; 600 bytes of input, no file, the same bytes everywhere.
[[nodiscard]] std::shared_ptr<const Pool> make_pool(const Scenario& scenario, std::uint64_t seed);

}  // namespace park
