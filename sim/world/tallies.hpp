// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "policy/keys.hpp"
#include "world/survival_window.hpp"

namespace park {

enum class ExitCause : std::uint8_t { Loss, Labour, Finance, Market, Rival, Age, Count };
enum class WithdrawalCause : std::uint8_t { Paper, Space, Permit, Labour, Finance, Service, Market, Count };

/// Cumulative counts since the start.
struct Tallies {
  double firms_signed = 0;                         ///< relocated firms and branches
  std::array<double, region_count> signed_from{};  ///< of them, by region of origin
  double firms_started = 0;
  double relocated_signed = 0;
  double relocated_started = 0;
  double firms_withdrawn = 0;
  double firms_closed = 0;
  double leading_firms_signed = 0;
  double investment_signed_yuan = 0;
  double investment_paid_in_yuan = 0;
  double jobs_promised = 0;
  double expansions = 0;
  double startups = 0;
  double origin_moves_agents = 0;  ///< real firms: pool agents that moved or branched, times weight
  std::array<double, 12> moves_ring{};
  std::array<double, 12> inland_ring{};
  std::array<double, 12> overseas_ring{};
  double knew_park_moved = 0;  ///< movers who knew of the park
  double knew_park_lost = 0;
  std::array<double, 12> contested_ring{};  ///< movers who knew of the park, by month
  std::array<double, static_cast<std::size_t>(ExitCause::Count)> closed_by{};
  std::array<double, static_cast<std::size_t>(WithdrawalCause::Count)> withdrawn_by{};
  double options_exercised = 0;
  SurvivalWindow signed_to_production;  ///< withdrawn projects leave
};

}  // namespace park
