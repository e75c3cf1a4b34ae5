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

void approve_parcel(World& world, std::uint32_t p) {
  Land& land = world.land;
  Parcel& parcel = land.parcels[p];
  land.construction_quota_mu -= parcel.area_mu;
  land.farmland_quota_mu -= parcel.farmland_mu;
  parcel.state = LegalState::Approved;
  land.whole_mu_in(LegalState::Unapproved) -= parcel.area_mu;
  land.whole_mu_in(LegalState::Approved) += parcel.area_mu;
  parcel.approved_month = world.month;
  parcel.ready_month = world.month + step_months(world, p, true);
  parcel.spell = static_cast<std::uint32_t>(land.spells.size());
  land.spells.push_back({world.month, ApprovalSpell::waiting});
  land.approval_to_supply.enter(world.month, world.month);
  std::vector<std::uint32_t>& approved = land.in_expropriation;
  approved.insert(std::lower_bound(approved.begin(), approved.end(), p), p);
  world.journal.record(world.month, EventKind::LandApproved, {}, p, parcel.area_mu);
}

void approve(World& world) {
  Land& land = world.land;
  const auto end = land.approval_order.end();
  auto waiting = land.approval_order.begin();  // end of those that still wait
  auto next = land.approval_order.begin();
  for (; next != end; ++next) {
    const Parcel& parcel = land.parcels[*next];
    if (is_withheld(world, parcel)) break;
    if (parcel.farmland_mu > land.farmland_quota_mu) {
      *waiting++ = *next;
      continue;
    }
    if (parcel.area_mu > land.construction_quota_mu) break;
    approve_parcel(world, *next);
  }
  if (waiting == next) return;
  land.approval_order.erase(std::copy(next, end, waiting), end);
  if (land.approval_order.empty()) land.count_whole();  // so that nothing is left by rounding
}

void expropriate(World& world) {
  Land& land = world.land;
  const std::size_t expropriated = std::erase_if(land.in_expropriation, [&](std::uint32_t p) {
    Parcel& parcel = land.parcels[p];
    if (parcel.ready_month > world.month) return false;
    parcel.state = LegalState::Expropriated;
    land.whole_mu_in(LegalState::Approved) -= parcel.area_mu;
    land.uses.unsupplied_mu[p] = parcel.area_mu;
    parcel.ready_month = world.month + step_months(world, p, false);
    world.accounts.spend(CostKind::Land, Account::Households,
                         parcel.area_mu * world.now.structural.expropriation_cost_per_mu);
    world.journal.record(world.month, EventKind::LandExpropriated, {}, p, parcel.area_mu);
    return true;
  });
  if (expropriated > 0 && land.in_expropriation.empty()) land.count_whole();
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
    land.uses.held_mu[parcel.index()] -= lot_mu;
    land.uses.supplied_unused_mu[parcel.index()] += lot_mu;
  }
  // Buyers who wait too long go elsewhere.
  land.outside_demand_mu = std::min(land.outside_demand_mu, world.now.structural.outside_land_demand);
}

/// Buyers outside the chain build within some months; a part never does and its land turns idle after two
/// years. 盘活: idle land finds a new user or comes back to the district for supply.
void use_and_revitalise(World& world) {
  constexpr double patience_months = 24;
  const Structural& s = world.now.structural;
  const double build_share = s.outside_build_share_month;
  const double lapse_share = s.idle_share_month;
  const double decay_share = s.used_turns_idle_year / 12;
  const double moved_share = std::min(1.0, world.now.levers.idle_land_effort / 12);
  const double returned_share = s.revitalised_returns;
  const double patient_since = world.month - patience_months;
  LandUses& uses = world.land.uses;
  DoubleVector built{};
  DoubleVector back{};
  for (std::size_t i = 0; i < uses.used_mu.fours(); ++i) {
    const DoubleVector unused = uses.supplied_unused_mu.four(i);
    const DoubleVector supplied_month = uses.supplied_month.four(i);
    const DoubleVector started = unused * build_share;
    const DoubleVector waiting = unused - started;
    const DoubleVector lapsed = supplied_month < patient_since ? waiting * lapse_share : DoubleVector{};
    const DoubleVector in_use = uses.used_mu.four(i) + started;
    const DoubleVector decayed = in_use * decay_share;
    const DoubleVector idle = uses.idle_mu.four(i) + (lapsed + decayed);
    const DoubleVector moved = idle * moved_share;
    const DoubleVector returned = moved * returned_share;
    uses.supplied_unused_mu.put_four(i, waiting - lapsed);
    uses.used_mu.put_four(i, in_use - decayed + (moved - returned));
    uses.idle_mu.put_four(i, idle - moved);
    uses.unsupplied_mu.put_four(i, uses.unsupplied_mu.four(i) + returned);
    built += started + (moved - returned);
    back += moved;
  }
  world.land.used_by_others_mu = world.land.used_by_others_mu * (1 - decay_share) + total(built);
  world.accounts.spend(CostKind::Land, Account::Outside, total(back) * s.revitalise_cost_per_mu);
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
