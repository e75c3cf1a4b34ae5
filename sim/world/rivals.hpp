// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <vector>

#include "policy/keys.hpp"

namespace park {

/// A destination other than our park, as it moves over time; same order as Places::destinations (0 is our
/// park, whose entry only counts arrivals).
struct Rival {
  double subsidy_yuan_m2_month = 0;  ///< own subsidy, with its reaction
  double wage_yuan_month = 0;
  double rent_yuan_m2_month = 0;
  std::array<double, stage_count> workers{};  ///< own cluster
  std::array<double, stage_count> agglomeration{};
  std::array<double, 12> movers_in{};     ///< ring by month, real firms
  double share_lost = 0;                  ///< movers who knew our park and came here, since the start
  std::array<double, 12> contested_in{};  ///< the same, ring by month
};

}  // namespace park
