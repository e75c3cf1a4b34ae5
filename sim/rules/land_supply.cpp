// SPDX-License-Identifier: MIT
#include "rules/land_supply.hpp"

#include <algorithm>

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

void close_spell(World& world, Parcel& parcel) {
  if (parcel.supplied_month > -10000) return;
  parcel.supplied_month = world.month;
  world.land.spells[parcel.spell].supplied_month = world.month;
}

}  // namespace

ParcelId supply_land(World& world, double mu, std::size_t stage, Account payer, const Identity& who) {
  Land& land = world.land;
  for (std::size_t p = 0; p < land.parcels.size(); ++p) {
    Parcel& parcel = land.parcels[p];
    // Nothing is left to supply before land is expropriated.
    if (parcel.unsupplied_mu < mu || parcel.state < LegalState::Expropriated) continue;
    if (parcel.ready_month > world.month || !is_open_to(world, parcel, stage)) continue;
    parcel.unsupplied_mu -= mu;
    parcel.held_mu += mu;
    parcel.state = LegalState::Supplied;
    close_spell(world, parcel);
    land.supplied_total_mu += mu;
    const double price = mu * world.now.structural.land_price_per_mu;
    world.accounts.ledger.pay(payer, Account::Treasury, price);
    world.accounts.land_revenue_this_month += price;
    world.journal.record(world.month, EventKind::LandSupplied, who, static_cast<std::uint32_t>(p), mu);
    return ParcelId{p};
  }
  return {};
}

void use_land(World& world, ParcelId parcel, double mu) {
  Parcel& land = world.land.parcels[parcel.index()];
  PARK_ASSERT(land.held_mu >= mu - 1e-6);
  const double taken = std::min(mu, land.held_mu);
  land.held_mu -= taken;
  land.used_mu += taken;
  land.state = LegalState::Used;
  land.used_month = world.month;
}

void abandon_land(World& world, ParcelId parcel, double held_mu, double used_mu) {
  Parcel& land = world.land.parcels[parcel.index()];
  const double held = std::min(held_mu, land.held_mu);
  const double used = std::min(used_mu, land.used_mu);
  land.held_mu -= held;
  land.used_mu -= used;
  land.idle_mu += held + used;
}

}  // namespace park
