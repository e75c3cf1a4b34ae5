// SPDX-License-Identifier: MIT
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "world/world.hpp"

namespace park {

/// One line of a month's table of contents.
struct Rule {
  std::string_view name;
  void (*advance)(World&);
};

/// The rules of a month, in order.
[[nodiscard]] std::span<const Rule> rules_of_a_month();
inline constexpr std::size_t rule_count = 14;

/// Which rules act; a reduced model switches some off.
using RuleSwitches = std::bitset<rule_count>;
[[nodiscard]] inline RuleSwitches all_rules() { return RuleSwitches{}.set(); }

/// Equal for two scenarios exactly when they can share a pool under one seed.
[[nodiscard]] std::uint64_t pool_key(const Scenario& scenario);

/// The structural parameters among what shapes the pool.
inline constexpr std::array<double Structural::*, 6> pool_parameters = {
    &Structural::pool_agents,         &Structural::pool_weight,    &Structural::size_sigma,
    &Structural::size_median_revenue, &Structural::leader_revenue, &Structural::partner_links};

/// The district at month 0. `shared_pool`: from make_pool with an equal pool_key and seed; null draws one.
[[nodiscard]] World start(std::shared_ptr<const Scenario> scenario, std::uint64_t seed,
                          std::shared_ptr<const Pool> shared_pool = nullptr,
                          JournalMode journal = JournalMode::Off);

/// Lives one month. With the environment switch PARKSIM_CHECKS=1 (read by the caller, see check_conservation)
/// nothing changes here: checks are the caller's.
void step(World& world, const RuleSwitches& rules = all_rules());

/// Throws Bug if land, people, money or floor is not conserved, or anything is negative that cannot be.
void check_conservation(const World& world);

}  // namespace park
