// SPDX-License-Identifier: MIT
#include <algorithm>
#include <boost/random/normal_distribution.hpp>
#include <cmath>

#include "core/random.hpp"
#include "rules/farmland_quota.hpp"
#include "rules/land_supply.hpp"
#include "rules/rules.hpp"

namespace park {
namespace {

constexpr double expropriation_part = 0.6;  ///< of the time from approval to supply

/// Months of one step for a parcel: log-normal with the median of `approval_months`, so that a few take
/// years; side by side it is quicker, and stuck more often.
int step_months(const World& world, std::size_t parcel, bool is_expropriation) {
  const Structural& s = world.now.structural;
  RandomStream stream{world.seed, Draw::LandDelay, parcel, is_expropriation ? 1U : 2U};
  boost::random::normal_distribution<double> normal;
  const bool three_in_one = world.now.levers.three_in_one_reserve >= 0.5;
  double months = world.now.uncertainties.approval_months *
                  (is_expropriation ? expropriation_part : 1 - expropriation_part) *
                  std::exp(s.land_delay_sigma * normal(stream));
  if (three_in_one) months *= s.three_in_one_speed;
  const double dispute = s.expropriation_dispute_share + (three_in_one ? s.three_in_one_risk : 0);
  RandomStream quarrel{world.seed, Draw::ExpropriationDispute, parcel};
  if (is_expropriation && quarrel.uniform() < dispute) months *= s.dispute_factor;
  return std::max(1, static_cast<int>(std::lround(months)));
}

void approve(World& world) {
  Land& land = world.land;
  for (const std::uint32_t p : land.approval_order) {
    Parcel& parcel = land.parcels[p];
    if (parcel.state != LegalState::Unapproved) continue;
    if (is_withheld(world, parcel)) break;
    if (parcel.farmland_mu > land.farmland_quota_mu) continue;
    if (parcel.area_mu > land.construction_quota_mu) break;
    land.construction_quota_mu -= parcel.area_mu;
    land.farmland_quota_mu -= parcel.farmland_mu;
    parcel.state = LegalState::Approved;
    parcel.approved_month = world.month;
    parcel.ready_month = world.month + step_months(world, p, true);
    parcel.spell = static_cast<std::uint32_t>(land.spells.size());
    land.spells.push_back({world.month, ApprovalSpell::waiting});
    world.journal.record(world.month, EventKind::LandApproved, {}, p, parcel.area_mu);
  }
}

void expropriate(World& world) {
  for (std::size_t p = 0; p < world.land.parcels.size(); ++p) {
    Parcel& parcel = world.land.parcels[p];
    if (parcel.state != LegalState::Approved || parcel.ready_month > world.month) continue;
    parcel.state = LegalState::Expropriated;
    parcel.unsupplied_mu = parcel.area_mu;
    parcel.ready_month = world.month + step_months(world, p, false);
    world.accounts.spend(CostKind::Land, Account::Households,
                         parcel.area_mu * world.now.structural.expropriation_cost_per_mu);
    world.journal.record(world.month, EventKind::LandExpropriated, {}, static_cast<std::uint32_t>(p),
                         parcel.area_mu);
  }
}

/// Industry outside the chain bids for land too; a buyer takes 15 mu at a time.
void supply_to_others(World& world) {
  constexpr double lot_mu = 15;
  Land& land = world.land;
  land.outside_demand_mu += world.now.structural.outside_land_demand / 12;
  while (land.outside_demand_mu >= lot_mu) {
    const ParcelId parcel = supply_land(world, lot_mu, stage_count, Account::Outside, {});
    if (parcel.is_none()) break;
    land.outside_demand_mu -= lot_mu;
    Parcel& taken = land.parcels[parcel.index()];
    taken.held_mu -= lot_mu;
    taken.supplied_unused_mu += lot_mu;
  }
  // Buyers who wait too long go elsewhere.
  land.outside_demand_mu = std::min(land.outside_demand_mu, world.now.structural.outside_land_demand);
}

/// Buyers outside the chain build within some months; a part never does and its land turns idle after two
/// years. 盘活: idle land finds a new user or comes back to the district for supply.
void use_and_revitalise(World& world) {
  const Structural& s = world.now.structural;
  const double build_share = s.outside_build_share_month;
  const double lapse_share = s.idle_share_month;
  const double decay_share = s.used_turns_idle_year / 12;
  const double moved_share = std::min(1.0, world.now.levers.idle_land_effort / 12);
  double built = 0;
  double back = 0;
  for (Parcel& parcel : world.land.parcels) {
    const bool is_supplied = parcel.state >= LegalState::Supplied;
    if (!is_supplied && parcel.idle_mu <= 0) continue;
    if (is_supplied) {
      const double started = parcel.supplied_unused_mu * build_share;
      const double waiting = parcel.supplied_unused_mu - started;
      const double lapsed = world.month - parcel.supplied_month > 24 ? waiting * lapse_share : 0;
      const double in_use = parcel.used_mu + started;
      const double decayed = in_use * decay_share;
      parcel.supplied_unused_mu = waiting - lapsed;
      parcel.used_mu = in_use - decayed;
      parcel.idle_mu += lapsed + decayed;
      built += started;
    }
    const double moved = parcel.idle_mu * moved_share;
    const double returned = moved * s.revitalised_returns;
    parcel.idle_mu -= moved;
    parcel.used_mu += moved - returned;
    parcel.unsupplied_mu += returned;
    built += moved - returned;
    back += moved;
  }
  world.land.used_by_others_mu = world.land.used_by_others_mu * (1 - decay_share) + built;
  world.accounts.spend(CostKind::Land, Account::Outside, back * s.revitalise_cost_per_mu);
}

}  // namespace

bool is_withheld(const World& world, const Parcel& parcel) {
  if (parcel.state != LegalState::Unapproved) return false;
  const double kept = world.month > 60 ? 0.5 : 1.0;
  return parcel.reserve_tail_mu <=
         kept * world.now.levers.reserved_land_share * world.land.unapproved_at_start_mu;
}

void advance_land(World& world) {
  gain_quota(world);
  package_projects(world);
  approve(world);
  expropriate(world);
  supply_to_others(world);
  use_and_revitalise(world);
}

}  // namespace park
