// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/ids.hpp"
#include "core/no_value.hpp"

namespace park {

/// A block of standard factories. Floor is free, reserved or occupied; all in m2.
struct Block {
  ParcelId parcel;
  int storeys = 5;
  double floor_m2 = 0;
  double ground_m2 = 0;
  double free_ground_m2 = 0;  ///< neither reserved nor occupied, finished or not
  double free_upper_m2 = 0;
  double reserved_m2 = 0;
  double occupied_m2 = 0;
  double finished_m2 = 0;  ///< handed over
  int started_month = 0;
  int build_months = 0;  ///< 0: stood at the start or refitted
  double progress = 1;   ///< 0 to 1
  bool is_tailor_made = false;
  bool is_district_owned = false;  ///< stood at the start or refitted; its rent goes to the district
  double sold_m2 = 0;
  double land_mu = 0;
};

/// A piece of floor in one block.
struct FloorPiece {
  BlockId block;
  double ground_m2 = 0;
  double upper_m2 = 0;
};
inline constexpr std::size_t max_floor_pieces = 4;

struct Developer {
  double equity_yuan = 0;  ///< paid in by its owners so far
  double debt_yuan = 0;
  double cash_yuan = 0;          ///< equals the ledger's account
  double cumulative_yuan = 0;    ///< net operating and investment flow since the start, before financing
  double peak_funding_yuan = 0;  ///< deepest point of the cumulative flow
  int payback_month = -1;
  double npv_yuan = 0;  ///< discounted flow so far
  double flow_this_month = 0;
  double invested_yuan = 0;
  double rent_this_month = 0;
  std::vector<double> flows;  ///< net flow by month, for the IRR
  /// Monthly discount factor at which the flows so far and what he still owns are worth nothing; no value
  /// while he has invested nothing. Follows from the flows.
  double return_factor = no_value;
};

struct Factories {
  std::vector<Block> blocks;
  Developer developer;
  double expected_take_up_m2_month = 0;  ///< smoothed signed floor demand
  double demand_this_month_m2 = 0;
  double waiting_demand_m2 = 0;        ///< signed and without floor
  double free_finished_m2 = 0;         ///< in finished blocks, neither reserved nor occupied
  double free_finished_ground_m2 = 0;  ///< of it on the ground floor
  double idle_buildings_m2 = 0;        ///< not yet refitted
  double base_let_m2 = 0;              ///< standing floor let to the district's own firms
  double built_total_m2 = 0;           ///< by the developer since the start
  double sold_m2 = 0;
};

}  // namespace park
