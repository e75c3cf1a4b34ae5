// SPDX-License-Identifier: MIT
#include "rules/farmland_quota.hpp"

#include <algorithm>
#include <cmath>

#include "core/random.hpp"

namespace park {
namespace {

constexpr std::size_t ring = 61;
[[nodiscard]] std::size_t slot(int month) { return static_cast<std::size_t>(month) % ring; }

}  // namespace

void gain_quota(World& world) {
  const Levers& levers = world.now.levers;
  const Structural& s = world.now.structural;
  Land& land = world.land;
  const double linked = levers.linked_quota_per_year / 12;
  const double bought = levers.quota_purchase_per_year / 12;
  const double reclaimed = levers.reclamation_per_year / 12;
  land.construction_quota_mu += levers.land_quota_per_year / 12 + linked;
  land.farmland_quota_mu += linked + bought + land.reclamation_in_progress[slot(world.month)];
  land.reclamation_in_progress[slot(world.month)] = 0;
  const int lead = std::clamp(static_cast<int>(s.reclamation_months), 1, static_cast<int>(ring) - 1);
  land.reclamation_in_progress[slot(world.month + lead)] += reclaimed;
  world.accounts.spend(CostKind::FarmlandQuota, Account::Outside,
                       linked * s.linked_quota_cost_per_mu + bought * s.farmland_quota_cost_per_mu +
                           reclaimed * s.reclamation_cost_per_mu);
}

void package_projects(World& world) {
  const Structural& s = world.now.structural;
  Land& land = world.land;
  land.packaged_carry += world.now.levers.projects_packaged_per_year / 12;
  while (land.packaged_carry >= 1) {
    land.packaged_carry -= 1;
    const std::uint32_t number = land.projects_packaged++;
    world.accounts.spend(CostKind::Packaging, Account::Outside, s.packaging_cost);
    RandomStream stream{world.seed, Draw::PackagedProject, number};
    // The pool is a contest: more entries of one district win less often each.
    const double odds = s.packaging_odds / (1 + 0.05 * world.now.levers.projects_packaged_per_year);
    const bool is_won = stream.uniform() < odds;
    const int delay = 9 + static_cast<int>(stream.uniform() * 12);
    world.journal.record(world.month, EventKind::ProjectPackaged, {}, number, is_won ? 1 : 0);
    if (!is_won) continue;
    land.quota_in_progress[slot(world.month + delay)] += s.quota_per_won_project;
    land.bonds_in_progress[slot(world.month + delay)] += s.bond_per_won_project;
  }
  const double won = land.quota_in_progress[slot(world.month)];
  land.quota_in_progress[slot(world.month)] = 0;
  land.construction_quota_mu += won;
  land.land_quota_won_mu += won;
  const double bond = land.bonds_in_progress[slot(world.month)];
  land.bonds_in_progress[slot(world.month)] = 0;
  land.bond_money_yuan += bond;
  world.accounts.ledger.pay(Account::UpperGovernment, Account::Treasury, bond);
}

}  // namespace park
