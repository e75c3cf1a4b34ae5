// SPDX-License-Identifier: MIT
#include "rules/land_supply.hpp"

#include "core/selected_lanes.hpp"

namespace park {
namespace {

constexpr double weak_completeness = 0.6;

/// Part of the released reserve is kept for stages that the chain lacks.
bool is_open_to(const World& world, const Parcel& parcel, std::size_t stage) {
  // A parcel kept for a stage whose firms do not come is not kept for ever.
  const bool is_kept_for_stage = world.month - parcel.ready_month < world.now.structural.reservation_months;
  if (parcel.reserved_for >= 0 && is_kept_for_stage) return parcel.reserved_for == static_cast<int>(stage);
  const Levers& levers = world.now.levers;
  // The part of the reserve that is released first.
  const double reserve = levers.reserved_land_share * world.land.unapproved_at_start_mu;
  const bool is_kept = parcel.reserve_tail_mu <= reserve &&
                       parcel.reserve_tail_mu > (1 - levers.reserved_for_weak_stages) * reserve;
  if (parcel.reserve_tail_mu <= 0 || !is_kept) return true;
  return stage < stage_count && world.chain.completeness[stage] < weak_completeness;
}

void close_spell(World& world, std::size_t parcel) {
  double& supplied_month = world.land.uses.supplied_month[parcel];
  if (supplied_month > LandUses::never) return;
  supplied_month = world.month;
  ApprovalSpell& spell = world.land.spells[world.land.parcels[parcel].spell];
  spell.supplied_month = world.month;
  world.land.approval_to_supply.end(spell.approved_month, world.month, true);
}

/// First parcel from which `stage` can have `mu` now, or the number of parcels.
std::size_t find_parcel(const World& world, double mu, std::size_t stage) {
  const Land& land = world.land;
  const ParcelColumn& unsupplied = land.uses.unsupplied_mu;
  for (std::size_t i = 0; i < unsupplied.fours(); ++i) {
    if (bits_of(unsupplied.four(i) >= mu) == 0) continue;
    const std::size_t end = std::min(4 * i + 4, land.parcels.size());
    for (std::size_t p = 4 * i; p < end; ++p) {
      const Parcel& parcel = land.parcels[p];
      // Nothing is left to supply before land is expropriated.
      if (unsupplied[p] < mu || parcel.state < LegalState::Expropriated) continue;
      if (parcel.ready_month <= world.month && is_open_to(world, parcel, stage)) return p;
    }
  }
  return land.parcels.size();
}

}  // namespace

ParcelId supply_land(World& world, double mu, std::size_t stage, Account payer, const Identity& who) {
  Land& land = world.land;
  const std::size_t p = find_parcel(world, mu, stage);
  if (p == land.parcels.size()) return {};
  land.uses.unsupplied_mu[p] -= mu;
  land.uses.held_mu[p] += mu;
  land.parcels[p].state = LegalState::Supplied;
  close_spell(world, p);
  land.supplied_total_mu += mu;
  const double price = mu * world.now.structural.land_price_per_mu;
  world.accounts.ledger.pay(payer, Account::Treasury, price);
  world.accounts.land_revenue_this_month += price;
  world.journal.record(world.month, EventKind::LandSupplied, who, static_cast<std::uint32_t>(p), mu);
  return ParcelId{p};
}

void use_land(World& world, ParcelId parcel, double mu) {
  const std::size_t p = parcel.index();
  LandUses& uses = world.land.uses;
  PARK_ASSERT(uses.held_mu[p] >= mu - 1e-6);
  const double taken = std::min(mu, uses.held_mu[p]);
  uses.held_mu[p] -= taken;
  uses.used_mu[p] += taken;
  world.land.parcels[p].state = LegalState::Used;
}

void abandon_land(World& world, ParcelId parcel, double held_mu, double used_mu) {
  const std::size_t p = parcel.index();
  LandUses& uses = world.land.uses;
  const double held = std::min(held_mu, uses.held_mu[p]);
  const double used = std::min(used_mu, uses.used_mu[p]);
  uses.held_mu[p] -= held;
  uses.used_mu[p] -= used;
  uses.idle_mu[p] += held + used;
}

}  // namespace park
