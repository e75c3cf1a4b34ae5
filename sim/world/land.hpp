// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <vector>

#include "core/ids.hpp"
#include "scenario/park_map.hpp"

namespace park {

/// Legal life of one parcel. Approval and expropriation take it whole; supply and use take parts.
/// area = (whole, if not yet expropriated) or unsupplied + supplied_unused + held + used + idle.
struct alignas(64) Parcel {
  // What every month looks at fills one cache line.
  LegalState state = LegalState::Unapproved;
  std::int8_t reserved_for = -1;  ///< Stage index, or -1 for any
  int ready_month = 0;            ///< when the present step ends
  int supplied_month = -10000;    ///< first supply
  double unsupplied_mu = 0;       ///< expropriated, not supplied
  double supplied_unused_mu = 0;  ///< with buyers outside the model's firms, not built on
  double held_mu = 0;             ///< with projects and the developer, not built on
  double used_mu = 0;
  double idle_mu = 0;
  double area_mu = 0;

  double farmland_mu = 0;
  double reserve_tail_mu = 0;  ///< opening unapproved area from this parcel to the end of the order
  int approved_month = 0;      ///< negative before the start
  int used_month = -10000;
  std::uint32_t spell = 0;  ///< its entry in Land::spells, once approved
};

/// One parcel's way from approval to first supply, for the median duration.
struct ApprovalSpell {
  int approved_month = 0;
  static constexpr int waiting = -10000;
  int supplied_month = waiting;
};

struct Land {
  std::vector<Parcel> parcels;
  std::vector<std::uint32_t> approval_order;  ///< parcels by drawn priority, unprotected ones
  std::vector<ApprovalSpell> spells;
  double construction_quota_mu = 0;
  double farmland_quota_mu = 0;
  std::array<double, 61> reclamation_in_progress{};  ///< ring: mu that become quota k months ahead
  double land_quota_won_mu = 0;
  double supplied_total_mu = 0;  ///< since the start
  double outside_demand_mu = 0;  ///< buyers other than the chain's firms, waiting
  double unapproved_at_start_mu = 0;
  double used_by_others_mu = 0;                ///< built on by them since the start
  double total_mu = 0;                         ///< all parcels; constant
  double packaged_carry = 0;                   ///< fraction of a packaged project prepared
  double bond_money_yuan = 0;                  ///< received so far
  std::array<double, 61> quota_in_progress{};  ///< ring: won quota that arrives k months ahead
  std::array<double, 61> bonds_in_progress{};  ///< ring: yuan of bond money for won projects
  std::uint32_t projects_packaged = 0;
};

}  // namespace park
