// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <vector>

#include "policy/keys.hpp"

namespace park {

/// Prices and demand that nobody in the district sets.
struct Surroundings {
  double export_index = 1;                           ///< demand for exports, 1 at month 0, before tariffs
  double tariff_points = 0;                          ///< extra tariff in force
  double home_index = 1;                             ///< home demand, 1 at month 0
  double capacity_index = 1;                         ///< the industry's capacity, 1 at month 0
  double output_per_worker_index = 1;                ///< nominal, everywhere, 1 at month 0
  std::array<double, activity_count> utilisation{};  ///< of a typical plant of an activity
  std::array<double, region_count> origin_wage_yuan_month{};
  std::array<double, region_count> origin_rent_yuan_m2_month{};
  double relocation_orders = 0;  ///< share of polluting firms a year told to move or upgrade
  double interest_rate = 0;      ///< per year
};

/// The chain in the district: supply and demand by stage, yuan a month.
struct ChainState {
  std::array<double, stage_count> supply{};  ///< park and district
  std::array<double, stage_count>
      local_demand{};  ///< what the district's garments need of it, made here or not
  std::array<double, activity_count> required{};   ///< output behind local_demand, by buying activity
  std::array<double, stage_count> market_limit{};  ///< orders over supply, at most 1, last month
  std::array<double, stage_count> completeness{};  ///< min(1, supply / demand)
  std::array<double, stage_count> buyable{};       ///< share of an input that can be bought here
  std::array<double, stage_count> park_output{};
  std::array<double, activity_count> park_output_by_activity{};  ///< summed up while a month is produced
  std::array<double, stage_count> district_output{};
  std::array<double, stage_count> opening_supply{};  ///< yuan a month at month 0
  std::array<double, stage_count> park_workers{};
  std::array<double, stage_count> opening_workers{};
  std::array<double, stage_count> agglomeration{};   ///< multiplies output of a stage here
  std::array<double, stage_count> origin_workers{};  ///< pool's workers of the stage, real people
  std::array<std::array<double, stage_count>, stage_count> links{};  ///< c_sj, bought either way, 0 for s = j
  /// By destination and activity: share of a yuan of output spent on chain inputs that must come from
  /// elsewhere.
  std::vector<std::array<double, activity_count>> missing_inputs;
  double completeness_all = 0;
  double balance = 0;
  double local_sourcing = 0;
  double cluster_index = 0;
  std::array<double, 12> output_last_year{};  ///< ring, park
  double district_activity = 1;               ///< of the district's own firms, relative to month 0
};

/// Capacity and load of shared utilities. Capacities never shrink.
/// Works that enlarge a utility. What was ordered in a month is built and paid in equal parts over the months
/// that follow.
struct UtilityWorks {
  static constexpr int longest_months = 24;                 ///< greatest utility_build_months
  std::array<double, longest_months + 1> ordered_so_far{};  ///< ring by month, capacity
  double paid = 0;                                          ///< capacity

  /// Of a month up to longest_months before this one; 0 before the first.
  [[nodiscard]] double& ordered(int month) {
    constexpr int size = longest_months + 1;
    return ordered_so_far[static_cast<std::size_t>((month + size) % size)];
  }
};

struct Utilities {
  double wastewater_capacity_t_day = 0;
  double wastewater_load_t_day = 0;       ///< district's own firms and producing plants
  double wastewater_permitted_t_day = 0;  ///< promised to projects and plants, district included
  double plating_capacity_t_day = 0;
  double plating_load_t_day = 0;
  double plating_permitted_t_day = 0;
  double plating_district_extra_t_day = 0;  ///< taken up by the district's own firms since the start
  double steam_capacity_t_h = 0;
  double steam_permitted_t_h = 0;
  UtilityWorks wastewater_works;
  UtilityWorks plating_works;
  UtilityWorks steam_works;
};

}  // namespace park
