// SPDX-License-Identifier: MIT
#pragma once

#include <array>

#include "policy/keys.hpp"

namespace park {

/// Opening stocks of the district at month 0. JSON keys are the member names; `firms`, `workers` and
/// `away` are objects by stage or region key.
struct BaseDistrict {
  std::array<double, stage_count> firms{};    ///< existing firms outside the park
  std::array<double, stage_count> workers{};  ///< their workers; about 36,000 in all
  double standard_floor_m2 = 200000;          ///< standard factories standing
  double standard_floor_let_share = 0.8;      ///< of it let to the existing firms
  double ground_floor_share = 0.25;           ///< of the standing floor
  double idle_buildings_m2 = 120000;          ///< idle buildings that can be refitted
  double wastewater_capacity_t_day = 100000;
  double wastewater_load_t_day = 82000;
  double plating_capacity_t_day = 2000;
  double plating_load_t_day = 1600;
  double steam_load_t_h = 40;
  double dormitory_beds_used = 400;
  double labour_force = 150000;     ///< people of working age living in the district
  double seekers_unskilled = 4200;  ///< looking for work at month 0
  double seekers_skilled = 1300;
  std::array<double, region_count> away{};  ///< people of the district working in each origin region
  double wage_yuan_month = 3833;            ///< production worker, all-in
  double guangdong_wage_yuan_month = 6000;
  double farmland_quota_mu = 150;     ///< in hand
  double construction_quota_mu = 80;  ///< in hand
  double treasury_cash_yuan = 300e6;
  double developer_debt_yuan = 0;
};

}  // namespace park
