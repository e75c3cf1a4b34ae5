// SPDX-License-Identifier: MIT
#include "simulation.hpp"

#include <array>

#include "rules/opening.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

constexpr std::array<Rule, rule_count> month = {{
    {"surroundings", move_surroundings},
    {"rivals", move_rivals},
    {"recruitment", recruit},
    {"relocation", relocate},
    {"contracts", negotiate_contracts},
    {"land", advance_land},
    {"factories", advance_factories},
    {"utilities", advance_utilities},
    {"service", serve_projects},
    {"finance", finance_projects},
    {"labour", move_labour},
    {"production", produce},
    {"milestones", pass_milestones},
    {"treasury", close_treasury},
}};

}  // namespace

std::span<const Rule> rules_of_a_month() { return month; }

std::uint64_t pool_key(const Scenario& scenario) {
  Digest digest;
  for (const auto parameter : pool_parameters) digest.add(scenario.parameters.structural.*parameter);
  for (const ActivityTraits& traits : scenario.facts->chain.activities) {
    digest.add(traits.pool_share);
    digest.add(traits.output_per_worker_year);
    digest.add(traits.productivity_sigma);
  }
  for (const auto& stage : scenario.facts->chain.bought) {
    for (const double share : stage) digest.add(share);
  }
  for (const OriginTraits& origin : scenario.facts->places.origins) digest.add(origin.pool_share);
  for (const TargetFirm& target : *scenario.targets) {
    digest.add(static_cast<std::uint64_t>(index_of(target.stage) * region_count + index_of(target.region)));
    digest.add(target.employees);
    digest.add(static_cast<std::uint64_t>(target.is_leader ? 1 : 0));
  }
  return digest.value();
}

World start(std::shared_ptr<const Scenario> scenario, std::uint64_t seed,
            std::shared_ptr<const Pool> shared_pool, JournalMode journal) {
  World world;
  world.scenario = std::move(scenario);
  world.seed = seed;
  world.pool = shared_pool ? std::move(shared_pool) : make_pool(*world.scenario, seed);
  world.now = world.scenario->parameters;
  world.journal.mode = journal;
  open_district(world);
  return world;
}

void step(World& world, const RuleSwitches& rules) {
  PARK_ASSERT(world.month < world.scenario->months);
  ++world.month;
  world.tallies.signed_to_production.advance_to(world.month);
  world.land.approval_to_supply.advance_to(world.month);
  put_policy_in_force(world);
  for (std::size_t i = 0; i < rule_count; ++i) {
    if (rules.test(i)) month[i].advance(world);
  }
}

}  // namespace park
