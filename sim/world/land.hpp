// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "core/ids.hpp"
#include "core/lanes.hpp"
#include "scenario/park_map.hpp"
#include "world/survival_window.hpp"

namespace park {

/// Legal life of one parcel. Approval and expropriation take it whole; supply and use take parts.
struct Parcel {
  LegalState state = LegalState::Unapproved;
  std::int8_t reserved_for = -1;  ///< Stage index, or -1 for any
  int ready_month = 0;            ///< when the present step ends
  int approved_month = 0;         ///< negative before the start
  std::uint32_t spell = 0;        ///< its entry in Land::spells, once approved
  double area_mu = 0;
  double farmland_mu = 0;
  double reserve_tail_mu = 0;  ///< opening unapproved area from this parcel to the end of the order
};

/// A number of every parcel, four parcels side by side.
class ParcelColumn {
 public:
  [[nodiscard]] double& operator[](std::size_t parcel) { return lanes_[parcel / 4][parcel % 4]; }
  [[nodiscard]] double operator[](std::size_t parcel) const { return lanes_[parcel / 4][parcel % 4]; }

  [[nodiscard]] std::size_t fours() const { return lanes_.size(); }
  /// Of parcels 4 i to 4 i + 3; i below fours().
  [[nodiscard]] DoubleVector four(std::size_t i) const { return load<DoubleVector>(lanes_[i]); }
  void put_four(std::size_t i, DoubleVector numbers) { lanes_[i] = store<double>(numbers); }
  [[nodiscard]] double sum() const {
    DoubleVector sums{};
    for (std::size_t i = 0; i < fours(); ++i) sums += four(i);
    return total(sums);
  }

  void assign(std::size_t parcels, double value) {
    DoubleLane all;
    all.fill(value);
    lanes_.assign((parcels + 3) / 4, all);
  }

 private:
  std::vector<DoubleLane> lanes_;
};

/// What a parcel's land serves. The area is the sum of the five parts; before expropriation all are 0.
/// A column each, since every month passes over all parcels; what the last four have over holds no land.
struct LandUses {
  static constexpr double never = -10000;

  ParcelColumn unsupplied_mu;       ///< expropriated, not supplied
  ParcelColumn supplied_unused_mu;  ///< with buyers outside the model's firms, not built on
  ParcelColumn held_mu;             ///< with projects and the developer, not built on
  ParcelColumn used_mu;
  ParcelColumn idle_mu;
  ParcelColumn supplied_month;  ///< first supply, or `never`

  /// Parcels without any part.
  void assign(std::size_t parcels) {
    for (ParcelColumn* part : {&unsupplied_mu, &supplied_unused_mu, &held_mu, &used_mu, &idle_mu}) {
      part->assign(parcels, 0);
    }
    supplied_month.assign(parcels, never);
  }
};

/// One parcel's way from approval to first supply, for the median duration.
struct ApprovalSpell {
  int approved_month = 0;
  static constexpr int waiting = -10000;
  int supplied_month = waiting;
};

struct Land {
  std::vector<Parcel> parcels;
  LandUses uses;
  std::vector<std::uint32_t> approval_order;    ///< unapproved, unprotected parcels by drawn priority
  std::vector<std::uint32_t> in_expropriation;  ///< approved parcels, by their place in `parcels`
  std::array<double, static_cast<std::size_t>(LegalState::Expropriated)> whole_mu{};  ///< by state before it
  std::vector<ApprovalSpell> spells;
  SurvivalWindow approval_to_supply;
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

  [[nodiscard]] double& whole_mu_in(LegalState state) { return whole_mu[static_cast<std::size_t>(state)]; }

  /// All of it anew.
  void count_whole() {
    whole_mu = {};
    for (const Parcel& parcel : parcels) {
      if (parcel.state < LegalState::Expropriated) whole_mu_in(parcel.state) += parcel.area_mu;
    }
  }
};

}  // namespace park
